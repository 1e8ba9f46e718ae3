/**
 * What the address bar says: page, page of the list, language. Everything that can be seen can be linked to, and the
 * browser's own back button works. The part after `#` suffices, so any static web server will do.
 */
import type { Language, SearchType } from "./gql/graphql";

export type Page =
  | { name: "programmes"; after?: string; before?: string }
  | { name: "district"; slug: string }
  | { name: "search"; query: string; type?: SearchType; after?: string }
  | { name: "unknown" };

export interface Place {
  page: Page;
  lang: Language;
}

/** Languages as browsers and screen readers know them (BCP 47); "simple" is a registered variant. */
export const TAGS: Record<Language, string> = { DE: "de", EN: "en", DE_SIMPLE: "de-simple" };

/** The place that `location.hash` names. */
export function read(hash: string): Place {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  const said = new URLSearchParams(search);
  const tag = said.get("sprache");
  const lang = (Object.keys(TAGS) as Language[]).find((each) => TAGS[each] === tag) ?? "DE";
  return { page: readPage(path, said), lang };
}

function readPage(path: string, said: URLSearchParams): Page {
  const after = said.get("nach") ?? undefined;
  const before = said.get("vor") ?? undefined;
  const [room, slug, ...rest] = path.split("/");
  if (rest.length > 0) return { name: "unknown" };
  if ((room === "" || room === "programme") && slug === undefined) {
    return { name: "programmes", ...(after && { after }), ...(before && { before }) };
  }
  if (room === "kreise" && slug) return { name: "district", slug: decodeURIComponent(slug) };
  if (room === "suche" && slug === undefined) {
    // Whatever stands there is sent: the API knows which types there are, and says so.
    const type = (said.get("art") || undefined) as SearchType | undefined;
    return { name: "search", query: said.get("q") ?? "", ...(type && { type }), ...(after && { after }) };
  }
  return { name: "unknown" };
}

/** The address of a place, for `href`. */
export function href({ page, lang }: Place): string {
  const said: Record<string, string | undefined> = {};
  let path = "";
  switch (page.name) {
    case "programmes":
      path = "programme";
      said.nach = page.after;
      said.vor = page.before;
      break;
    case "district":
      path = `kreise/${encodeURIComponent(page.slug)}`;
      break;
    case "search":
      path = "suche";
      said.q = page.query || undefined;
      said.art = page.type;
      said.nach = page.after;
      break;
    case "unknown":
      break;
  }
  said.sprache = lang === "DE" ? undefined : TAGS[lang];
  const set = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `#/${path}${set.length > 0 ? `?${new URLSearchParams(set)}` : ""}`;
}

/** The same page from its start: a cursor belongs to one order, and titles are ordered as the language writes them. */
export function inLanguage({ page }: Place, lang: Language): Place {
  if (page.name === "programmes") return { page: { name: "programmes" }, lang };
  if (page.name === "search") {
    const { after: _, ...start } = page;
    return { page: start, lang };
  }
  return { page, lang };
}
