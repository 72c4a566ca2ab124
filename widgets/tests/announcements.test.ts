/** What is said to people who listen: all that happens, each thing once, in words that are apart from each other. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { ChatState, Message } from "../customer/client/state.ts";
import { message, READY, showChat } from "./view-chat.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const frames = (): Promise<unknown> => vi.advanceTimersByTimeAsync(200);
const HANDOFF = { id: "h1", reason: "unsafe_input", expected: "now", contactFallback: "", state: "waiting" } as const;

async function opened() {
  const chat = showChat();
  chat.panel.open();
  await frames();
  return {
    ...chat,
    /** Shows a change, and returns what was said of it. */
    async hears(change: Partial<ChatState>): Promise<string[]> {
      const before = chat.heard().length;
      chat.set(change);
      await frames();
      return chat.heard().slice(before);
    },
  };
}

const mine = (status: Message["status"], more: Partial<Message> = {}): Message[] =>
  [message(1, "contact", "Hi", { seq: null, clientId: "c1", status, ...more })];

test("blocks, items and cells are heard apart", async () => {
  const chat = await opened();
  const text = "## Delivery\n\nIt takes **two** days.\n\n- home\n- shop\n\n| To | Costs |\n|--|--|\n| FR 3 | 4 euros |\n\nline<br>line";
  expect(await chat.hears({ messages: [message(1, "assistant", text)] })).toEqual([
    "Ada: Delivery, It takes two days. home, shop, To, Costs, FR 3, 4 euros, line line,",
  ]);
});

test.each([40, 400, 2_000])("an answer of %i blocks is heard in at most three parts, none of them within a block", async (blocks) => {
  const chat = await opened();
  const lines = Array.from({ length: blocks }, (_, number) => `Block ${number} is a line of forty characters.`);
  chat.set({ messages: [message(1, "assistant", lines.join("\n\n"))] });
  await vi.waitFor(() => expect(chat.heard().join(" ")).toBe(`Ada: ${lines.join(" ")}`), { timeout: 9_000, interval: 50 });
  expect(chat.heard()).toHaveLength(blocks === 40 ? 1 : 3);
});

test("what is still to be said of an answer is not said to whoever comes next", async () => {
  const chat = await opened();
  vi.useRealTimers(); // or all parts would be said at the same moment
  const lines = Array.from({ length: 400 }, (_, number) => `Block ${number} is a line of forty characters.`);
  const said = new Promise((resolve) => {
    const observer = new MutationObserver(resolve);
    observer.observe(chat.find("[role=status][aria-atomic]"), { childList: true });
  });
  chat.set({ messages: [message(1, "assistant", lines.join("\n\n"))] });
  await said;
  chat.set({ ...READY, person: 1, messages: [] });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(chat.heard()).toEqual([]);
});

test("a history that comes after the chat was opened is not said", async () => {
  const chat = showChat({ ...READY, phase: "starting", messages: [] });
  chat.panel.open();
  await frames();
  chat.set({ phase: "ready", messages: [message(1, "contact", "Hi"), message(2, "assistant", "An old answer.")] });
  await frames();
  expect(chat.heard()).toEqual([]);
  chat.set({ messages: [...chat.client.state.messages, message(3, "assistant", "A new answer.")] });
  await frames();
  expect(chat.heard()).toEqual(["Ada: A new answer."]);
});

test("what happens at one moment is all said, and goes after a while", async () => {
  const chat = await opened();
  const heard = await chat.hears({ messages: [message(1, "system", "Call 112.")], handoff: HANDOFF });
  expect(heard).toHaveLength(2);
  expect(heard).toEqual(expect.arrayContaining(["Notice: Call 112.", "Waiting for a member of our team…"]));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(chat.heard()).toEqual([]);
});

test("a message that can't go out yet says so once, and nobody seems to be writing an answer", async () => {
  const chat = await opened();
  expect(await chat.hears({ messages: mine("sending") })).toEqual(["Sending…"]);
  expect(chat.rows()).toEqual(["Hi", "…"]);
  const offline = await chat.hears({ connection: "offline", messages: mine("waiting") });
  expect(offline).toContain("Will be sent when you are online");
  expect(chat.rows()).toEqual(["Hi"]);
  expect(await chat.hears({ messages: mine("waiting") })).toEqual([]);
});

test("where it is the service that lets a message wait, nobody is told that he is offline", async () => {
  const chat = await opened();
  await chat.hears({ messages: mine("sending") });
  await chat.hears({ problem: { code: "rate_limited", detail: "", retryAfter: 5 }, messages: mine("waiting") });
  expect(chat.find(".contact .foot").textContent).toBe("Sending…");
});

test("how long to wait is said by the clock, once, and is as true later", async () => {
  const chat = await opened();
  vi.setSystemTime(new Date(2026, 10, 21, 9, 0, 0));
  const problem = { code: "rate_limited", detail: "", retryAfter: 55, at: Date.now() };
  const words = `Please wait until ${new Date(2026, 10, 21, 9, 0, 55).toLocaleTimeString("en")}.`;
  expect(await chat.hears({ problem })).toEqual([words]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await chat.hears({ problem, held: true })).toEqual(["A member of our team is checking this answer first."]);
  expect(chat.find(".notice.bad > span").textContent).toBe(words);
});

test("that a message failed is said with its reason, and nobody seems to be writing an answer", async () => {
  const chat = await opened();
  await chat.hears({ messages: mine("sending") });
  expect(await chat.hears({ messages: mine("failed", { problem: "Too long." }) })).toEqual(["Not sent. Too long."]);
  expect(chat.rows()).toEqual(["Hi"]);
  expect(await chat.hears({ messages: mine("failed", { problem: "Too long." }) })).toEqual([]);
});

test("whoever comes next finds nothing of the last one, though nobody looks", async () => {
  const chat = await opened();
  await chat.hears({ messages: [message(1, "assistant", "Your parcel is late.")] });
  chat.panel.close();
  chat.set({ ...READY, person: 1, messages: [] });
  await frames();
  expect(chat.find(".fd").textContent).not.toContain("parcel");
});

test("a wish to try again is offered where nobody tries", async () => {
  const chat = await opened();
  await chat.hears({ phase: "starting", problem: { code: "rate_limited", detail: "", retryAfter: 7, at: Date.now() } });
  expect(chat.find(".notice > span").textContent).toMatch(/^Please wait until \d/);
  expect(chat.named("Try again")).toBeUndefined();
  await chat.hears({ phase: "refused", problem: { code: "origin_not_allowed", detail: "Not here." } });
  expect(chat.named("Try again")).toBeDefined();
});
