/** htmx as the console uses it: parts of a page that read themselves again, nothing else. */

import htmx from "htmx.org";

import { keepFields, restoreFields } from "./kept-fields.ts";

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

/**
 * Gives each request of htmx the CSRF token, keeps what somebody is writing, and leaves the page where the server sends
 * elsewhere: to sign in again.
 */
export function startFragments(csrf: string, signal: AbortSignal, go: (address: string) => void): void {
  on("htmx:configRequest", signal, (detail) => {
    detail.headers["X-CSRF-Token"] = csrf;
  });
  let kept: ReturnType<typeof keepFields> = [];
  on("htmx:beforeSwap", signal, (detail) => {
    const answered = pathOf(detail.xhr.responseURL);
    if (answered === "" || answered === pathOf(detail.pathInfo.requestPath)) {
      kept = keepFields(detail.target);
      return;
    }
    detail.shouldSwap = false;
    go(detail.xhr.responseURL);
  });
  on("htmx:afterSwap", signal, () => {
    restoreFields(document, kept);
    kept = [];
  });
}

function on(name: string, signal: AbortSignal, handle: (detail: HtmxDetail) => void): void {
  document.addEventListener(name, (event) => handle((event as CustomEvent<HtmxDetail>).detail), { signal });
}

function pathOf(address: string): string {
  return address === "" ? "" : new URL(address, location.href).pathname;
}

/** Puts the `<main>` of a whole page that the server answered in the place of this page's. */
export function replaceMain(html: string): void {
  const spec = { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 0 } as const;
  htmx.swap("main", html, spec, { select: "main" });
}
