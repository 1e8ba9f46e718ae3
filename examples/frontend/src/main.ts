/** From address to page: read the place, ask, show; then again whenever the address changes. */
import { href, inLanguage, type Page, type Place, read, TAGS } from "./address";
import { ApiError, ENDPOINT } from "./api";
import type { Language } from "./gql/graphql";
import { el } from "./html";
import { district } from "./pages/district";
import { programmes } from "./pages/programmes";
import { search } from "./pages/search";
import type { Shown } from "./pages/shown";
import { LANGUAGES } from "./texts";

const PAGES: [string, Page][] = [
  ["Programme", { name: "programmes" }],
  ["Suche", { name: "search", query: "" }],
];

const main = part("inhalt");
const status = part("status");
let running = new AbortController();

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found;
}

function content({ page, lang }: Place, signal: AbortSignal): Promise<Shown> | Shown {
  switch (page.name) {
    case "programmes":
      return programmes(page, lang, signal);
    case "district":
      return district(page.slug, lang, signal);
    case "search":
      return search(page, lang, signal);
    case "unknown":
      return { title: "Nicht gefunden", status: "Nicht gefunden", content: [el("h1", {}, "Diese Seite gibt es nicht")] };
  }
}

/** Show the place of the address; `moved` is false the first time, when nobody's focus has to follow. */
async function show(moved: boolean): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const place = read(location.hash);
  links(place);
  main.setAttribute("aria-busy", "true");
  const shown = await Promise.resolve()
    .then(() => content(place, signal))
    .catch(failed);
  if (signal.aborted) return; // the address has changed meanwhile
  main.replaceChildren(...shown.content);
  main.removeAttribute("aria-busy");
  document.title = `${shown.title} – Engagement vor Ort`;
  status.textContent = shown.status;
  if (!moved) return;
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Both navigations, with where we are marked. */
function links(place: Place): void {
  const here = place.page.name;
  const pages = PAGES.map(([text, page]) =>
    el("a", { href: href({ page, lang: place.lang }), "aria-current": page.name === here && "page" }, text),
  );
  const languages = (Object.keys(LANGUAGES) as Language[]).map((lang) =>
    el(
      "a",
      { href: href(inLanguage(place, lang)), lang: TAGS[lang], "aria-current": lang === place.lang && "true" },
      LANGUAGES[lang],
    ),
  );
  part("pages").replaceChildren(...pages);
  part("languages").replaceChildren(...languages);
}

function failed(error: unknown): Shown {
  const said =
    error instanceof ApiError
      ? [
          el("p", {}, `Die API hat die Anfrage abgelehnt: ${error.message} (`, el("code", {}, error.code), ")."),
          error.hint !== undefined && el("p", {}, "Hinweis: ", el("span", { lang: "en" }, error.hint)),
        ]
      : [
          el("p", {}, "Von ", el("code", {}, ENDPOINT), " kommt keine Antwort."),
          el("p", {}, "Läuft die API, und erlaubt sie diese Herkunft (ENGAGEGRAPH_CORS_ORIGINS)?"),
        ];
  if (!(error instanceof ApiError)) console.error(error);
  const again = el("button", { type: "button" }, "Noch einmal versuchen");
  again.addEventListener("click", () => void show(true));
  return {
    title: "Fehler",
    status: "",
    content: [el("h1", {}, "Das hat nicht geklappt"), el("div", { role: "alert" }, ...said), again],
  };
}

document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault(); // the part after `#` is the page's address
  main.focus();
});
addEventListener("hashchange", () => void show(true));
void show(false);
