/** Elements of the page. What comes from a bundle only ever becomes text: a stranger may have written it. */
import type { Words } from "../../engines/survey/interval/interval-words.ts";

export type Child = Node | string | null | undefined | false;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) made.append(child);
  }
  return made;
}

/** Both languages; the style sheet shows the one that the page is in. */
export function said({ zh, en }: Words): HTMLElement[] {
  return [
    element("span", { lang: "zh-CN", class: "in-zh" }, zh),
    element("span", { lang: "en", class: "in-en" }, en),
  ];
}

/** Hashes, ids, places: exact characters. */
export function exact(text: string): HTMLElement {
  return element("code", {}, text);
}

const mostRows = 200;

/** A table that scrolls by itself where the page is narrow; long ones open their rest on demand. */
export function table(name: Words, heads: Words[], rows: Child[][]): HTMLElement {
  const body = element("tbody", {}, rows.slice(0, mostRows).map(rowOf));
  const frame = element(
    "div",
    { class: "table", tabindex: "0", role: "group" },
    element(
      "table",
      {},
      element("caption", {}, said(name)),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          heads.map((head) => element("th", { scope: "col" }, said(head))),
        ),
      ),
      body,
    ),
  );
  if (rows.length <= mostRows) return frame;
  const rest = element(
    "button",
    { type: "button", class: "plain" },
    said({
      zh: `显示其余 ${rows.length - mostRows} 行`,
      en: `Show the other ${rows.length - mostRows} rows`,
    }),
  );
  rest.addEventListener("click", () => {
    body.append(...rows.slice(mostRows).map(rowOf));
    rest.remove();
  });
  return element("div", {}, frame, rest);
}

function rowOf(cells: Child[]): HTMLElement {
  return element(
    "tr",
    {},
    cells.map((cell) => element("td", {}, cell)),
  );
}

/** Closed until somebody wants to know. */
export function folded(title: Words, ...content: (Child | Child[])[]): HTMLElement {
  return element("details", {}, element("summary", {}, said(title)), ...content);
}
