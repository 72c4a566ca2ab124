/** Turns nodes into other ones and leaves alone what is alike: it costs nothing, and a selection or a focus in it stays. */

import { h } from "./dom.ts";

/** An element that is made of a source; its children are made when they are needed. */
interface Made extends HTMLElement {
  source?: string;
  fill?: (() => Node[]) | undefined;
}

/** An element whose children `fill` makes from `source` alone. */
export function made(tag: keyof HTMLElementTagNameMap, source: string, fill: () => Node[], props = {}): HTMLElement {
  return h(tag, { ...props, source, fill });
}

/** Makes the children of `parent`, from the one numbered `from` on, like `nodes`. */
export function morph(parent: Node, from: number, nodes: readonly Node[]): void {
  nodes.forEach((node, place) => {
    const old = parent.childNodes[from + place] as (Made & Text) | undefined;
    const next = node as Made & Text & HTMLAnchorElement;
    if (!old) parent.appendChild(whole(next));
    else if (old.nodeName !== next.nodeName || (old as unknown as HTMLAnchorElement).href !== next.href) {
      parent.replaceChild(whole(next), old);
    } else if (old.nodeType === 3) {
      // Words are added, not replaced, for the sake of a selection.
      if (next.data.startsWith(old.data)) old.appendData(next.data.slice(old.data.length));
      else old.data = next.data;
    } else if (next.source === undefined || next.source !== old.source) {
      old.source = next.source!;
      morph(old, 0, next.fill?.() ?? [...next.childNodes]);
    }
  });
  while (parent.childNodes.length > from + nodes.length) parent.lastChild!.remove();
}

/** The node with all that is to be in it. */
function whole(node: Node): Node {
  const { fill } = node as Made;
  if (fill) {
    (node as Made).append(...fill());
    (node as Made).fill = undefined;
  }
  node.childNodes.forEach(whole);
  return node;
}

/** What is in an element, without the element. */
export function unwrapped(node: Node): Node[] {
  return [...whole(node).childNodes];
}
