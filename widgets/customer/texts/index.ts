/** Finds the language for a page: English comes with the chat, any other is fetched once it is needed. */

import { en, type Texts } from "./en.ts";

export interface Language {
  readonly code: string;
  readonly dir: "ltr" | "rtl";
  /** Gives English where the file does not come: a chat in the wrong language is better than none. */
  load(): Promise<Texts>;
}

/** The languages besides English, each a file of its own for the build. */
export const FILES: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  ar: () => import("./ar.ts"),
  cs: () => import("./cs.ts"),
  da: () => import("./da.ts"),
  de: () => import("./de.ts"),
  es: () => import("./es.ts"),
  fi: () => import("./fi.ts"),
  fr: () => import("./fr.ts"),
  he: () => import("./he.ts"),
  it: () => import("./it.ts"),
  ja: () => import("./ja.ts"),
  nl: () => import("./nl.ts"),
  pl: () => import("./pl.ts"),
  pt: () => import("./pt.ts"),
  sv: () => import("./sv.ts"),
  tr: () => import("./tr.ts"),
  uk: () => import("./uk.ts"),
  zh: () => import("./zh.ts"),
};

/** The language that fits a locale such as `de-AT` best, which is English where there is no other. */
export function pick(locale: string): Language {
  const wanted = locale.toLowerCase().split(/[-_]/, 1)[0]!;
  const file = Object.hasOwn(FILES, wanted) && FILES[wanted];
  return {
    code: file ? wanted : "en",
    dir: file && /^(ar|he)$/.test(wanted) ? "rtl" : "ltr",
    load: async () => (file && (await file().catch(() => null))?.default) || en,
  };
}
