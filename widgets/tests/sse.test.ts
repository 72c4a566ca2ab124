// @vitest-environment node
import { expect, test } from "vitest";

import { type ServerEvent, createSseParser } from "../shared/sse.ts";
import { seeded } from "./random.ts";

const NEWLINES = ["\n", "\r\n", "\r"];
const TEXTS = ["plain", "", "Grüße an Zoë", "日本語 and 🙂🙃", " two spaces", "a: colon: b", '{"text":"x\\ny"}', "[EMAIL_1]"];

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** Makes a stream of some events with comments between them, and says what should come out of it. */
function stream(random: () => number): { bytes: Uint8Array; events: ServerEvent[] } {
  const newline = pick(NEWLINES, random);
  const lines: string[] = [];
  const events: ServerEvent[] = [];
  for (let number = 1; number <= 8; number++) {
    const data = [pick(TEXTS, random), ...(random() < 0.3 ? [pick(TEXTS, random)] : [])];
    const kind = random() < 0.8 ? "reply.delta" : "message";
    const id = random() < 0.7 ? `5.${number}` : null;
    if (random() < 0.4) lines.push(": still here", "");
    if (kind !== "message") lines.push(`event: ${kind}`);
    lines.push(...data.map((line) => `data: ${line}`));
    if (id !== null) lines.push(`id:${id}`);
    lines.push("");
    events.push({ kind, data: data.join("\n"), id });
  }
  // A lone CR might be half a CRLF until something follows it.
  return { bytes: new TextEncoder().encode([...lines, ": end", ""].join(newline)), events };
}

test.each(Array.from({ length: 300 }, (_, seed) => seed))("any cut of the bytes gives the same events (seed %i)", (seed) => {
  const random = seeded(seed);
  const { bytes, events } = stream(random);
  const parser = createSseParser();
  const found: ServerEvent[] = [];
  const most = seed % 3 === 0 ? 1 : 40;
  for (let at = 0; at < bytes.length; ) {
    const next = at + 1 + Math.floor(random() * most);
    found.push(...parser.push(bytes.subarray(at, next)));
    at = next;
  }
  expect(found).toEqual(events);
});

test("an event that was not ended is not given out", () => {
  expect(createSseParser().push(new TextEncoder().encode("event: x\ndata: half\n"))).toEqual([]);
});

test("the server's wish for a wait is kept, a senseless one is not", () => {
  const parser = createSseParser();
  parser.push(new TextEncoder().encode("retry: 700\n\nretry: soon\n\n"));
  expect(parser.retry).toBe(700);
});

test("an event without an end is refused before it fills the memory", () => {
  const parser = createSseParser();
  const chunk = new TextEncoder().encode(`data: ${"x".repeat(100_000)}\n`);
  expect(() => {
    for (let count = 0; count < 20; count++) parser.push(chunk);
  }).toThrow(RangeError);
});
