/**
 * Takes out of htmx what a strict page forbids: no text is run as code, and HTML is parsed in one place, by the page's
 * own Trusted Types policy. The version of htmx is pinned; where its text is not as expected, the build fails.
 */

import { join } from "node:path";

import type { Plugin } from "vite";

const TRUSTED = join(import.meta.dirname, "../console/trusted.ts");

/** What is replaced, each found exactly once. `allowEval: false` keeps htmx from ever asking for the first five. */
const REPLACED: readonly (readonly [string, string])[] = [
  ["return eval(str)", "return undefined"],
  ["return Function(conditionalSource)()", "return () => false"],
  ["func = new Function('event', code)", "func = () => undefined"],
  ["return Function('event', 'return (' + str + ')').call(elt, event)", "return {}"],
  ["return Function('return (' + str + ')').call(elt)", "return {}"],
  ["if ('parseHTMLUnsafe' in Document) {", "if (false) {"],
  ["return Document.parseHTMLUnsafe(resp)", "return null"],
  ["const parser = new DOMParser()", "const parser = trustedParser"],
  ["getDocument().head.insertAdjacentHTML('beforeend',", "void ("],
  [
    `getDocument().body.insertAdjacentHTML('afterend', "<div id='--htmx-preserve-pantry--'></div>")`,
    "getDocument().body.after(Object.assign(getDocument().createElement('div'), { id: '--htmx-preserve-pantry--' }))",
  ],
];

export function htmxWithoutSinks(): Plugin {
  return {
    name: "frontdesk:htmx-without-sinks",
    enforce: "pre",
    transform: {
      filter: { id: /\/htmx\.esm\.js$/ },
      handler(code) {
        let kept = code;
        for (const [old, replacement] of REPLACED) {
          const parts = kept.split(old);
          if (parts.length !== 2) this.error(`htmx holds ${parts.length - 1} times, not once: ${old}`);
          kept = parts.join(replacement);
        }
        return { code: `import { trustedParser } from ${JSON.stringify(TRUSTED)};\n${kept}`, map: null };
      },
    },
  };
}
