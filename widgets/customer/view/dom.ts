/** Makes elements; a text is always a text. */

export type Child = Node | string | null | undefined | false;

/** An element, with classes after a dot, with properties, attributes (names with a dash, `role` and `part`) and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  kind: Tag | `${Tag}.${string}`, props: Record<string, unknown> = {}, ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const [tag, className] = kind.split(".") as [Tag, string?];
  const node = document.createElement(tag);
  if (className) node.className = className;
  for (const [name, value] of Object.entries(props)) {
    if (/-|^(role|part)$/.test(name)) node.setAttribute(name, String(value));
    else (node as unknown as Record<string, unknown>)[name] = value;
  }
  node.append(...(children.filter(Boolean) as (Node | string)[]));
  return node;
}

/** A drawing of 24 by 24 made of one stroke. */
export function icon(path: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const make = (name: "svg" | "path", attribute: string, value: string): SVGElement => {
    const node = document.createElementNS(space, name);
    node.setAttribute(attribute, value);
    return node;
  };
  const svg = make("svg", "viewBox", "0 0 24 24");
  svg.ariaHidden = "true";
  svg.append(make("path", "d", path));
  return svg;
}

/** A button with words, or with a drawing named by them. */
export function button(words: string, onclick: () => void, className = "", path?: string): HTMLButtonElement {
  const named = path && { title: words, "aria-label": words };
  return h(`button.${path ? "icon " : ""}${className}`, { type: "button", onclick, ...named }, path ? icon(path) : words);
}

/** The drawings: what a pen of round points does. */
export const STROKES = {
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 19V5M5 12l7-7 7 7",
  stop: "M7 7h10v10H7z",
  more: "M5 11.5v1M12 11.5v1M19 11.5v1",
  back: "M15 5l-7 7 7 7",
};

/** Adds a style sheet; its text is the build's own. */
export function styled(root: ShadowRoot, style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets.push(sheet);
}
