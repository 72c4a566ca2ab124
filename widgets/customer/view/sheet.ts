/** A page over the conversation, for what is asked for seldom. */

import type { Context } from "./context.ts";
import { button, h, STROKES } from "./dom.ts";

export interface Sheet {
  /** Shows a page; focus goes to its first field or to its title, and comes back on `close`. */
  open(title: string, ...content: Node[]): void;
  /** Tells whether there was anything to close. */
  close(): boolean;
}

/** It lies over `behind`. */
export function createSheet({ texts }: Context, behind: HTMLElement, refocus: () => void): Sheet {
  const title = h("h3", { tabIndex: -1 });
  const body = h("div.page", {});
  const node = h(
    "div.sheet", { role: "region", hidden: true },
    h("div.top", {}, button(texts.back, close, "back", STROKES.back), title), body,
  );
  let from: HTMLElement | null = null;
  behind.after(node);
  return {
    open(words, ...content) {
      if (node.hidden) from = (node.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
      title.textContent = words;
      node.ariaLabel = words;
      body.replaceChildren(...content);
      node.hidden = false;
      behind.inert = true;
      (body.querySelector("input") ?? title).focus();
    },
    close,
  };

  function close(): boolean {
    if (node.hidden) return false;
    node.hidden = true;
    body.replaceChildren(); // what was typed is not for the next one to read
    behind.inert = false;
    if (from?.isConnected && !from.hidden) from.focus();
    else refocus();
    return true;
  }
}
