/** One message as the customer sees it. */

import type { Message } from "../client/state.ts";
import { createMarkdown, type Markdown } from "../markdown.ts";
import { fill } from "../texts/fill.ts";
import type { Context } from "./context.ts";
import { button, h } from "./dom.ts";
import { createRating } from "./rating.ts";
import { link, plain } from "./links.ts";
import { nameOf } from "./name.ts";

export interface Row {
  readonly node: HTMLLIElement;
  /** Shows what the message is by now. */
  show(message: Message): void;
  /** An assistant's text, to be worked off. */
  readonly markdown: Markdown | null;
}

export function createRow(context: Context, author: Message["author"]): Row {
  const { client, texts, code } = context;
  const who = h("span", { className: author === "operator" ? "who" : "who far" });
  const text = h("div.text", { part: `message ${author}`, dir: "auto" });
  const foot = h("div.foot", {});
  const node = h(`li.row ${author}`, {}, who, text);
  const markdown = author === "assistant" ? createMarkdown(text) : null;
  let rating: ReturnType<typeof createRating> | null = null;
  let shown: Message | null = null;
  return {
    node,
    markdown,
    show(message) {
      if (message === shown) return;
      who.textContent = nameOf(message, context);
      if (markdown) markdown.set(message.text, true);
      else if (shown?.text !== message.text) text.replaceChildren(...plain(message.text));
      node.dataset["status"] = message.status;
      if (!foot.isConnected) node.append(foot);
      foot.replaceChildren(
        message.status === "stored" ? clock(message.at) : h("span", {}, statusText(message)),
      );
      if (message.status === "failed") foot.append(button(texts.retry, () => client.retry(message.clientId ?? message.id), "plain"));
      if (markdown && message.seq !== null) foot.append(...(rating ??= createRating(context)).show(message));
      if (message.sources?.length && !shown?.sources) foot.before(sources(message.sources));
      shown = message;
    },
  };

  function clock(at: string): HTMLTimeElement {
    const time = new Date(at);
    const today = time.toDateString() === new Date().toDateString();
    return h("time", { dateTime: at }, time.toLocaleString(code, { timeStyle: "short", ...(!today && { dateStyle: "medium" }) }));
  }

  function statusText({ status, problem }: Message): string {
    if (status === "failed") return `${texts.failed}. ${problem ?? ""}`;
    return status === "waiting" ? texts.waiting : texts.sending;
  }

  function sources(list: NonNullable<Message["sources"]>): HTMLElement {
    const items = list.map(({ title, url }) => h("li", {}, link(title, url ?? "")));
    return h("ul.sources", { part: "sources", "aria-label": texts.sources }, ...items);
  }
}

/** A line between messages: what became of an answer. */
export function createNote(words: string): HTMLLIElement {
  return h("li.row note", {}, words);
}

/** The running answer's dots. */
export function createDots(context: Context): HTMLLIElement {
  const name = nameOf({ author: "assistant" }, context);
  return h(
    "li.row assistant dots", {},
    h("div.text", { role: "img", "aria-label": fill(context.texts.writing, { name }) }, h("i"), h("i"), h("i")),
  );
}
