// @vitest-environment node
import { readFileSync } from "node:fs";

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { changes, type EventData, NOTHING, type Read } from "../customer/client/events.ts";
import { isAfter } from "../shared/cursor.ts";
import { type ServerEvent, createSseParser } from "../shared/sse.ts";

// Replies tell no moment: the recorded ids hold none either, so now it is.
beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const RECORDED = readFileSync(new URL("recorded/conversation.sse", import.meta.url));

function after(now: Read, events: readonly ServerEvent[]): Read {
  return events.reduce((read, { kind, data, id }) => {
    if (read.cursor !== null && id !== null && !isAfter(id, read.cursor)) return read;
    const textOf = (clientId: string): string => `by ${clientId}`;
    return { ...read, cursor: id, ...changes(read, kind, JSON.parse(data) as EventData, textOf) };
  }, now);
}

function parsed(bytes: Uint8Array): ServerEvent[] {
  return createSseParser().push(bytes);
}

function delta(now: Read, offset: number, text: string): Read {
  return { ...now, ...changes(now, "reply.delta", { reply_id: "r", offset, text } as EventData, () => undefined) };
}

test("the recorded conversation reads the same wherever it was cut and taken up again", () => {
  const whole = after(NOTHING, parsed(RECORDED));
  const all = parsed(RECORDED);
  for (let place = 0; place < RECORDED.length; place += 5) {
    const again = after(after(NOTHING, parsed(RECORDED.subarray(0, place))), all);
    if (JSON.stringify(again) !== JSON.stringify(whole)) expect(again, `cut at ${place}`).toEqual(whole);
  }
});

test("the recorded conversation is what its events say", () => {
  const { stored, reply, held, handoff } = after(NOTHING, parsed(RECORDED));
  const told = parsed(RECORDED).filter(({ kind }) => /accepted|completed|\.message/.test(kind));
  expect(stored.length).toBe(told.length);
  expect(stored.map(({ seq }) => seq)).toEqual([...stored.map(({ seq }) => seq!)].sort((one, other) => one - other));
  expect(new Set(stored.map(({ author }) => author))).toEqual(new Set(["contact", "assistant", "operator", "system"]));
  expect({ reply, held }).toEqual({ reply: null, held: [] });
  expect(["returned", "resolved"]).toContain(handoff?.state);
});

test("a piece counts once, whatever of it was read; one after a gap waits for the whole text", () => {
  const begun = delta(NOTHING, 0, "a🌊b");
  expect(begun.reply).toEqual({ id: "r", text: "a🌊b", length: 3 });
  expect(delta(begun, 0, "a🌊").reply).toBe(begun.reply);
  expect(delta(begun, 1, "🌊bc🌊").reply).toEqual({ id: "r", text: "a🌊bc🌊", length: 5 });
  expect(delta(begun, 4, "late").reply).toBe(begun.reply);
  expect(delta(NOTHING, 4, "late").reply).toBeNull();
});
