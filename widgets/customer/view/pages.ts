/** The pages of the sheet: asking for a person, one's data and its deletion. */

import type { Problem } from "../client/state.ts";
import { readable, save, saveJson } from "./files.ts";
import type { Context } from "./context.ts";
import { button, h } from "./dom.ts";
import { plain } from "./links.ts";
import type { Sheet } from "./sheet.ts";

const FILE = "frontdesk";

export function createPages(context: Context, sheet: Sheet) {
  const { client, texts } = context;
  return { person, menu };

  function person(): void {
    const email = h("input", { type: "email", autocomplete: "email", id: "email", "aria-describedby": "why" });
    const form = h(
      "form", {
        onsubmit: (event: Event) => {
          event.preventDefault();
          void attempt(form, async () => {
            await client.askForPerson(email.value.trim() || undefined);
            sheet.close();
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
      save(`${FILE}.txt`, "text/plain;charset=utf-8", readable(context));
    });
    const page = h(
      "div", {},
      ...(notice ? [h("h4", {}, texts.privacy), h("p", { dir: "auto" }, ...plain(notice))] : []),
      h("h4", {}, texts.myData),
      transcript, download, button(texts.erase, confirm, "danger"),
    );
    sheet.open(texts.menu, page);
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
      page.append(h("p.bad", { role: "alert" }, problem?.detail || texts.wrong));
    }
    page.ariaBusy = null;
  }
}
