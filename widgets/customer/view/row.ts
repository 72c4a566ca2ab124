/** One message as the customer sees it. */

import type { Message } from "../client/state.ts";
import { ignore } from "../client/api.ts";
import { createMarkdown, type Markdown } from "../markdown.ts";
import { fill } from "../texts/fill.ts";
import type { Context } from "./context.ts";
import { spoken } from "./announcer.ts";
import { button, h } from "./dom.ts";
import type { Rating } from "./rating.ts";
import { plain } from "./links.ts";
import { nameOf } from "./name.ts";

/** Characters after which a long answer is said in a further part. */
const PART = 5_000;

export interface Row {
  readonly node: HTMLLIElement;
  /** Shows what the message is by now; returns in words what is new of its way to the service. */
  show(message: Message): string;
  /** What people hear of it who listen: a long answer in up to three parts, each of whole blocks. */
  spoken(): Iterator<string, void>;
  /** An assistant's text, to be worked off. */
  readonly markdown: Markdown | null;
}

export function createRow(context: Context, author: Message["author"]): Row {
  const { client, texts } = context;
  const who = h(`span.who${author === "operator" ? "" : " far"}`);
  const text = h("div.text", { part: `message ${author}`, dir: "auto" });
  const foot = h("div.foot", {});
  const node = h(`li.row ${author}`, {}, who, text);
  const markdown = author === "assistant" ? createMarkdown(text) : null;
  let rating: Rating | undefined;
  let sources: HTMLElement | undefined;
  let shown: Message | null = null;
  return {
    node,
    markdown,
    *spoken() {
      if (author === "contact") return void (yield texts.sending);
      let words = `${who.textContent}: `;
      let more = 2;
      for (const block of text.childNodes) {
        if (words.length > PART && more-- > 0) {
          yield words;
          words = "";
        }
        words += spoken(block);
      }
      yield words;
    },
    show(message) {
      if (message === shown) return "";
      const status = statusText(message);
      const news = shown && shown.status !== message.status ? status : "";
      who.textContent = nameOf(message, context);
      if (markdown) markdown.set(message.text, true);
      else if (shown?.text !== message.text) text.replaceChildren(...plain(message.text));
      node.dataset["status"] = message.status;
      if (!foot.isConnected) node.append(foot);
      // What stands there may have the focus.
      if (status || shown?.status !== message.status) foot.replaceChildren(status ? h("span", {}, status) : clock(message.at));
      if (message.status === "failed") foot.append(button(texts.retry, () => client.retry(message.clientId ?? message.id), "plain"));
      if (markdown) void rate(message).catch(ignore); // whatever changes next asks for the file again
      shown = message;
      return news;
    },
  };

  /** The sources and thumbs are not waited for: their file comes with the first answer. */
  async function rate(message: Message): Promise<void> {
    const file = await context.pages();
    if (message !== shown) return;
    if (message.sources?.length) node.insertBefore((sources ??= file.createSources(texts, message.sources)), foot);
    // A task of its own; they have their place, and nothing moves.
    setTimeout(() => {
      rating ??= file.createRating(context);
      if (message === shown) foot.append(...rating.show(message));
    });
  }

  /** By hand: the browser's own formats take a slow telephone a tenth of a second when they are first asked for. */
  function clock(at: string): HTMLTimeElement {
    const [day, time] = local(new Date(at));
    return h("time", { dateTime: at }, day === local(new Date())[0] ? time : `${day} ${time}`);
  }

  function statusText({ status, problem }: Message): string {
    if (status === "stored") return "";
    if (status === "failed") return `${texts.failed}. ${problem ?? ""}`;
    // Where it is the service that is to be waited for, the browser is online.
    return status === "waiting" && client.state.connection !== "online" ? texts.waiting : texts.sending;
  }
}

/** The date and the hour as the reader's clock has them. */
function local(time: Date): string[] {
  return new Date(+time - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16).split("T");
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
    h("div", { role: "img", "aria-label": fill(context.texts.writing, { name }) }, h("i", {}, "●"), h("i", {}, "●"), h("i", {}, "●")),
  );
}
