/** The words of a block as nodes: emphasis, code and links. Whatever is none of these stays as it was typed. */

import { h } from "./dom.ts";
import { link, plain } from "./links.ts";

/** Emphasis reaches no further than this, so that signs which never end cost nothing. */
const FAR = "[^]{0,399}?";

/** `end` is what may stand for a closing sign where the text is still being written. */
function grammar(end: string, halfLink: string): RegExp {
  return new RegExp(
    [
      "\\\\([!-/:-@[-`{-~])",
      `(\`{1,3})(?!\`)(${FAR}[^\`])(?:\\2(?!\`)${end})`,
      `\\*\\*(?=\\S)(${FAR}\\S)(?:\\*\\*(?!\\*)${end})`,
      `\\b__(?=\\S)(${FAR}\\S)(?:__\\b${end})`,
      `\\*(?![\\s*])([^*]{0,399}?[^*\\s])(?:\\*(?!\\*)${end})`,
      `\\b_(?![\\s_])([^_]{0,399}?[^_\\s])(?:_\\b${end})`,
      `~~(?=\\S)(${FAR}\\S)(?:~~${end})`,
      `!?\\[([^\\][]{1,500})\\]\\((?:<?([^\\s()<>]*(?:\\([^\\s()]*\\)[^\\s()<>]*)*)>?(?:\\s[^)\\n]{0,500})?\\)${halfLink})`,
      "(<br ?/?>|\\n)",
      "https?://[^\\s<>\"`|]+",
    ].join("|"),
    "gi",
  );
}

const WHOLE = grammar("", "");
const OPEN = grammar("|\\s*$", "|[^)\\n]*$");

export function inline(text: string, isOpen: boolean): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const found of text.matchAll(isOpen ? OPEN : WHOLE)) {
    const [all, escaped, , code, strong, strong2, em, em2, struck, words, address, line] = found;
    nodes.push(...plain(text.slice(done, found.index), ""));
    done = found.index + all.length;
    const within = (tag: "strong" | "em" | "s", inner: string): Node =>
      h(tag, {}, ...inline(inner, isOpen && done === text.length));
    if (escaped) nodes.push(new Text(escaped));
    else if (code) nodes.push(h("code", {}, code));
    else if (strong ?? strong2) nodes.push(within("strong", (strong ?? strong2)!));
    else if (em ?? em2) nodes.push(within("em", (em ?? em2)!));
    else if (struck) nodes.push(within("s", struck));
    else if (words) nodes.push(link(words.replace(/\*\*|[*`]/g, ""), address ?? ""));
    else if (line) nodes.push(h("br"));
    else nodes.push(...plain(all));
  }
  return [...nodes, ...plain(text.slice(done), "")];
}
