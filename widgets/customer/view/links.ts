/** Where a link may lead, and how it does. */

import { h } from "./dom.ts";

/** Addresses in plain text; e-mail addresses too. */
const ADDRESS = /https?:\/\/[^\s<>"`|]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/** `words` that lead to `address` in a new tab, which learns nothing of this page; to web, mail and telephone only. */
export function link(words: string, address: string): Node {
  try {
    const { protocol, href } = new URL(address);
    if (/^(https?|mailto|tel):$/.test(protocol)) {
      return h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, words);
    }
  } catch {
    // It is no address.
  }
  return new Text(words);
}

/** Plain text as nodes, in which addresses are links; those of e-mail in a reply, which nobody has looked at, lead nowhere. */
export function plain(text: string, mail = "mailto:"): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    // What ends a sentence does not end an address, nor does a bracket that was not opened in it.
    const words = found.replace(found.includes("(") ? /[.,;:!?'*_~\]]+$/ : /[.,;:!?'*_~)\]]+$/, "");
    nodes.push(new Text(text.slice(done, index)), link(words, words.includes("://") ? words : mail + words));
    done = index + words.length;
  }
  return [...nodes, new Text(text.slice(done))].filter(({ textContent }) => textContent);
}
