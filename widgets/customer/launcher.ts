/** The launcher: a button in a landmark of its own shadow root, which fetches the chat when someone shows intent. */

import type { Chat, ChatModule, Load } from "./host.ts";
import { launcherCss } from "./launcher-css.ts";
import type { Frontdesk, Identity, MountOptions } from "./public.ts";

const TAG = "frontdesk-chat";
interface Mounted extends HTMLElement {
  /** Called when the page has taken the element away. */
  left: () => void;
}

/** Makes an element with these properties. */
export function make<T extends HTMLElement>(tag: string, fields: object): T {
  return Object.assign(document.createElement(tag) as T, fields);
}

/** Puts the launcher on the page. `load` fetches the chat's file; where it does not come, `otherwise` is called. */
export function launch(options: MountOptions, load: Load, otherwise?: () => void): Frontdesk {
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
  // Before any text was fetched, the name is a word that most languages share.
  const { site, url, label = "Chat", locale = document.documentElement.lang || navigator.language } = options;
  let identify: Identity | null | undefined;
  let coming: Promise<ChatModule | undefined> | undefined;
  let chat: Chat | undefined;
  let wanted: boolean | undefined;
  let gone: boolean | undefined;

  /** Where the file does not come there is nothing, and the next intent tries again. */
  const prepare = (): Promise<ChatModule | undefined> =>
    (coming ??= load<ChatModule>().then((file) => (file.speak(locale), file), () => (coming = undefined)));
  /** The names of what is kept here; see `client/records.ts`. */
  const kept = (): string[] => {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(`frontdesk.1:${site}:`));
    } catch {
      return []; // nothing may be stored here
    }
  };
  /** Starts the chat, which goes on with what was begun, and opens it where that is wanted. */
  const begin = (): unknown =>
    prepare().then((file) => {
      if (gone) return;
      chat ??= file?.start({
        ...options, root, launcher, locale, identify, load,
        emit: (event, detail) => element.dispatchEvent(new CustomEvent(event, { detail })),
      });
      if (wanted) chat ? chat.open() : otherwise?.();
    });
  const api: Frontdesk = {
    open() {
      wanted = true;
      begin();
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
      chat?.reset();
      // Without the chat's own file: a log-out page is soon left.
      for (const name of kept()) {
        const token = /"token":"([^"]+)/.exec(localStorage[name] as string)?.[1]; // also where the rest is spoilt
        delete localStorage[name];
        if (token) {
          fetch(new URL("/v1/session", url), {
            method: "DELETE",
            headers: { authorization: "Bearer " + token },
            keepalive: true,
          }).catch(() => {});
        }
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
      chat = undefined;
      if (window.Frontdesk === api) delete window.Frontdesk;
    },
  };

  const element = make<Mounted>(TAG, { left: api.destroy });
  for (const name in options) element.setAttribute(name, options[name as "site"]);
  const root = element.attachShadow({ mode: "open" });
  const landmark = make("section", { ariaLabel: label, dir: /^(ar|he)/.test(locale) ? "rtl" : "ltr" });
  const launcher = make("button", {
    part: "launcher",
    ariaLabel: label,
    ariaExpanded: false,
    onclick: api.open, // the chat makes it close as well
    onpointerenter: prepare,
    onfocus: prepare,
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherCss);
  root.adoptedStyleSheets = [sheet];
  landmark.append(launcher);
  root.append(landmark);
  // Beside the body: what a page does to its body, transform or replace it, does not reach the chat.
  const attach = (): void => {
    if (!gone) document.documentElement.append(element);
    // Whoever has chatted before hears of answers, and what was not sent goes out; nobody else's browser asks anything.
    if (kept()[0]) setTimeout(() => chat || begin(), 2000);
  };
  if (document.body) attach();
  else addEventListener("DOMContentLoaded", attach);
  return api;
}
