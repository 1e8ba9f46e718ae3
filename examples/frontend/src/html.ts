/** Elements without a framework. Texts become text nodes, never markup; the one exception is `prose`. */
import { TAGS } from "./address";
import type { Language } from "./gql/graphql";

type Child = Node | string | number | false | null | undefined;
type Attributes = Record<string, string | boolean | undefined>;

/** An element; attributes that are false or undefined are left out. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== false && child !== null && child !== undefined).map(asNode));
  return element;
}

const asNode = (child: Node | string | number): Node | string => (child instanceof Node ? child : String(child));

/** A list, or nothing where there is nothing to list. */
export function list(items: Child[], attributes: Attributes = {}): HTMLElement | null {
  return items.length > 0 ? el("ul", attributes, ...items.map((item) => el("li", {}, item))) : null;
}

/** `lang` for a text, named only where it is not the page's own German. */
export function spoken(delivered: Language | null): Attributes {
  return delivered === null || delivered === "DE" ? {} : { lang: TAGS[delivered] };
}

/** A text that was asked for with `format: HTML`: the API has removed whatever is not plain formatting from it. */
export function prose(html: string, delivered: Language | null): HTMLElement {
  const made = el("div", { class: "prose", ...spoken(delivered) });
  made.innerHTML = html;
  return made;
}

/** A link to elsewhere; an address that is none of the web's stays text. */
export function outside(address: string, text: string, attributes: Attributes = {}): HTMLElement {
  return /^https?:\/\//.test(address)
    ? el("a", { href: address, rel: "external noreferrer", ...attributes }, text)
    : el("span", attributes, text);
}
