/** The chat behind the launcher: puts the client and what the customer sees together. */

import { ignore } from "./client/api.ts";
import { createClient } from "./client/client.ts";
import type { Chat, Host } from "./host.ts";
import { pick } from "./texts/index.ts";
import type { PagesModule } from "./view/pages.ts";
import { styled } from "./view/dom.ts";
import { createPanel, type Panel } from "./view/panel.ts";
import style from "./view/panel.css?inline";

export function speak(locale: string): void {
  pick(locale).load().catch(ignore); // `start` asks again
}

export function start({ root, launcher, site, url, locale, identify, emit, load }: Host): Chat {
  const ended = new AbortController();
  const language = pick(locale);
  const client = createClient({ site, base: url, locale: language.code });
  if (identify != null) client.identify(identify);
  let panel: Panel | null = null;
  let coming: Promise<void> | null = null;
  let wanted = false;
  styled(root, style);
  let seldom: Promise<PagesModule> | undefined;
  /** The build writes the hash in. */
  const pages = (): Promise<PagesModule> =>
    (seldom ??= load<PagesModule>(import.meta.url.replace(/[^/]*$/, "pages.js"), "__FRONTDESK_PAGES__").then(
      (file) => (styled(root, file.style), file),
      (error: unknown) => {
        seldom = undefined; // the next wish tries again
        throw error;
      },
    ));
  /** Where the texts do not come, the next opening asks again. */
  const prepare = (): void =>
    void (coming ??= language.load().then(
      (texts) => {
        if (ended.signal.aborted) return;
        const { code, dir } = language;
        const context = { client, texts, code, dir, emit, pages, signal: ended.signal };
        panel = createPanel(context, root, launcher);
        if (wanted) panel.open();
        else client.resume();
      },
      () => void (coming = null),
    ));
  prepare();
  return {
    open() {
      wanted = true;
      prepare();
      panel?.open();
    },
    close() {
      wanted = false;
      panel?.close();
    },
    identify: (token) => client.identify(token),
    reset() {
      this.close();
      client.reset();
    },
    destroy() {
      ended.abort();
      client.destroy();
    },
  };
}
