/** An assistant's markdown, written piece by piece as nodes: what is finished is not touched again, no HTML is parsed. */

import { h } from "./view/dom.ts";
import { inline } from "./view/inline.ts";
import { filled, morph } from "./view/morph.ts";

/** Characters that one step writes: a few milliseconds' work on a slow telephone, the layout after it included. */
const STEP = 64;
/** Blocks after which the next ones get a box of their own: browsers paint a box anew, all of it, where it changes. */
const BLOCKS = 12;
/** How deep lists and quotes may hold each other. */
const DEPTH = 6;

const FENCE = /^\s*(`{3,}|~{3,})/;
const HEADING = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/;
const RULE = /^\s{0,3}([-*_])(\s*\1){2,}\s*$/;
const QUOTE = /^\s{0,3}>\s?/;
const ITEM = /^(\s*)([-*+•]|(\d{1,9})[.)])(\s+|$)/;
/** A word that may still grow: shown, it would move to the next line later. */
const HALF = /[!-~]{1,99}$/;
const DASHES = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

export interface Markdown {
  /** What the text is by now; goes on where the new one begins with the old one, else begins anew. */
  set(text: string, whole: boolean): void;
  /** Writes some of what is not written yet; true while there is more. */
  step(): boolean;
}

export function createMarkdown(box: HTMLElement): Markdown {
  let text = "";
  let whole = false;
  let written = 0;
  /** Where the part begins that may still change, in the text and among the nodes of its box. */
  let start = 0;
  let kept = 0;
  let part = box;
  return {
    set(next, isWhole) {
      if (!next.startsWith(text.slice(0, written))) {
        written = start = kept = 0;
        part = box;
      }
      text = next;
      whole = isWhole;
    },
    step() {
      // What is not finished is read anew by each step: where there is much of it, the steps are fewer.
      written = Math.min(text.length, written + Math.max(STEP, written - start));
      const isOpen = !whole || written < text.length;
      let rest = text.slice(start, written);
      if (isOpen) rest = rest.replace(HALF, "");
      const cut = finished(rest);
      const done = blocks(rest.slice(0, cut).split("\n"), false);
      const open = blocks(rest.slice(cut).split("\n"), isOpen);
      start += cut;
      if (cut && kept > BLOCKS) {
        morph(part, kept, done);
        box.append((part = h("div")));
        kept = done.length = 0;
      }
      morph(part, kept, [...done, ...open]);
      kept += done.length;
      return written < text.length;
    },
  };
}

/** How much of the text no later word can change: up to the last line of its own after an empty one. */
function finished(text: string): number {
  let at = 0;
  let cut = 0;
  let empty = false;
  let fence = "";
  for (const line of text.split("\n")) {
    if (empty && !fence && /^\S/.test(line) && !ITEM.test(line)) cut = at;
    fence = fenceAfter(line, fence);
    empty = !line.trim();
    at += line.length + 1;
  }
  return cut;
}

/** The fence that is open after a line. */
function fenceAfter(line: string, fence: string): string {
  if (fence) return line.trim().startsWith(fence) && !line.trim().replaceAll(fence[0]!, "") ? "" : fence;
  return FENCE.exec(line)?.[1] ?? "";
}

/** The blocks that the lines make; `isOpen` where the last one is still being written. */
function blocks(lines: string[], isOpen: boolean, depth = 0): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  /** Takes lines as long as they fit. */
  const take = (fits: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && fits(lines[at]!)) at += 1;
    return lines.slice(from, at);
  };
  /** An element of some of the lines; `open` where words may come to its end. */
  const part = (tag: "p" | "h3" | "li" | "tr" | "blockquote", text: string, fill: (open: boolean) => Node[]): Node => {
    const open = isOpen && at === lines.length;
    return h(tag, { source: text + (open ? "\0" : ""), fill: () => fill(open) });
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const item = depth < DEPTH ? ITEM.exec(line) : null;
    let fence = "";
    if (!line.trim()) at += 1;
    else if (FENCE.test(line)) {
      const code = take((next) => (fence = fenceAfter(next, fence)) !== "").slice(1).join("\n");
      at += 1;
      nodes.push(h("pre.wide", { tabIndex: 0 }, h("code", {}, code)));
    } else if (HEADING.test(line)) {
      at += 1;
      const words = HEADING.exec(line)![1]!;
      nodes.push(part("h3", words, (open) => inline(words, open)));
    } else if (RULE.test(line)) {
      at += 1;
      nodes.push(h("hr"));
    } else if (depth < DEPTH && QUOTE.test(line)) {
      const inner = take((next) => QUOTE.test(next)).map((next) => next.replace(QUOTE, ""));
      nodes.push(part("blockquote", inner.join("\n"), (open) => blocks(inner, open, depth + 1)));
    } else if (item) nodes.push(list(item));
    else if (line.includes("|") && DASHES.test(lines[at + 1] ?? "") && lines[at + 1]!.includes("|")) nodes.push(table());
    else {
      at += 1;
      const words = [line, ...take(isPlain)].join("\n");
      nodes.push(part("p", words, (open) => inline(words, open)));
    }
  }
  return nodes;

  function list([, indent, , number]: RegExpExecArray): Node {
    const items: Node[] = [];
    const same = (line: string): RegExpExecArray | null => {
      const next = ITEM.exec(line);
      return next && next[1]!.length <= indent!.length + 1 && !next[3] === !number && !RULE.test(line) ? next : null;
    };
    /** Whether what comes after empty lines is still the list's. */
    const belongs = (): boolean => {
      const next = lines.slice(at).find((line) => line.trim());
      return next !== undefined && (/^\s{2}/.test(next) || same(next) !== null);
    };
    for (let next; at < lines.length && (next = same(lines[at]!)); ) {
      const first = lines[at++]!.slice(next[0].length);
      // An item holds what is indented, and plain lines that follow at once.
      const rest = take((line) => {
        if (!line.trim()) return belongs();
        return !same(line) && (/^\s{2}/.test(line) || (isPlain(line) && !!lines[at - 1]!.trim()));
      });
      const inner = [first, ...rest.map((line) => line.replace(/^\s{1,4}/, ""))];
      items.push(part("li", inner.join("\n"), (open) => {
        const all = blocks(inner, open, depth + 1);
        return all[0]?.nodeName === "P" ? [...filled(all.shift()!).childNodes, ...all] : all;
      }));
    }
    return h(number ? "ol" : "ul", number && +number !== 1 ? { start: +number } : {}, ...items);
  }

  function table(): Node {
    const [head, , ...rows] = take((line) => line.includes("|"));
    const row = (line: string, tag: "th" | "td"): Node =>
      part("tr", line, (open) => cells(line).map((cell) => h(tag, {}, ...inline(cell, open))));
    const node = h("table", {}, h("thead", {}, row(head!, "th")), h("tbody", {}, ...rows.map((line) => row(line, "td"))));
    node.style.minWidth = `${cells(head!).length * 7}em`; // columns that do not move while rows come
    return h("div.wide", { tabIndex: 0 }, node);
  }
}

function cells(row: string): string[] {
  const inner = row.trim().replace(/^\||\|$/g, "").replaceAll("\\|", "\0");
  return inner.split("|").map((cell) => cell.trim().replaceAll("\0", "|"));
}

/** Whether a line goes on with the paragraph before it. */
function isPlain(line: string): boolean {
  return !!line.trim() && ![FENCE, HEADING, RULE, QUOTE, ITEM].some((start) => start.test(line));
}
