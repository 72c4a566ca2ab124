/** Tells people who listen what happens: each thing once, an answer when it is whole. */

import { h } from "./dom.ts";

/** Milliseconds after which the words go, so that nobody reads them twice. */
const KEPT = 10_000;

export interface Announcer {
  readonly node: HTMLElement;
  say(words: string): void;
}

/** The words of a node as they are to be heard: those of a block or a cell apart from what comes next. */
export function spoken(node: Node): string {
  const words = Array.from(node.childNodes, spoken).join("") || node.textContent!;
  return /^[BHLPT]/.test(node.nodeName) ? `${words.replace(/[^\s.,:;!?]$/, "$&,")} ` : words;
}

export function createAnnouncer(): Announcer {
  const node = h("div.far", { role: "status", "aria-atomic": "false" });
  return {
    node,
    say(words) {
      // A new node each: what happens at the same moment is said one after the other, and the same words twice.
      const said = h("p", {}, words);
      node.append(said);
      setTimeout(() => said.remove(), KEPT);
    },
  };
}
