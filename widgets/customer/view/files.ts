/** What the customer takes home. */

import type { ChatState } from "../client/state.ts";
import type { Texts } from "../texts/en.ts";
import { h } from "./dom.ts";

/** Hands `content` to the browser as a file. */
export function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function saveJson(name: string, content: object): void {
  save(`${name}.json`, "application/json", JSON.stringify(content, null, 2));
}

/** The conversation as people read it. */
export function readable({ messages, assistant }: ChatState, texts: Texts, code: string): string {
  const when = new Intl.DateTimeFormat(code, { dateStyle: "medium", timeStyle: "medium" });
  const lines = messages.map(({ at, author, operatorName, text, sources = [] }) => {
    const who = {
      contact: texts.you, system: texts.notice, operator: operatorName || texts.somebody,
      assistant: assistant?.name || texts.assistant,
    }[author];
    const from = sources.map(({ title, url }) => `\n- ${title}${url ? ` ${url}` : ""}`).join("");
    return `${when.format(new Date(at))} · ${who}\n${text}${from}\n`;
  });
  return lines.join("\n");
}
