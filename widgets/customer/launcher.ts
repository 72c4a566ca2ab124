/** The launcher: a button in a landmark of its own shadow root, which fetches the chat when someone shows intent. */

import type { Chat, ChatModule } from "./host.ts";
import { launcherCss } from "./launcher-css.ts";
import type { Frontdesk, Identity, MountOptions } from "./public.ts";

const TAG = "frontdesk-chat";
/** The name before any text was fetched: a word that most languages share. */
const NAME = "Chat";

interface Mounted extends HTMLElement {
  /** Called when the page has taken the element away. */
  left: () => void;
}

/** Makes an element with these properties. */
export function make<T extends HTMLElement>(tag: string, fields: object): T {
  return Object.assign(document.createElement(tag) as T, fields);
}

/** Puts the launcher on the page. `load` fetches the chat's file; where it does not come, `otherwise` is called. */
export function launch(options: MountOptions, load: () => Promise<ChatModule>, otherwise?: () => void): Frontdesk {
  if (!customElements.get(TAG)) {
    customElements.define(
      TAG,
      class extends HTMLElement {
        disconnectedCallback(this: Mounted): void {
          queueMicrotask(() => this.isConnected || this.left()); // a page may move it
        }
      },
    );
  }
  const { site, url } = options;
  const locale = options.locale || document.documentElement.lang || navigator.language;
  let identify: Identity | null = null;
  let coming: Promise<ChatModule | null> | null = null;
  let chat: Chat | null = null;
  let wanted = false;
  let gone = false;

  /** Where the file does not come there is nothing, and the next intent tries again. */
  const prepare = (): Promise<ChatModule | null> => (coming ??= load().catch(() => (coming = null)));
  const emit = (event: string, detail?: unknown): void =>
    void element.dispatchEvent(new CustomEvent(event, { detail }));
  const api: Frontdesk = {
    open() {
      wanted = true;
      void prepare().then((file) => {
        if (!wanted || gone) return;
        if (!file) return otherwise?.();
        chat ??= file.start({ root, launcher, site, base: new URL(url), locale, identify, emit });
        chat.open();
      });
    },
    close() {
      wanted = false;
      chat?.close();
    },
    identify(token) {
      identify = token;
      chat?.identify(token);
    },
    reset() {
      identify = null;
      wanted = false;
      if (chat) return chat.reset();
      // Without the chat's own file: a log-out page is soon left. What is kept is in `client/records.ts`.
      try {
        for (const key in localStorage) {
          if (!key.startsWith(`frontdesk.1:${site}:`)) continue;
          const { token } = JSON.parse(localStorage[key] as string) as { token?: string };
          delete localStorage[key];
          const headers = { authorization: `Bearer ${token}` };
          if (token) fetch(new URL("/v1/session", url), { method: "DELETE", headers, keepalive: true }).catch(() => {});
        }
      } catch {
        // Nothing may be stored here.
      }
    },
    on(event, listener) {
      const told = ({ detail }: CustomEventInit): void => listener(detail);
      element.addEventListener(event, told);
      return () => element.removeEventListener(event, told);
    },
    destroy() {
      gone = true;
      element.remove();
      chat?.destroy();
      chat = null;
      if (window.Frontdesk === api) delete window.Frontdesk;
    },
  };

  const element = make<Mounted>(TAG, { left: api.destroy });
  for (const name in options) element.setAttribute(name, options[name as "site"]);
  const root = element.attachShadow({ mode: "open" });
  const landmark = make("section", { ariaLabel: NAME, dir: /^(ar|he)/.test(locale) ? "rtl" : "ltr" });
  const launcher = make("button", {
    part: "launcher",
    ariaLabel: NAME,
    ariaExpanded: "false",
    onclick: () => api[launcher.ariaExpanded === "true" ? "close" : "open"](),
    onpointerenter: prepare,
    onfocus: prepare,
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherCss);
  root.adoptedStyleSheets = [sheet];
  landmark.append(launcher);
  root.append(landmark);
  // Beside the body: what a page does to its body, transform or replace it, does not reach the chat.
  const attach = (): void => void (gone || document.documentElement.append(element));
  if (document.body) attach();
  else document.addEventListener("DOMContentLoaded", attach);
  return api;
}
