/** Puts values into a text's placeholders. */

import type { Plural } from "./en.ts";

/** The text with each `{key}` replaced; a value is never looked through for placeholders again. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (all, key: string) => String(values[key] ?? all));
}

/** The form that the language counts `count` with. */
export function counted(texts: Plural, count: number, code: string): string {
  const form = texts[new Intl.PluralRules(code).select(count)] ?? texts.other;
  return fill(form, { count });
}
