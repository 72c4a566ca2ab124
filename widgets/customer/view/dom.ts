/** Makes elements; a text is always a text. */

export type Child = Node | string | null | undefined | false;

/** An element with properties, attributes (names with a dash, `role` and `part`) and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, props: Record<string, unknown> = {}, ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (/-|^(role|part)$/.test(name)) node.setAttribute(name, String(value));
    else if (value !== undefined) (node as unknown as Record<string, unknown>)[name] = value;
  }
  node.append(...children.filter((child) => child || child === "") as (Node | string)[]);
  return node;
}

/** A drawing of 24 by 24 made of one stroke. */
export function icon(path: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const stroke = document.createElementNS(space, "path");
  stroke.setAttribute("d", path);
  svg.append(stroke);
  return svg;
}

/** A button with words, or with a drawing named by them. */
export function button(words: string, onclick: () => void, path?: string, className = ""): HTMLButtonElement {
  return path
    ? h("button", { type: "button", onclick, className: `icon ${className}`, title: words, "aria-label": words }, icon(path))
    : h("button", { type: "button", onclick, className }, words);
}

/** The drawings: what a pen of round points does. */
export const STROKES = {
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 19V5M5 12l7-7 7 7",
  stop: "M7 7h10v10H7z",
  more: "M5 11.5v1M12 11.5v1M19 11.5v1",
  back: "M15 5l-7 7 7 7",
  down: "M12 5v14M5 12l7 7 7-7",
  up: "M7 21V11l4-8c1.5 0 2.5 1 2.5 2.5V9H19c1.3 0 2 1 1.800 2.2l-1.4 8c-.2 1.1-1 1.800-2 1.800zM3 11v10",
};
