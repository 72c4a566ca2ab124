import { afterEach, beforeEach, expect, test } from "vitest";

import { Place } from "../console/place.ts";

let running: AbortController;
let list: HTMLElement;
let place: Place;

/** A box of 200 pixels whose content is `height` high. */
function measure(box: Element, height: () => number): void {
  Object.defineProperty(box, "clientHeight", { get: () => 200, configurable: true });
  Object.defineProperty(box, "scrollHeight", { get: height, configurable: true });
}

beforeEach(() => {
  document.body.innerHTML = '<ol role="log"></ol>';
  list = document.querySelector("ol")!;
  list.style.overflowY = "auto";
  for (let count = 0; count < 10; count++) list.append(document.createElement("li"));
  measure(list, () => list.children.length * 100);
  running = new AbortController();
  place = new Place(list, running.signal);
});
afterEach(() => running.abort());

const more = (): HTMLElement => document.querySelector(".new-messages")!;

function grow(): void {
  place.keep(() => (list.append(document.createElement("li")), true));
}

test("a reader at the end stays there", () => {
  expect(list.scrollTop).toBe(1000);
  list.scrollTop = 770;
  grow();
  expect([list.scrollTop, more().hidden]).toEqual([1100, true]);
});

test("a reader who went up is not moved, and is told of what came", () => {
  list.scrollTop = 300;
  grow();
  expect([list.scrollTop, more().hidden]).toEqual([300, false]);
  more().click();
  expect([list.scrollTop, more().hidden]).toEqual([1100, true]);
});

test("the button goes when the reader has come to the end", () => {
  list.scrollTop = 300;
  grow();
  list.scrollTop = 900;
  list.dispatchEvent(new Event("scroll"));
  expect(more().hidden).toBe(true);
});

test("a change that was none says nothing", () => {
  list.scrollTop = 300;
  place.keep(() => false);
  expect(more().hidden).toBe(true);
});
