/** Finds the language for a page: each is a file of its own, fetched once it is needed. */

import type { Texts } from "./en.ts";

export interface Language {
  readonly code: string;
  readonly dir: "ltr" | "rtl";
  /** Gives English where the file does not come: a chat in the wrong language is better than none. */
  load(): Promise<Texts>;
}

type File = () => Promise<{ default: Texts }>;

/** The languages, each a file of its own for the build. */
export const FILES = {
  ar: () => import("./ar.ts"),
  cs: () => import("./cs.ts"),
  da: () => import("./da.ts"),
  de: () => import("./de.ts"),
  en: () => import("./en.ts"),
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
} satisfies Readonly<Record<string, File>>;

/** The language that fits a locale such as `de-AT` best, which is English where there is no other. */
export function pick(locale: string): Language {
  const wanted = locale.toLowerCase().split(/[-_]/, 1)[0]!;
  const code = Object.hasOwn(FILES, wanted) ? (wanted as keyof typeof FILES) : "en";
  return {
    code,
    dir: /ar|he/.test(code) ? "rtl" : "ltr",
    load: async () => (await FILES[code]().catch(FILES.en)).default,
  };
}
