/** The programmes, page by page. */
import { href } from "../address";
import { ask } from "../api";
import { type Language, ProgrammesDocument, type ProgrammesQuery } from "../gql/graphql";
import { el, list, outside, prose, spoken } from "../html";
import { counted, LANGUAGES, period, programmeKind } from "../texts";
import type { Shown } from "./shown";

const PAGE_SIZE = 5;

type Programme = ProgrammesQuery["programmes"]["nodes"][number];
type Where = { after?: string; before?: string };

export async function programmes({ after, before }: Where, lang: Language, signal: AbortSignal): Promise<Shown> {
  const size = before === undefined ? { first: PAGE_SIZE, after } : { last: PAGE_SIZE, before };
  const { programmes: page } = await ask(ProgrammesDocument, { lang, ...size }, signal);
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = page.pageInfo;
  const turn = (to: Where, rel: string, text: string) =>
    el("a", { href: href({ page: { name: "programmes", ...to }, lang }), rel }, text);
  return {
    title: "Programme",
    status: `${page.nodes.length} von ${page.totalCount} Programmen`,
    content: [
      el("h1", {}, "Programme"),
      el("p", {}, `${counted(page.totalCount, "Programm", "Programme")}, nach Namen geordnet.`),
      ...page.nodes.map((each) => article(each, lang)),
      el(
        "nav",
        { class: "pages", "aria-label": "Blättern" },
        hasPreviousPage && startCursor !== null && turn({ before: startCursor }, "prev", "Vorige Seite"),
        hasNextPage && endCursor !== null && turn({ after: endCursor }, "next", "Nächste Seite"),
      ),
    ],
  };
}

function article(programme: Programme, lang: Language): HTMLElement {
  const { participants, summary, summaryLanguage, website } = programme;
  const facts = [programmeKind(programme.kind), period(programme.start, programme.end)];
  const heading = `programm-${programme.slug}`;
  return el(
    "article",
    { "aria-labelledby": heading },
    el("h2", { id: heading, ...spoken(programme.titleLanguage) }, programme.title),
    el("p", { class: "facts" }, facts.filter(Boolean).join(", ")),
    summary !== null && prose(summary, summaryLanguage),
    summaryLanguage !== null &&
      summaryLanguage !== lang &&
      el("p", { class: "note" }, `Diesen Text gibt es noch nicht in der gewählten Sprache (${LANGUAGES[lang]}).`),
    website !== null && el("p", {}, outside(website, "Webseite des Programms")),
    participants.totalCount > 0 && places(participants, lang),
  );
}

function places({ nodes, totalCount }: Programme["participants"], lang: Language): HTMLElement {
  const links = nodes.map(({ __typename, slug, name }) =>
    __typename === "District" ? el("a", { href: href({ page: { name: "district", slug }, lang }) }, name) : name,
  );
  const more = totalCount - nodes.length;
  return el(
    "details",
    {},
    el("summary", {}, counted(totalCount, "Ort macht oder machte mit", "Orte machen oder machten mit")),
    list([...links, more > 0 && `und ${more} weitere`].filter(Boolean), { class: "columns" }),
  );
}
