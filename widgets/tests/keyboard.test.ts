import { afterEach, beforeEach, expect, test } from "vitest";

import { startKeyboard } from "../console/keyboard.ts";

let running: AbortController;
let followed: string[];

beforeEach(() => {
  running = new AbortController();
  followed = [];
  document.body.innerHTML = `<a href="#k" data-go="k">Switch</a><a href="#d" data-go="d">Desk</a>
    <input id="field"><textarea id="area"></textarea><div id="page" tabindex="0"></div>`;
  for (const link of document.querySelectorAll<HTMLElement>("[data-go]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      followed.push(link.dataset["go"]!);
    });
  }
  startKeyboard(document, running.signal);
});
afterEach(() => running.abort());

function press(key: string, on = "page", more: KeyboardEventInit & { at?: number } = {}): void {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true, ...more });
  if (more.at !== undefined) Object.defineProperty(event, "timeStamp", { value: more.at });
  document.getElementById(on)!.dispatchEvent(event);
}

test("g and a letter follow the link of that letter", () => {
  press("g");
  press("k");
  press("g");
  press("d");
  expect(followed).toEqual(["k", "d"]);
});

test("a letter alone, one that no link has, or one after another key does nothing", () => {
  press("k");
  press("g");
  press("x");
  press("k");
  expect(followed).toEqual([]);
});

test("the second key must follow soon; g again begins anew", () => {
  press("g", "page", { at: 1000 });
  press("k", "page", { at: 2600 });
  expect(followed).toEqual([]);
  press("g", "page", { at: 3000 });
  press("g", "page", { at: 4400 });
  press("k", "page", { at: 5500 });
  expect(followed).toEqual(["k"]);
});

test.each(["field", "area"])("typing in a field is typing (%s)", (field) => {
  press("g", field);
  press("k", field);
  press("g");
  press("k", field);
  expect(followed).toEqual([]);
});

test.each(["ctrlKey", "altKey", "metaKey", "shiftKey"])("with %s held the keys are the browser's", (modifier) => {
  press("g", "page", { [modifier]: true });
  press("k");
  press("g");
  press("k", "page", { [modifier]: true });
  expect(followed).toEqual([]);
});

test("a key that is held down is one key", () => {
  press("g");
  press("g", "page", { repeat: true });
  press("k");
  press("g");
  press("k", "page", { repeat: true });
  expect(followed).toEqual([]);
});
