import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { type Conversation, startConversation } from "../console/conversation.ts";
import { type Asked, CONVERSATION, heldPost, json, lines, MESSAGES, showDesk } from "./desk-page.ts";

const FIRST = "Customer: Write to Reveal EMAIL_1";

let running: AbortController;
let asked: Asked[];
let conversation: Conversation;

beforeEach(() => {
  vi.useFakeTimers();
  showDesk();
  running = new AbortController();
  const held = heldPost();
  asked = held.asked;
  conversation = startConversation(document, held.post, running.signal)!;
});
afterEach(() => {
  running.abort();
  vi.useRealTimers();
});

const field = (): HTMLTextAreaElement => document.querySelector("textarea")!;

function tell(kind: string, seq: number, text: string, more: object = {}): void {
  conversation.onStored({ kind, id: String(seq), data: JSON.stringify({ seq, text, at: "2026-11-21T08:01:00Z", ...more }) });
}

async function write(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  await vi.advanceTimersByTimeAsync(0);
}

test("a page without a conversation is left alone", () => {
  document.body.innerHTML = "<main></main>";
  expect(startConversation(document, heldPost().post, running.signal)).toBeNull();
});

test("messages come once and in the order of their numbers, as nodes and never as markup", () => {
  tell("message.accepted", 15, "<img src=x onerror=alert(1)>");
  tell("reply.completed", 14, "Of course");
  tell("operator.message", 16, "Hello", { operator_name: "Ada" });
  tell("system.message", 17, "Closed");
  tell("reply.completed", 14, "Of course");
  tell("handoff.claimed", 18, "no message");
  conversation.onStored({ kind: "message.accepted", id: "19", data: "not JSON" });
  expect(lines()).toEqual([
    FIRST,
    "Assistant: Of course",
    "Customer: <img src=x onerror=alert(1)>",
    "Ada: Hello",
    "Frontdesk: Closed",
  ]);
  expect(document.querySelector("[role=log] img")).toBeNull();
});

test("a message has the shape that the server gives it", () => {
  tell("message.accepted", 13, "I am [NAME_1], not [this]");
  expect(document.querySelector("[role=log] ol")!.lastElementChild!.outerHTML).toBe(
    '<li class="message message-contact" data-seq="13"><span class="who">Customer</span><p class="text" dir="auto">I am ' +
      '<button class="reveal" name="placeholder" value="[NAME_1]" form="reveal">Reveal NAME_1</button>' +
      ', not [this]</p><time datetime="2026-11-21T08:01:00Z">2026-11-21 08:01 UTC</time></li>',
  );
});

test("what is written shows at once, and is one message when the server has it", async () => {
  await write("  Hello there ");
  expect(field().value).toBe("");
  expect(lines()).toEqual([FIRST, "You: Hello there (pending)"]);
  expect(asked[0]).toMatchObject({ path: MESSAGES, body: { text: "Hello there" } });
  await asked[0]!.answer(json(201, { id: "m", seq: 13, text: "Hello there", at: "2026-11-21T08:02:00Z" }));
  expect(lines()).toEqual([FIRST, "Operator: Hello there"]);
  tell("operator.message", 13, "Hello there", { operator_name: "Ada" });
  expect(lines()).toEqual([FIRST, "Ada: Hello there"]);
});

test("the stream may be faster than the answer", async () => {
  await write("Hello");
  tell("operator.message", 13, "Hello", { operator_name: "Ada" });
  expect(lines()).toEqual([FIRST, "Ada: Hello"]);
  await asked[0]!.answer(json(201, { id: "m", seq: 13, text: "Hello", at: "2026-11-21T08:02:00Z" }));
  expect(lines()).toEqual([FIRST, "Ada: Hello"]);
});

test("a value that the server replaced does not make two messages", async () => {
  await write("Call 555 1234");
  tell("operator.message", 13, "Call [PHONE_1]", { operator_name: "Ada" });
  await asked[0]!.answer(json(201, { id: "m", seq: 13, text: "Call [PHONE_1]", at: "2026-11-21T08:02:00Z" }));
  expect(lines()).toEqual([FIRST, "Ada: Call Reveal PHONE_1"]);
});

