/** Tells people who listen what happens: each thing once, an answer when it is whole. */

import { h } from "./dom.ts";

/** Milliseconds after which the words go, so that nobody reads them twice. */
const KEPT = 10_000;

export interface Announcer {
  readonly node: HTMLElement;
  say(words: string): void;
}

export function createAnnouncer(signal: AbortSignal): Announcer {
  const node = h("div.far", { role: "status", "aria-live": "polite", "aria-atomic": "true" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    node,
    say(words) {
      node.replaceChildren(h("p", {}, words)); // a new node: the same words twice are said twice
      clearTimeout(timer);
      timer = setTimeout(() => node.replaceChildren(), KEPT);
    },
  };
}
