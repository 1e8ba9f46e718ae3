// Walks through the example page in a real Chromium and writes what it saw to stdout, as JSON. What should have been
// seen is test_frontend.py's business: nothing is judged here. Chromium, addresses and words come as one JSON argument.
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const asked = JSON.parse(process.argv[2]);
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const browser = await chromium.launch({ executablePath: asked.chromium, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, locale: "de-DE" });
context.setDefaultTimeout(45_000);
const page = await context.newPage();

const complaints = [];
const requests = [];
page.on("pageerror", (error) => complaints.push(error.message));
page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
page.on("request", (request) => requests.push(new URL(request.url()).origin));

/** Wait until the address has been answered. */
const settled = () => page.locator("main:not([aria-busy]) h1").waitFor();
const open = async (place) => {
  await page.goto("about:blank");
  await page.goto(asked.site + place);
  await settled();
};
/** Do what changes the address, and wait for the page it leads to: another `h1` element than now. */
const follow = async (act) => {
  const before = await page.locator("main h1").elementHandle();
  await act();
  await page.waitForFunction((old) => !old.isConnected && document.querySelector("main h1"), before);
  await settled();
};
const texts = (selector) => page.locator(selector).allInnerTexts();
/** Text and language (its own or an ancestor's, as a screen reader takes it) of each element. */
const spoken = (selector) =>
  page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => [one.textContent, one.closest("[lang]").getAttribute("lang")]));

const seen = {};
/** Note what there is now, under a name: page, focus, landmarks, what axe finds fault with. */
async function note(name, more = {}) {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => axe.run());
  seen[name] = {
    title: await page.title(),
    hash: new URL(page.url()).hash,
    heading: await texts("h1"),
    current: await texts("header [aria-current]"),
    status: await page.locator("#status").textContent(),
    focus: await page.evaluate(() => document.activeElement.id),
    landmarks: (await page.locator("body").ariaSnapshot()).match(/^- [a-z]+|^  - navigation .*(?=:)/gm),
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)),
    ...more,
  };
  if (asked.shots) await page.screenshot({ path: join(asked.shots, `${name}.png`), fullPage: true });
}

const cards = async () => ({
  programmes: await spoken("article h2"),
  summaries: await spoken("article .prose"),
  links: await texts("nav[aria-label=Blättern] a"),
});

// The list: forward to its end by "next", one back by "previous", then the browser's own button.
await open("");
const pages = [await cards()];
await note("list");
while (await page.getByRole("link", { name: "Nächste Seite" }).count()) {
  await follow(() => page.getByRole("link", { name: "Nächste Seite" }).click());
  pages.push(await cards());
}
await note("last", { pages });
await follow(() => page.getByRole("link", { name: "Vorige Seite" }).click());
await note("previous", await cards());
await follow(() => page.goBack());
await note("back", await cards());
// Switching the language leaves the page that a cursor names: titles have another order then.
await follow(() => page.getByRole("link", { name: "English" }).click());
await note("english", await cards());
await follow(() => page.getByRole("link", { name: "Leichte Sprache" }).click());
const styles = await page.locator("article .prose:lang(de-simple)").evaluateAll((all) => all.map((one) => getComputedStyle(one).whiteSpace));
await note("simple", { ...(await cards()), styles });

// From a programme, on whichever page it stands, to one of its districts.
await open("");
const link = page.getByRole("link", { name: asked.district, exact: true, includeHidden: true });
const places = page.locator("details").filter({ has: link }).first();
while (!(await places.count())) await follow(() => page.getByRole("link", { name: "Nächste Seite" }).click());
await places.locator("summary").click();
await follow(() => places.getByRole("link", { name: asked.district, exact: true }).click());
await note("district", {
  facts: await texts("dl > *"),
  sections: await page.locator("main section").evaluateAll((all) =>
    Object.fromEntries(
      all.map((one) => [one.querySelector("h2").textContent, [...one.querySelectorAll("li")].map((item) => item.innerText)]),
    ),
  ),
  cited: await page.locator("cite a").evaluateAll((all) => all.map((one) => one.getAttribute("href"))),
});
await open("#/kreise/nirgendwo");
await note("nowhere");
await open("#/unsinn");
await note("nonsense");

// The search, by keyboard alone: skip link first, then the form.
await open("#/suche");
await page.keyboard.press("Tab");
seen.first = await page.evaluate(() => document.activeElement.textContent);
await page.keyboard.press("Enter");
await note("skipped");
await page.keyboard.press("Tab");
await page.keyboard.type(asked.words);
await follow(() => page.keyboard.press("Enter"));
const hits = async () => ({
  hits: await page.locator(".hits > li").evaluateAll((all) =>
    all.map((one) => [one.querySelector(".kind").textContent, one.querySelector("strong, a, .kind + span").textContent]),
  ),
  links: await texts("nav[aria-label=Blättern] a"),
  word: await page.getByLabel("Suchwörter").inputValue(),
  kind: await page.getByLabel("Art der Treffer").inputValue(),
});
await note("search", await hits());
await follow(() => page.getByRole("link", { name: "Weitere Treffer" }).click());
await note("more", await hits());
await page.getByLabel("Art der Treffer").selectOption("Veranstaltung");
await follow(() => page.getByRole("button", { name: "Suchen" }).click());
await note("events", await hits());
await open(`#/suche?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`);
await note("markup", await hits());
seen.complaints = [...complaints];
seen.requests = [...new Set(requests)];

// What goes wrong: a cursor of another list, an origin that the API does not allow, no server.
await open("#/programme?nach=unsinn");
await note("refused", { alert: await texts("[role=alert]") });
await page.goto(asked.foreign);
await settled();
await note("foreign", { alert: await texts("[role=alert]") });
await context.setOffline(true);
await follow(() => page.getByRole("button", { name: "Noch einmal versuchen" }).click());
await note("offline", { alert: await texts("[role=alert]") });

console.log(JSON.stringify(seen));
await browser.close();
