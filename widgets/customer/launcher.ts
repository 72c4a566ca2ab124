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
  const page = document;
  if (!customElements.get(TAG)) {
    customElements.define(
      TAG,
      class extends HTMLElement {
        disconnectedCallback(this: Mounted): void {
          this.left();
        }
      },
    );
  }
  const locale = options.locale || page.documentElement.lang || navigator.language;
  let identify: Identity | null = null;
  let coming: Promise<ChatModule> | null = null;
  let chat: Chat | null = null;
  let gone = false;

  const prepare = (): Promise<ChatModule> => {
    const file = (coming ??= load());
    file.catch(() => (coming = null)); // the next intent tries again
    return file;
  };
  const withChat = (then: (chat: Chat) => void, otherwise?: () => void): void => {
    prepare().then(({ start }) => {
      if (gone) return;
      const { site, url } = options;
      then((chat ??= start({ root, launcher, site, base: new URL(url), locale, identify, emit })));
    }, otherwise);
  };
  const emit = (event: string, detail?: unknown): void => {
    if (event === "unread") badge.hidden = !(badge.textContent = `${detail || ""}`);
    else launcher.ariaExpanded = `${event === "open"}`;
    element.dispatchEvent(new CustomEvent(event, { detail }));
  };
  const api: Frontdesk = {
    open: () => withChat((there) => there.open(), otherwise),
    close: () => chat?.close(),
    identify(token) {
      identify = token;
      chat?.identify(token);
    },
    reset() {
      identify = null;
      withChat((there) => there.reset());
    },
    on(event, listener) {
      const told = (from: Event): void => listener((from as CustomEvent).detail);
      element.addEventListener(event, told);
      return () => element.removeEventListener(event, told);
    },
    destroy() {
      gone = true;
      element.remove();
      chat?.destroy();
      chat = null;
    },
  };

  const element = make<Mounted>(TAG, { left: api.destroy });
  for (const [name, value] of Object.entries(options)) element.setAttribute(name, value);
  const root = element.attachShadow({ mode: "open" });
  const landmark = make("section", { ariaLabel: NAME, lang: locale, dir: /^(ar|he)/.test(locale) ? "rtl" : "ltr" });
  const launcher = make("button", {
    part: "launcher",
    ariaLabel: NAME,
    ariaHasPopup: "dialog",
    ariaExpanded: "false",
    onclick: () => (launcher.ariaExpanded === "true" ? api.close() : api.open()),
    onpointerenter: prepare,
    onfocus: prepare,
  });
  const badge = make("b", { part: "badge", hidden: true });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherCss);
  root.adoptedStyleSheets = [sheet];
  launcher.append(badge);
  landmark.append(launcher);
  root.append(landmark);
  // Beside the body: what a page does to its body, transform or replace it, does not reach the chat.
  const attach = (): void => void (gone || page.documentElement.append(element));
  if (page.body) attach();
  else page.addEventListener("DOMContentLoaded", attach);
  return api;
}
