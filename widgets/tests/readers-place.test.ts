/** The customer's place in a transcript that grows while it is read. */

import { afterEach, beforeEach, expect, test } from "vitest";

import { createPlace, type Place } from "../customer/view/place.ts";

let running: AbortController;
let box: HTMLElement;
let place: Place;
let height: number;

beforeEach(() => {
  running = new AbortController();
  box = document.createElement("div");
  height = 1_000;
  Object.defineProperty(box, "clientHeight", { get: () => 200 });
  Object.defineProperty(box, "scrollHeight", { get: () => height });
  place = createPlace(box, document.createElement("div"), () => {}, running.signal);
  place.toEnd();
});
afterEach(() => running.abort());

/** The browser tells of a scroll once the content is `tall`. */
function scrolled(top: number, tall = height): void {
  height = tall;
  box.scrollTop = top;
  box.dispatchEvent(new Event("scroll"));
}

test("a reader who goes up leaves the end, also at the moment at which more comes", () => {
  scrolled(700);
  expect(place.atEnd).toBe(false);
  place.toEnd();
  scrolled(700, 1_050);
  expect(place.atEnd).toBe(false);
});

test("a slow finger leaves the end with its first fraction of a pixel", () => {
  scrolled(800);
  scrolled(799.6);
  expect(place.atEnd).toBe(false);
});

test("who pulls further than the end is at the end, also once the browser goes back to it", () => {
  scrolled(700);
  for (const top of [800, 830, 815, 801, 800]) scrolled(top);
  expect(place.atEnd).toBe(true);
});

test("what grows or shrinks by itself moves nobody from the end", () => {
  scrolled(box.scrollTop, 1_050);
  expect(place.atEnd).toBe(true);
  scrolled(600, 800);
  expect(place.atEnd).toBe(true);
});
