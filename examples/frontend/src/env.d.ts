interface ImportMetaEnv {
  /** Address of the GraphQL endpoint; see .env.example. */
  readonly VITE_ENGAGEGRAPH_URL?: string;
}
