import { existsSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { loadEnv } from "vite";
import { DEFAULT_ENDPOINT } from "./endpoint";

// In the repository the schema is a file, and no server need run. A copy elsewhere asks the API for its schema.
const FILE = "../../schema/derived/schema.public.graphql";
const endpoint = loadEnv("development", process.cwd()).VITE_ENGAGEGRAPH_URL ?? DEFAULT_ENDPOINT;

export default {
  schema: existsSync(FILE) ? FILE : endpoint,
  documents: "src/queries/*.graphql",
  generates: {
    "src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        // Typed documents as text: `fetch` sends text, and no GraphQL library travels to the browser.
        documentMode: "string",
        // Of 25,000 lines of schema only what the queries use.
        onlyOperationTypes: true,
        enumsAsTypes: true,
        useTypeImports: true,
        defaultScalarType: "unknown",
        scalars: { PartialDate: "string", DateTime: "string", URL: "string" },
      },
    },
  },
} satisfies CodegenConfig;
