/** Finds the language for a page: English comes with the chat, any other is fetched once it is needed. */

import { en, type Texts } from "./en.ts";

export interface Language {
  readonly code: string;
  readonly dir: "ltr" | "rtl";
  /** Gives English where the file does not come: a chat in the wrong language is better than none. */
  load(): Promise<Texts>;
}

/** The further languages, each a file of its own for the build. */
const FILES: Readonly<Record<string, () => Promise<Texts>>> = {
  ar: async () => (await import("./ar.ts")).ar,
  cs: async () => (await import("./cs.ts")).cs,
  da: async () => (await import("./da.ts")).da,
  de: async () => (await import("./de.ts")).de,
  es: async () => (await import("./es.ts")).es,
  fi: async () => (await import("./fi.ts")).fi,
  fr: async () => (await import("./fr.ts")).fr,
  he: async () => (await import("./he.ts")).he,
  it: async () => (await import("./it.ts")).it,
  ja: async () => (await import("./ja.ts")).ja,
  nl: async () => (await import("./nl.ts")).nl,
  pl: async () => (await import("./pl.ts")).pl,
  pt: async () => (await import("./pt.ts")).pt,
  sv: async () => (await import("./sv.ts")).sv,
  tr: async () => (await import("./tr.ts")).tr,
  uk: async () => (await import("./uk.ts")).uk,
  zh: async () => (await import("./zh.ts")).zh,
};

/** The codes of all languages. */
export const languages: readonly string[] = ["en", ...Object.keys(FILES)];

/** The language that fits a locale such as `de-AT` best, which is English where there is no other. */
export function pick(locale: string): Language {
  const wanted = locale.toLowerCase().split(/[-_]/, 1)[0]!;
  const file = Object.hasOwn(FILES, wanted) ? FILES[wanted] : undefined;
  return {
    code: file ? wanted : "en",
    dir: file && /^(ar|he)$/.test(wanted) ? "rtl" : "ltr",
    load: async () => (await file?.().catch(() => null)) ?? en,
  };
}
