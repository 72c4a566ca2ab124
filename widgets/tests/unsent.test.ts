import { afterEach, beforeEach, expect, test } from "vitest";

import { guardUnsent } from "../console/unsent.ts";

let running: AbortController;
const leave = (): boolean => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
const submit = (name: string): boolean => document.querySelector(`#${name}`)!.dispatchEvent(new Event("submit", { bubbles: true }));

beforeEach(() => {
  document.body.innerHTML = `<form id="one"><textarea>draft</textarea></form><form id="two"><textarea>draft</textarea></form>`;
  running = new AbortController();
  guardUnsent(document, running.signal);
});
afterEach(() => running.abort());

test("a page on which nothing was written is left without a question", () => {
  expect(leave()).toBe(false);
  submit("one");
  expect(leave()).toBe(false);
});

test("words that were not sent are asked about, but not those of the form that is being sent", () => {
  document.querySelector("textarea")!.value = "half an answer";
  expect(leave()).toBe(true);
  submit("one");
  expect(leave()).toBe(false);
  submit("two");
  expect(leave()).toBe(true);
  submit("one");
  expect([leave(), leave()]).toEqual([false, true]);
});
