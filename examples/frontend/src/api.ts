/** One function that asks the API. Query, variables and answer belong together by type. */
import { DEFAULT_ENDPOINT } from "../endpoint";
import type { TypedDocumentString } from "./gql/graphql";

export const ENDPOINT = import.meta.env.VITE_ENGAGEGRAPH_URL ?? DEFAULT_ENDPOINT;

/** An error as the API tells it: `code` is stable and has a page under docs/errors/, `hint` says what would be right. */
interface Problem {
  message: string;
  extensions?: { code?: string; hint?: string };
}

export class ApiError extends Error {
  readonly code: string;
  readonly hint: string | undefined;

  constructor({ message, extensions }: Problem) {
    super(message);
    this.code = extensions?.code ?? "UNKNOWN";
    this.hint = extensions?.hint;
  }
}

/**
 * The answer to a query. Throws ApiError when the API refuses it, TypeError when there is no answer (server down, or
 * this page's origin is not among those it allows), AbortError when `signal` says so.
 */
export async function ask<Answer, Variables>(
  query: TypedDocumentString<Answer, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query: query.toString(), variables }),
    signal,
  });
  const body = await response.text();
  let answer: { data?: Answer | null; errors?: Problem[] };
  try {
    answer = JSON.parse(body);
  } catch {
    throw new ApiError({ message: `${response.status} ${response.statusText}`, extensions: { code: "NO_JSON" } });
  }
  const [problem] = answer.errors ?? [];
  if (problem) throw new ApiError(problem);
  if (!answer.data) throw new ApiError({ message: "an answer without data" });
  return answer.data;
}
