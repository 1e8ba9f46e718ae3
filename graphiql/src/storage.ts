import type { Storage } from "@graphiql/toolkit";

/** What GraphiQL's history writes, with the headers of each request among the rest. */
const HISTORY = new Set(["graphiql:queries", "graphiql:favorites"]);

/**
 * The browser's storage, save that the history goes there without headers: a token typed into the header editor must
 * not stay behind on the disk.
 */
export const storage: Storage = {
  get length() {
    return ownKeys().length;
  },
  getItem: (key) => localStorage.getItem(key),
  removeItem: (key) => localStorage.removeItem(key),
  clear: () => ownKeys().forEach((key) => localStorage.removeItem(key)),
  setItem: (key, value) => localStorage.setItem(key, HISTORY.has(key) ? withoutHeaders(value) : value),
};

/** GraphiQL's keys only: other pages of the same host keep theirs. */
function ownKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith("graphiql:"));
}

function withoutHeaders(history: string): string {
  return JSON.stringify(JSON.parse(history), (key, value) => (key === "headers" ? undefined : value));
}
