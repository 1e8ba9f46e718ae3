/** Search over all texts: what was found, of which type, and a choice of types. */
import { href, type Page } from "../address";
import { ask } from "../api";
import { type Language, SearchDocument, type SearchQuery, type SearchType } from "../gql/graphql";
import { el, outside, spoken } from "../html";
import { counted, date, SEARCH_TYPES, searchType } from "../texts";
import type { Shown } from "./shown";

const PAGE_SIZE = 10;

type Asked = Extract<Page, { name: "search" }>;
type Hit = SearchQuery["search"]["nodes"][number];

export async function search(asked: Asked, lang: Language, signal: AbortSignal): Promise<Shown> {
  const { query, type, after } = asked;
  const heading = [el("h1", {}, "Suche"), form(asked, lang)];
  if (query.trim() === "") return { title: "Suche", status: "", content: heading };
  const { search: found } = await ask(
    SearchDocument,
    { query, types: type === undefined ? null : [type], lang, first: PAGE_SIZE, after },
    signal,
  );
  const { hasNextPage, endCursor } = found.pageInfo;
  const count = `${counted(found.totalCount, "Treffer", "Treffer")} für „${query}“`;
  return {
    title: `Suche: ${query}`,
    status: count,
    content: [
      ...heading,
      el("p", {}, count),
      found.nodes.length > 0 && el("ol", { class: "hits" }, ...found.nodes.map((each) => hit(each, lang))),
      (after !== undefined || hasNextPage) &&
        el(
          "nav",
          { class: "pages", "aria-label": "Blättern" },
          after !== undefined && turn(asked, undefined, lang, "first", "Zu den ersten Treffern"),
          hasNextPage && endCursor !== null && turn(asked, endCursor, lang, "next", "Weitere Treffer"),
        ),
    ].filter((part) => part !== false),
  };
}

function turn({ query, type }: Asked, after: string | undefined, lang: Language, rel: string, text: string) {
  const page: Page = { name: "search", query, ...(type && { type }), ...(after && { after }) };
  return el("a", { href: href({ page, lang }), rel }, text);
}

function form({ query, type }: Asked, lang: Language): HTMLFormElement {
  const words = el("input", { id: "q", name: "q", type: "search", value: query, required: true });
  const types = Object.keys(SEARCH_TYPES) as SearchType[];
  const choice = el(
    "select",
    { id: "art", name: "art" },
    el("option", { value: "" }, "Alles"),
    ...types.map((each) => el("option", { value: each, selected: each === type }, searchType(each))),
  );
  const made = el(
    "form",
    { role: "search" },
    el("label", { for: "q" }, "Suchwörter"),
    words,
    el("label", { for: "art" }, "Art der Treffer"),
    choice,
    el("button", {}, "Suchen"),
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = types.find((each) => each === choice.value);
    const page: Page = { name: "search", query: words.value.trim(), ...(chosen && { type: chosen }) };
    location.hash = href({ page, lang });
  });
  return made;
}

function hit(node: Hit, lang: Language): HTMLElement {
  const kind = el("span", { class: "kind" }, searchType(node.__typename));
  switch (node.__typename) {
    case "Programme":
    case "Network":
      return el(
        "li",
        {},
        kind,
        el("strong", spoken(node.titleLanguage), node.title),
        node.summary !== null && el("p", spoken(node.summaryLanguage), node.summary),
      );
    case "Event":
      return el(
        "li",
        {},
        kind,
        el("strong", spoken(node.titleLanguage), node.title),
        node.date !== null && el("p", { class: "facts" }, date(node.date)),
      );
    case "Publication": {
      const title = spoken(node.titleLanguage);
      return el(
        "li",
        {},
        kind,
        node.url === null ? el("strong", title, node.title) : outside(node.url, node.title, title),
        node.published !== null && el("p", { class: "facts" }, date(node.published)),
      );
    }
    case "District":
      return el(
        "li",
        {},
        kind,
        el("a", { href: href({ page: { name: "district", slug: node.slug }, lang }) }, node.displayName),
        node.state !== null && el("p", { class: "facts" }, node.state.name),
      );
    default:
      return el("li", {}, kind, el("strong", {}, node.displayName));
  }
}
