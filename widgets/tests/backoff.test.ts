// @vitest-environment node
import { expect, test } from "vitest";

import { backOff, FIRST_WAIT, isFinal, LONGEST_WAIT, retryAfter } from "../shared/backoff.ts";
import { isAfter } from "../shared/cursor.ts";
import { newId } from "../shared/ids.ts";
import { seeded } from "./random.ts";

test("each wait is within its bound, which doubles up to the longest, and uses the whole of it", () => {
  const random = seeded(1);
  for (let attempt = 0; attempt < 60; attempt++) {
    const bound = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
    const waits = Array.from({ length: 400 }, () => backOff(attempt, random));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...waits)).toBeLessThan(bound);
    expect(Math.min(...waits)).toBeLessThan(bound * 0.1);
    expect(Math.max(...waits)).toBeGreaterThan(bound * 0.9);
  }
});

test("Retry-After is read as seconds and as a date, and never as a wait in the past", () => {
  const now = Date.parse("2026-11-21T08:00:00Z");
  const after = (value: string): number | null => retryAfter(new Response("", { headers: { "Retry-After": value } }), now);
  expect(after("7")).toBe(7000);
  expect(after("Sat, 21 Nov 2026 08:00:05 GMT")).toBe(5000);
  expect(after("Sat, 21 Nov 2026 07:00:00 GMT")).toBe(0);
  expect(after("later")).toBeNull();
  expect(retryAfter(new Response(""), now)).toBeNull();
});

test("only what would be refused again counts as refused for good", () => {
  expect([400, 401, 403, 404, 409, 413].every(isFinal)).toBe(true);
  expect([200, 408, 429, 500, 502, 503].some(isFinal)).toBe(false);
});

test.each([
  ["6", "5", true],
  ["5.9", "5", true],
  ["6.9", "5.9", true],
  ["6.10", "6.9", true],
  ["10", "9", true],
  ["5", "5", false],
  ["5", "5.1", false],
  ["4.99", "5", false],
  ["what", "5", true],
])("id %s after %s: %s", (id, last, after) => {
  expect(isAfter(id, last)).toBe(after);
});

test("an id is a random UUID, also where the browser has no function for it", () => {
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const native = crypto.randomUUID;
  expect(newId()).toMatch(shape);
  try {
    Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
    const ids = new Set(Array.from({ length: 1000 }, newId));
    expect(ids.size).toBe(1000);
    for (const id of ids) expect(id).toMatch(shape);
  } finally {
    Object.defineProperty(crypto, "randomUUID", { value: native, configurable: true });
  }
});