test("a lost answer is asked for again under the same id, and later messages wait their turn", async () => {
  await write("one");
  await write("two");
  expect(asked.length).toBe(1);
  await asked[0]!.fail();
  expect(document.querySelector(".message-pending time")!.textContent).toBe("Not sent yet, trying again…");
  await vi.advanceTimersByTimeAsync(500);
  await asked[1]!.answer(json(503, {}));
  await vi.advanceTimersByTimeAsync(1000);
  expect(new Set(asked.map(({ body }) => body["client_message_id"])).size).toBe(1);
  await asked[2]!.answer(json(201, { id: "m", seq: 13, text: "one", at: "2026-11-21T08:02:00Z" }));
  expect(asked.length).toBe(4);
  expect(asked[3]!.body["text"]).toBe("two");
  expect(asked[3]!.body["client_message_id"]).not.toBe(asked[0]!.body["client_message_id"]);
  expect(lines()).toEqual([FIRST, "Operator: one", "You: two (pending)"]);
});

test("a server that asks to wait is given the time", async () => {
  await write("Hello");
  await asked[0]!.answer(new Response("", { status: 429, headers: { "Retry-After": "3" } }));
  await vi.advanceTimersByTimeAsync(2_900);
  expect(asked.length).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked.length).toBe(2);
});

test("what is refused comes back into the field, with the sentence that says why", async () => {
  await write("Hello");
  field().value = "Second thought";
  await asked[0]!.answer(json(409, { code: "conflict", detail: "Somebody else holds this handoff." }));
  expect(field().value).toBe("Hello\nSecond thought");
  expect(document.querySelector("[data-composer] [role=alert]")!.textContent).toBe("Somebody else holds this handoff.");
  expect(lines()).toEqual([FIRST]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.length).toBe(1);
  await write("Hello again");
  expect(document.querySelector("[data-composer] [role=alert]")).toBeNull();
});

test("who is signed out reads so, and not what programs are told", async () => {
  await write("Hello");
  await asked[0]!.answer(json(401, { code: "unauthorized", detail: "Send an Authorization header." }));
  expect(field().value).toBe("Hello");
  expect(document.querySelector("[data-composer] [role=alert]")!.textContent).toContain("You are signed out");
});

test("what is too long stays whole in the field, beside how long it may be", async () => {
  await write("🙂".repeat(4001));
  expect([asked.length, field().value.length]).toEqual([0, 8002]);
  expect(document.querySelector("[data-composer] [role=alert]")!.textContent).toBe("Write 4000 characters at most; this has 4001.");
  await write("🙂".repeat(4000));
  expect([asked.length, field().value, document.querySelector("[data-composer] [role=alert]")]).toEqual([1, "", null]);
});

test.each([
  { shiftKey: true },
  { isComposing: true },
  { ctrlKey: true },
])("Enter with %o does not send", async (held) => {
  field().value = "Hello";
  const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...held });
  field().dispatchEvent(event);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.length).toBe(0);
  expect(event.defaultPrevented).toBe(false);
});

test("a placeholder is revealed in its place; a refusal says why and can be tried again", async () => {
  const button = document.querySelector<HTMLButtonElement>("button.reveal")!;
  button.click();
  button.click();
  expect(asked.length).toBe(1);
  expect(asked[0]).toMatchObject({
    path: `/v1/operator/conversations/${CONVERSATION}/reveal`,
    body: { placeholder: "[EMAIL_1]" },
  });
  await asked[0]!.answer(json(404, { detail: "There is no such value." }));
  expect(document.querySelector(".text [role=alert]")!.textContent).toContain("There is no such value.");
  button.click();
  await asked[1]!.answer(json(200, { placeholder: "[EMAIL_1]", value: "<b>ada@shop.example</b>" }));
  expect(document.querySelector(".revealed")!.textContent).toBe("<b>ada@shop.example</b>");
  expect(document.querySelector(".text [role=alert], button.reveal")).toBeNull();
});

test("leaving is asked about only while something is written or on its way", async () => {
  const leave = (): boolean => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(leave()).toBe(false);
  document.querySelector("textarea")!.value = "Hel";
  expect(leave()).toBe(true);
  await write("Hello");
  expect(leave()).toBe(true);
  await asked[0]!.answer(json(201, { id: "m", seq: 13, text: "Hello", at: "2026-11-21T08:02:00Z" }));
  expect(leave()).toBe(false);
});
