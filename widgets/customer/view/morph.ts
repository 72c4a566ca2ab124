/** Turns nodes into other ones and leaves alone what is alike: it costs nothing, and a selection or a focus in it stays. */

/** An element whose children `fill` makes from `source` alone, when they are needed. */
interface Made extends HTMLElement {
  source?: string;
  fill?: (() => Node[]) | undefined;
}

/** Makes the children of `parent`, from the one numbered `from` on, like `nodes`. */
export function morph(parent: Node, from: number, nodes: readonly Node[]): void {
  nodes.forEach((node, place) => {
    const old = parent.childNodes[from + place] as (Made & Text) | undefined;
    const next = node as Made & Text & HTMLAnchorElement;
    if (!old) parent.appendChild(filled(next));
    else if (old.nodeName !== next.nodeName || (old as unknown as HTMLAnchorElement).href !== next.href) {
      parent.replaceChild(filled(next), old);
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
export function filled(node: Node): Node {
  const { fill } = node as Made;
  if (fill) {
    (node as Made).append(...fill());
    (node as Made).fill = undefined;
  }
  node.childNodes.forEach(filled);
  return node;
}
