// @vitest-environment node
import { expect, test, vi } from "vitest";

import en, { type Plural, type Texts } from "../customer/texts/en.ts";
import { counted, fill } from "../customer/texts/fill.ts";
import { FILES, pick } from "../customer/texts/index.ts";

type Entry = string | Plural;

/** The codes of all languages. */
const languages: readonly string[] = Object.keys(FILES);

/** What a form may leave out, since it says the number in words. */
const IN_WORDS = new Set(["zero", "one", "two"]);

const entries = (texts: Texts): [string, Entry][] => Object.entries(texts);
const forms = (entry: Entry): [string, string][] => (typeof entry === "string" ? [["", entry]] : Object.entries(entry));
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

/** The whole numbers that languages count differently, and some that they do not. */
const NUMBERS = [...Array.from({ length: 130 }, (_, number) => number), 200, 1000, 1001, 100_000];

test("there are English and at least twelve further languages", () => {
  expect(new Set(languages).size).toBe(languages.length);
  expect(languages.length).toBeGreaterThan(12);
});

test.each(languages)("%s has every text of the English, with its placeholders, and none that is empty", async (code) => {
  const texts = await pick(code).load();
  expect(Object.keys(texts)).toEqual(Object.keys(en));
  for (const [key, entry] of entries(texts)) {
    const english = entries(en).find(([name]) => name === key)![1];
    expect(typeof entry, key).toBe(typeof english);
    const wanted = placeholders(typeof english === "string" ? english : english.other);
    for (const [form, text] of forms(entry)) {
      expect(text, key).toBe(text.trim());
      expect(text, key).not.toBe("");
      expect(text, key).toBe(text.normalize("NFC"));
      if (!IN_WORDS.has(form) || placeholders(text).length > 0) expect(placeholders(text), `${key} ${form}`).toEqual(wanted);
    }
  }
});

test.each(languages.filter((code) => code !== "en"))("%s is translated", async (code) => {
  const same = entries(await pick(code).load()).filter(([key, entry]) => entry === entries(en).find(([name]) => name === key)![1]);
  expect(same.length, same.join()).toBeLessThan(10); // such as Chat, Code and Privacy
});

test.each(languages)("%s has a form for each whole number, and says the number where the form fits several", async (code) => {
  const rules = new Intl.PluralRules(code);
  for (const [key, entry] of entries(await pick(code).load())) {
    if (typeof entry === "string") continue;
    for (const number of NUMBERS) expect(entry, `${key} ${number}`).toHaveProperty(rules.select(number));
    for (const [form, text] of Object.entries(entry)) {
      const fits = NUMBERS.filter((number) => rules.select(number) === form);
      if (fits.length > 1) expect(text, `${key} ${form}`).toContain("{count}");
    }
  }
});

test.each([
  ["en", 1, "1 new message"],
  ["en", 2, "2 new messages"],
  ["pl", 1, "1 nowa wiadomość"],
  ["pl", 2, "2 nowe wiadomości"],
  ["pl", 5, "5 nowych wiadomości"],
  ["pl", 12, "12 nowych wiadomości"],
  ["pl", 22, "22 nowe wiadomości"],
  ["uk", 1, "1 нове повідомлення"],
  ["uk", 3, "3 нові повідомлення"],
  ["uk", 11, "11 нових повідомлень"],
  ["uk", 21, "21 нове повідомлення"],
  ["cs", 1, "1 nová zpráva"],
  ["cs", 4, "4 nové zprávy"],
  ["cs", 5, "5 nových zpráv"],
  ["ar", 1, "رسالة جديدة واحدة"],
  ["ar", 2, "رسالتان جديدتان"],
  ["ar", 3, "رسائل جديدة"],
  ["ar", 11, "رسالة جديدة"],
  ["he", 2, "שתי הודעות חדשות"],
  ["fr", 0, "0 nouveau message"],
  ["ja", 7, "新着メッセージ 7 件"],
])("%s counts %i as it should", async (code, count, words) => {
  const said = counted((await pick(code).load()).unread, count, code);
  expect(said.replace(/^[\d٠-٩]+ /, "")).toBe(words.replace(/^\d+ /, ""));
  if (/\d/.test(words)) expect(said).toContain(new Intl.NumberFormat(code).format(count));
});

test.each([
  ["de-AT", "de"],
  ["pt-BR", "pt"],
  ["pt_PT", "pt"],
  ["zh-Hant-TW", "zh"],
  ["EN-gb", "en"],
  ["AR", "ar"],
  ["", "en"],
  ["tlh", "en"],
  ["constructor", "en"],
  ["../de", "en"],
])("a page in %j gets %s", (locale, code) => {
  expect(pick(locale).code).toBe(code);
});

test("Arabic and Hebrew run from right to left, nothing else does", () => {
  expect(languages.filter((code) => pick(code).dir === "rtl")).toEqual(["ar", "he"]);
  expect(pick("ar-EG").dir).toBe("rtl");
  expect(pick("fa").dir).toBe("ltr");
});

test("a language that does not come leaves the chat in English", async () => {
  vi.doMock("../customer/texts/sv.ts", () => {
    throw new Error("no network");
  });
  expect(await pick("sv").load()).toBe(en);
  vi.doUnmock("../customer/texts/sv.ts");
});

test("a value is put in as it is", () => {
  expect(fill("{name} has joined {it}", { name: "{it} $& <b>" })).toBe("{it} $& <b> has joined {it}");
});
