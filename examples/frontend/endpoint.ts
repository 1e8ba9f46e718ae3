/** Where the API is when no `VITE_ENGAGEGRAPH_URL` says otherwise: where `make demo` puts it. */
export const DEFAULT_ENDPOINT = "http://127.0.0.1:8000/graphql";
