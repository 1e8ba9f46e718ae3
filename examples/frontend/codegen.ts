import { existsSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { loadEnv } from "vite";
import { DEFAULT_ENDPOINT } from "./endpoint";

// In the repository the schema is a file, and no server need run. A copy elsewhere fetches it from the API, as text:
// introspection as codegen asks for it would lose which inputs are @oneOf.
const FILE = "../../schema/derived/schema.public.graphql";
const endpoint = loadEnv("development", process.cwd()).VITE_ENGAGEGRAPH_URL ?? DEFAULT_ENDPOINT;
const address = new URL("schema.graphql", endpoint).href;

export default {
  schema: existsSync(FILE) ? FILE : { [address]: { handleAsSDL: true } },
  documents: "src/queries/*.graphql",
  generates: {
    "src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        // Typed documents as text: `fetch` sends text, and no GraphQL library travels to the browser.
        documentMode: "string",
        // Of tens of thousands of lines of schema only what the queries use.
        onlyOperationTypes: true,
        enumsAsTypes: true,
        useTypeImports: true,
        // What a query asks for is there (null, perhaps); only variables may be left out.
        avoidOptionals: { field: true },
        skipTypename: true,
        defaultScalarType: "unknown",
        scalars: { PartialDate: "string", DateTime: "string", URL: "string", FieldPath: "string" },
      },
    },
  },
} satisfies CodegenConfig;
