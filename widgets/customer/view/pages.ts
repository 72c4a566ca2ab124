/** What the first answer does without: sources, thumbs, notices, a person, one's data and its deletion. A file of its own, fetched then. */

import type { Problem, Source } from "../client/state.ts";
import type { Texts } from "../texts/en.ts";
import { readable, save, saveJson } from "./files.ts";
import type { Context } from "./context.ts";
import { button, h } from "./dom.ts";
import { link, plain } from "./links.ts";
import { createNotices, problemText, type Notices } from "./notices.ts";
import style from "./pages.css?inline";
import { createRating, type Rating } from "./rating.ts";
import { createSheet } from "./sheet.ts";

const FILE = "frontdesk";

export interface Pages {
  person(): void;
  menu(): void;
  /** Tells whether there was one to close. */
  close(): boolean;
}

export interface PagesModule {
  /** How all of it looks. */
  readonly style: string;
  createPages(context: Context, behind: HTMLElement, refocus: () => void): Pages;
  createNotices(context: Context, node: HTMLElement): Notices;
  createRating(context: Context): Rating;
  createSources(texts: Texts, sources: readonly Source[]): HTMLElement;
}

export { createNotices, createRating, style };

/** Where an answer comes from. */
export function createSources(texts: Texts, sources: readonly Source[]): HTMLElement {
  const items = sources.map(({ title, url }) => h("li", {}, link(title, url ?? "")));
  return h("ul.sources", { part: "sources", "aria-label": texts.sources }, ...items);
}

export function createPages(context: Context, behind: HTMLElement, refocus: () => void): Pages {
  const { client, texts } = context;
  const sheet = createSheet(context, behind, refocus);
  return { person, menu, close: sheet.close };

  function person(): void {
    const email = h("input", { type: "email", autocomplete: "email", id: "email", "aria-describedby": "why" });
    const form = h(
      "form", {
        onsubmit: (event: Event) => {
          event.preventDefault();
          void attempt(form, async () => {
            await client.askForPerson(email.value.trim() || undefined);
            sheet.close();
            refocus(); // what is left to do is to write
          });
        },
      },
      h("p", {}, texts.personWhy),
      h("label", { htmlFor: "email" }, texts.email), email, h("p.small", { id: "why" }, texts.emailWhy),
      h("button.main", {}, texts.person),
    );
    sheet.open(texts.person, form);
  }

  function menu(): void {
    const notice = client.state.assistant?.privacyNotice;
    const download = button(texts.download, () => {
      void attempt(page, async () => saveJson(`${FILE}-data`, await client.data()));
    });
    const transcript = button(texts.transcript, () => {
      void attempt(page, async () => {
        await readAll();
        save(`${FILE}.txt`, "text/plain;charset=utf-8", readable(context));
      });
    });
    const page = h(
      "div", {},
      ...(notice ? [h("h4", {}, texts.privacy), h("p", { dir: "auto" }, ...plain(notice))] : []),
      h("h4", {}, texts.myData),
      transcript, download, button(texts.erase, confirm, "danger"),
    );
    sheet.open(texts.menu, page);
  }

  /** Reads the older messages, as long as more of them come; where there is no connection, what is here has to do. */
  async function readAll(): Promise<void> {
    for (let count = -1; client.state.connection === "online" && count < client.state.messages.length; ) {
      count = client.state.messages.length;
      await client.earlier();
    }
  }

  function confirm(): void {
    const erase = (): void => void attempt(page, async () => receipt(await client.erase()));
    const yes = button(texts.eraseYes, erase, "danger main");
    const page = h(
      "div", {}, h("p", {}, texts.eraseWhy),
      yes, button(texts.cancel, menu),
    );
    sheet.open(texts.erase, page);
  }

  function receipt(found: object): void {
    sheet.open(
      texts.erase, h("p", {}, texts.erased),
      h("pre.wide", { tabIndex: 0 }, JSON.stringify(found, null, 2)),
      button(texts.receipt, () => saveJson(`${FILE}-receipt`, found), "main"),
    );
  }

  /** Does `work` once; where it fails, says so on the page and lets it be tried again. */
  async function attempt(page: HTMLElement, work: () => Promise<void>): Promise<void> {
    if (page.ariaBusy) return;
    page.ariaBusy = "true";
    page.querySelector("[role=alert]")?.remove();
    try {
      await work();
    } catch (error) {
      const { problem } = error as { problem?: Problem };
      page.append(h("p.bad", { role: "alert" }, problem ? problemText(problem, context) : texts.wrong));
    }
    page.ariaBusy = null;
  }
}
