/** htmx as the console uses it: parts of a page that read themselves again, nothing else. */

import htmx from "htmx.org";

import { keepFields, restoreFields } from "./kept-fields.ts";
import { keepFocus } from "./kept-focus.ts";

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  attributesToSettle: ["class"], // setting `style` would break the page's policy
  historyCacheSize: 0, // pages hold personal values: no copy of one stays in the browser
  historyEnabled: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
});

interface HtmxDetail {
  readonly elt: Element;
  readonly headers: Record<string, string>;
  readonly pathInfo: { readonly requestPath: string };
  readonly target: Element;
  readonly xhr: XMLHttpRequest;
  shouldSwap: boolean;
}

export interface FragmentOptions {
  readonly csrf: string;
  /** The server sends elsewhere. */
  readonly go: (address: string) => void;
  /** The session has ended. */
  readonly onSignedOut: () => void;
}

/** Gives each request of htmx the CSRF token, and keeps what somebody is writing, and the place of the keyboard. */
export function startFragments({ csrf, go, onSignedOut }: FragmentOptions, signal: AbortSignal): void {
  on("htmx:configRequest", signal, (detail) => {
    detail.headers["X-CSRF-Token"] = csrf;
  });
  on("htmx:beforeOnLoad", signal, ({ xhr }, event) => {
    if (xhr.status !== 401) return;
    event.preventDefault(); // htmx would leave at once, and with it what somebody is writing
    onSignedOut();
  });
  let kept: ReturnType<typeof keepFields> = [];
  let refocus = (): void => undefined;
  on("htmx:beforeSwap", signal, (detail) => {
    const answered = pathOf(detail.xhr.responseURL);
    if (answered === "" || answered === pathOf(detail.pathInfo.requestPath)) {
      kept = keepFields(detail.target);
      refocus = keepFocus(detail.target);
      return;
    }
    detail.shouldSwap = false;
    go(detail.xhr.responseURL);
  });
  on("htmx:afterSwap", signal, () => {
    restoreFields(document, kept);
    refocus();
    kept = [];
    refocus = () => undefined;
  });
}

function on(name: string, signal: AbortSignal, handle: (detail: HtmxDetail, event: Event) => void): void {
  document.addEventListener(name, (event) => handle((event as CustomEvent<HtmxDetail>).detail, event), { signal });
}

function pathOf(address: string): string {
  return address === "" ? "" : new URL(address, location.href).pathname;
}

/** Puts the `<main>` of a whole page that the server answered in the place of this page's. */
export function replaceMain(html: string): void {
  const spec = { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 0 } as const;
  htmx.swap("main", html, spec, { select: "main" });
}
