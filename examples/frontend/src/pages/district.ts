/** One district: its facts, its programmes and networks, and who says so. */
import { href } from "../address";
import { ask } from "../api";
import { DistrictDocument, type DistrictQuery, type Language, type PlaceFragment } from "../gql/graphql";
import { el, list, outside, prose, spoken } from "../html";
import { amount, authorityKind, date, joinRole, memberRole, period } from "../texts";
import type { Shown } from "./shown";

type District = NonNullable<DistrictQuery["district"]>;
type Tie = { since: string | null; until: string | null; sources: PlaceFragment[] };

export async function district(slug: string, lang: Language, signal: AbortSignal): Promise<Shown> {
  const { district: found } = await ask(DistrictDocument, { slug, lang }, signal);
  return found === null ? missing(slug, lang) : page(found);
}

function missing(slug: string, lang: Language): Shown {
  const search = href({ page: { name: "search", query: slug }, lang });
  return {
    title: "Kreis nicht gefunden",
    status: "Kreis nicht gefunden",
    content: [
      el("h1", {}, "Kreis nicht gefunden"),
      el("p", {}, `Einen Kreis mit dem Kürzel „${slug}“ gibt es hier nicht. `, el("a", { href: search }, "Suchen")),
    ],
  };
}

function page(found: District): Shown {
  const { programmes, networks, summary } = found;
  return {
    title: found.name,
    status: found.name,
    content: [
      el("h1", {}, found.name),
      summary !== null && prose(summary, found.summaryLanguage),
      facts(found),
      section(
        "Programme",
        "Von Programmen ist nichts bekannt.",
        programmes.edges.map((edge) => [
          el("strong", spoken(edge.node.titleLanguage), edge.node.title),
          about(joinRole(edge.role), edge),
          edge.focus !== null && el("p", { class: "prose", ...spoken(edge.focusLanguage) }, edge.focus),
          says(edge.sources),
        ]),
        programmes.totalCount,
      ),
      section(
        "Netzwerke",
        "Von Netzwerken ist nichts bekannt.",
        networks.edges.map((edge) => [
          el("strong", spoken(edge.node.titleLanguage), edge.node.title),
          about(edge.role === null ? "" : memberRole(edge.role), edge),
          says(edge.sources),
        ]),
        networks.totalCount,
      ),
      section("Quellen", "Es ist keine Quelle genannt.", found.sources.map((each) => [source(each)])),
    ].filter((part) => part !== false),
  };
}

function facts(found: District): HTMLElement {
  const rows: [string, string | HTMLElement | null | undefined][] = [
    ["Art", authorityKind(found.kind)],
    ["Land", found.state?.name],
    ["Einwohner", found.population === null ? null : amount(found.population)],
    ["Fläche", found.areaKm2 === null ? null : amount(found.areaKm2, "km²")],
    ["Amtlicher Schlüssel", found.ags],
    ["Webseite", found.website === null ? null : outside(found.website, found.website)],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== undefined);
  return el("dl", {}, ...known.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

type Part = HTMLElement | false | null;

/** A heading with a list, which never hides that there is more (`total`) than the query asked for. */
function section(title: string, empty: string, items: Part[][], total = items.length): HTMLElement {
  const more = total - items.length;
  return el(
    "section",
    {},
    el("h2", {}, title),
    list(items.map((parts) => el("div", {}, ...parts))) ?? el("p", {}, empty),
    more > 0 && el("p", { class: "note" }, `und ${amount(more)} weitere`),
  );
}

function about(role: string, { since, until }: Tie): HTMLElement | null {
  const known = [role, period(since, until)].filter(Boolean).join(", ");
  return known ? el("p", { class: "facts" }, known) : null;
}

function says(sources: PlaceFragment[]): HTMLElement | null {
  return sources.length > 0 ? el("p", { class: "note" }, "Quelle: ", ...sources.flatMap(cited)) : null;
}

function cited({ place, source }: PlaceFragment, index: number): (HTMLElement | string)[] {
  const title = source.url === null ? el("cite", {}, source.title) : el("cite", {}, outside(source.url, source.title));
  return [index > 0 ? "; " : "", title, place === null ? "" : `, ${place}`];
}

function source(citation: PlaceFragment): HTMLElement {
  const { publisher, published, seen, licence } = citation.source;
  const origin = [publisher, published && date(published), seen && `gesehen ${date(seen)}`].filter(Boolean);
  return el(
    "div",
    {},
    ...cited(citation, 0),
    origin.length > 0 && el("p", { class: "facts" }, origin.join(", ")),
    licence !== null && el("p", { class: "note" }, licence),
  );
}
