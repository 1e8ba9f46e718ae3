// The peer: @neo4j/graphql behind Apollo Server. NEO4J_URI, NEO4J_PASSWORD; the port is the first argument.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const auth = neo4j.auth.basic(process.env.NEO4J_USER ?? "neo4j", process.env.NEO4J_PASSWORD);
const driver = neo4j.driver(process.env.NEO4J_URI, auth);
const typeDefs = readFileSync(new URL("schema.graphql", import.meta.url), "utf8");
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
if (process.argv[2] === "--print") {
  const { printSchema } = await import("graphql");
  console.log(printSchema(schema));
  process.exit();
}
const server = new ApolloServer({ schema, introspection: false });
await startStandaloneServer(server, {
  listen: { port: Number(process.argv[2]), host: "127.0.0.1" },
  context: async () => ({ sessionConfig: { database: "neo4j" } }),
});
