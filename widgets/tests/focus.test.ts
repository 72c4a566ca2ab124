/** Whoever works by keyboard stays in the chat, though what had the focus goes. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { message, READY, showChat } from "./view-chat.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const frames = (): Promise<unknown> => vi.advanceTimersByTimeAsync(200);

async function opened(start = READY) {
  const chat = showChat(start);
  chat.panel.open();
  await frames();
  return chat;
}

test("starting a new chat leads to where one writes", async () => {
  const chat = await opened();
  chat.set({ phase: "ended" });
  await frames();
  chat.named("Start a new chat").focus();
  chat.set({ phase: "starting" });
  await frames();
  expect(chat.root.activeElement).toBe(chat.field);
});

test("sending again what failed leads to where one writes", async () => {
  const failed = message(1, "contact", "Hi", { seq: null, clientId: "c1", status: "failed" });
  const chat = await opened({ ...READY, messages: [failed] });
  chat.named("Try again").focus();
  chat.set({ messages: [{ ...failed, status: "sending" }] });
  await frames();
  expect(chat.root.activeElement).toBe(chat.field);
});

test("a stopped answer, and a person who comes, lead to where one writes", async () => {
  const chat = await opened();
  chat.set({ reply: { id: "r1", text: "Some words " } });
  await frames();
  chat.named("Stop").focus();
  chat.set({ reply: null, withdrawn: "stopped" });
  await frames();
  expect(chat.root.activeElement).toBe(chat.field);
  chat.named("Talk to a person").focus();
  chat.set({ handoff: { id: "h1", reason: "asked_for_person", expected: "now", contactFallback: "", state: "claimed" } });
  await frames();
  expect(chat.root.activeElement).toBe(chat.field);
});

test("what has the focus and stays keeps it", async () => {
  const chat = await opened();
  chat.named("More options").focus();
  chat.set({ messages: [message(1, "assistant", "Hello")] });
  await frames();
  expect(chat.root.activeElement).toBe(chat.named("More options"));
});
