/** What the customer takes home. */

import type { Context } from "./context.ts";
import { h } from "./dom.ts";
import { nameOf } from "./name.ts";

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
export function readable(context: Context): string {
  const lines = context.client.state.messages.map((message) => {
    const when = new Date(message.at).toLocaleString(context.code, { dateStyle: "medium", timeStyle: "medium" });
    const from = (message.sources ?? []).map(({ title, url = "" }) => `\n- ${title} ${url}`.trimEnd()).join("");
    return `${when} · ${nameOf(message, context)}\n${message.text}${from}\n`;
  });
  return lines.join("\n");
}
