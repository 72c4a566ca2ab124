/** The chat behind the launcher: puts the client and what the customer sees together. */

import { createClient } from "./client/client.ts";
import type { Chat, Host } from "./host.ts";
import { pick } from "./texts/index.ts";
import { createPanel, type Panel } from "./view/panel.ts";
import style from "./view/panel.css?inline";

export function start({ root, launcher, site, base, locale, identify, emit }: Host): Chat {
  const ended = new AbortController();
  const language = pick(locale);
  const client = createClient({ site, base, locale: language.code });
  if (identify !== null) client.identify(identify);
  let panel: Panel | null = null;
  let wanted = false;
  const styles = new CSSStyleSheet();
  styles.replaceSync(style);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
  void language.load().then((texts) => {
    if (ended.signal.aborted) return;
    const { code, dir } = language;
    panel = createPanel({ client, texts, code, dir, emit, signal: ended.signal }, root, launcher);
    if (wanted) panel.open();
  });
  return {
    open() {
      wanted = true;
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
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== styles);
    },
  };
}
