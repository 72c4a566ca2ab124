/** What the customer sees and can do, whatever state the chat is in. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { ASSISTANT, message, READY, showChat } from "./view-chat.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const frames = (): Promise<unknown> => vi.advanceTimersByTimeAsync(200);
const HANDOFF = { id: "h1", reason: "asked_for_person", expected: "now", contactFallback: "help@shop.example", state: "waiting" } as const;

async function opened(start = READY) {
  const chat = showChat(start);
  chat.panel.open();
  await frames();
  return chat;
}

function key(field: HTMLElement, name: string, more: KeyboardEventInit = {}): boolean {
  return !field.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }));
}

test("opening asks the client to start and moves the focus to the composer, closing gives it back", async () => {
  const chat = showChat();
  expect(chat.calls).toEqual([]);
  expect(chat.find(".fd").hidden).toBe(true);
  chat.panel.open();
  expect(chat.calls).toEqual([["start"]]);
  vi.advanceTimersByTime(1); // what is to be seen at first is made in a task of its own
  expect(chat.root.activeElement).toBe(chat.field);
  expect(chat.find("h2").textContent).toBe("Ada");
  expect(chat.find(".hello").textContent).toContain("Kept for 30 days.");
  key(chat.field, "Escape");
  expect(chat.find(".fd").hidden).toBe(true);
  expect(chat.root.activeElement).toBe(chat.launcher);
  expect(chat.told).toEqual([["open"], ["close"]]);
  chat.launcher.click();
  expect(chat.find(".fd").hidden).toBe(false);
  chat.launcher.click();
  expect(chat.find(".fd").hidden).toBe(true);
});

test("Enter sends what was typed; with Shift, while composing, or with nothing typed it does not", async () => {
  const chat = await opened();
  chat.field.value = "  Hello  ";
  for (const held of [{ shiftKey: true }, { isComposing: true }, { ctrlKey: true }, { keyCode: 229 }]) {
    expect(key(chat.field, "Enter", held)).toBe(false);
  }
  expect(key(chat.field, "Enter")).toBe(true);
  expect(key(chat.field, "Enter")).toBe(true);
  expect(chat.calls.slice(1)).toEqual([["send", "Hello"]]);
  expect(chat.field.value).toBe("");
});

test("a text that is too long is not sent, and stays", async () => {
  const chat = await opened();
  chat.field.value = "x".repeat(4001);
  chat.field.dispatchEvent(new Event("input"));
  key(chat.field, "Enter");
  expect(chat.calls.slice(1)).toEqual([]);
  const said = chat.find(".long").firstChild;
  expect(said!.textContent).toContain("4000");
  expect(chat.field.value.length).toBe(4001);
  chat.field.value += "x";
  chat.field.dispatchEvent(new Event("input"));
  expect(chat.find(".long").firstChild).toBe(said); // an alert is said again where it is written again
});

test("an answer grows in one row, which becomes the message, and is announced once, when it is whole", async () => {
  const chat = await opened();
  const said: (string | null)[] = [];
  new MutationObserver(() => said.push(chat.said())).observe(chat.find("[role=status][aria-atomic]"), { childList: true });
  const asked = message(1, "contact", "Hi", { clientId: "c1" });
  chat.set({ messages: [{ ...asked, seq: null, status: "sending" }] });
  await frames();
  expect(chat.rows()).toEqual(["Hi", "…"]);
  chat.set({ messages: [asked], reply: { id: "r1", text: "" } });
  for (const text of ["It ", "It **takes ", "It **takes three** days "]) {
    chat.set({ reply: { id: "r1", text } });
    await frames();
  }
  expect(chat.rows()).toEqual(["Hi", "It takes three days"]);
  expect(chat.find("[role=log]").getAttribute("aria-live")).toBe("off");
  expect(chat.named("Stop")).toBeDefined();
  const row = chat.find(".row:last-child");
  chat.set({ reply: null, messages: [asked, message(2, "assistant", "It **takes three** days.", { sources: [{ title: "Delivery", url: "https://shop.example/d" }] })] });
  await frames();
  expect(chat.find(".row:last-child")).toBe(row);
  expect(chat.rows()).toEqual(["Hi", "It takes three days."]);
  expect(chat.find(".sources a").textContent).toBe("Delivery");
  expect(said).toEqual(["Sending…", "Ada: It takes three days."]);
});

test.each(["unsafe", "stopped"])("an answer that is taken back (%s) goes; the next one takes the place of the note", async (withdrawn) => {
  const chat = await opened();
  chat.set({ messages: [message(1, "contact", "Hi")], reply: { id: "r1", text: "Wrong words " } });
  await frames();
  chat.set({ reply: null, withdrawn });
  await frames();
  expect(chat.rows()).toEqual(["Hi", "That answer was taken back."]);
  expect(chat.said()).toBe("That answer was taken back.");
  chat.set({ reply: { id: "r2", text: "Right words " }, withdrawn: null });
  await frames();
  expect(chat.rows()).toEqual(["Hi", "Right words"]);
});

test("nothing is said of an answer that went because a person took over", async () => {
  const chat = await opened();
  chat.set({ messages: [message(1, "contact", "Hi")], reply: { id: "r1", text: "Some words " } });
  await frames();
  chat.set({ reply: null, withdrawn: "taken_over" });
  await frames();
  expect(chat.rows()).toEqual(["Hi"]);
  expect(chat.said()).not.toBe("That answer was taken back.");
});

test("a note on an answer goes when somebody speaks", async () => {
  const chat = await opened();
  chat.set({ messages: [message(1, "contact", "Hi")], reply: { id: "r1", text: "Some words " } });
  await frames();
  chat.set({ reply: null, withdrawn: "unsafe" });
  await frames();
  chat.set({ withdrawn: null, messages: [message(1, "contact", "Hi"), message(2, "operator", "It is Nora.")] });
  await frames();
  expect(chat.rows()).toEqual(["Hi", "It is Nora."]);
});

test("earlier messages are asked for at the top, and are no news", async () => {
  const chat = await opened({ ...READY, messages: [message(9, "assistant", "nine")], earlier: true });
  expect(chat.find(".hello").hidden).toBe(true);
  chat.named("Earlier messages").focus();
  chat.named("Earlier messages").click();
  expect(chat.calls.at(-1)).toEqual(["earlier"]);
  chat.set({ earlier: false, messages: [message(8, "operator", "eight"), message(9, "assistant", "nine")] });
  await frames();
  expect(chat.rows()).toEqual(["eight", "nine"]);
  expect(chat.said()).toBe("");
  expect(chat.find(".hello").hidden).toBe(false);
  expect(chat.root.activeElement).toBe(chat.find(".log"));
});

test("a person can be asked for, and an address left, until somebody is there", async () => {
  const chat = await opened();
  for (const technical of [true, false]) {
    chat.set({ handoff: { ...HANDOFF, technical } });
    await frames();
    expect(chat.named("Talk to a person")).toBeDefined();
  }
  chat.set({ handoff: { ...HANDOFF, state: "claimed" } });
  await frames();
  expect(chat.named("Talk to a person")).toBeUndefined();
});

test("history is shown without being announced, in the order of the messages", async () => {
  const chat = showChat({ ...READY, messages: [message(1, "contact", "one"), message(2, "assistant", "**two**"), message(3, "operator", "three", { operatorName: "Nora" })] });
  chat.panel.open();
  await frames();
  expect(chat.rows()).toEqual(["one", "two", "three"]);
  expect(chat.said()).toBe("");
  expect(chat.root.querySelector("[style*=opacity]")).toBeNull();
  chat.set({ messages: [...chat.client.state.messages, message(4, "operator", "four", { operatorName: "Nora" })], unread: 1 });
  await frames();
  expect(chat.said()).toBe("Nora: four");
  expect(chat.calls.at(-1)).toEqual(["seen"]);
});

test("what failed says why and can be sent again", async () => {
  const chat = await opened();
  chat.set({ messages: [message(1, "contact", "Hi", { seq: null, clientId: "c1", status: "failed", problem: "Too many." })] });
  await frames();
  expect(chat.find(".foot").textContent).toContain("Not sent. Too many.");
  chat.named("Try again").click();
  expect(chat.calls.at(-1)).toEqual(["retry", "c1"]);
});

test.each([
  [{ held: true }, "A member of our team is checking this answer first."],
  [{ handoff: HANDOFF }, "Waiting for a member of our team… You can also write to help@shop.example."],
  [{ handoff: { ...HANDOFF, expected: "out_of_hours" as const } }, "Our team is not here right now. We will answer as soon as we can, or you can write to help@shop.example."],
  [{ handoff: { ...HANDOFF, state: "claimed" as const, operatorName: "Nora" } }, "Nora has joined the chat."],
  [{ handoff: { ...HANDOFF, state: "returned" as const } }, "The assistant is answering again."],
  [{ handoff: { ...HANDOFF, state: "resolved" as const } }, "This request is closed. You can write again at any time."],
  [{ connection: "reconnecting" as const }, "Reconnecting…"],
  [{ connection: "offline" as const }, "You are offline."],
  [{ problem: { code: "closed", detail: "We are closed." } }, "We are closed."],
  [{ assistant: { ...ASSISTANT, available: false } }, "The assistant is not available."],
  [{ phase: "refused" as const, assistant: null, problem: { code: "origin", detail: "Not here." } }, "Not here."],
  [{ phase: "ended" as const }, "This chat has ended."],
])("%j is said above the composer, and announced", async (change, words) => {
  const chat = await opened();
  chat.set(change);
  await frames();
  expect(chat.find(".notice > span").textContent).toBe(words);
  expect(chat.said()).toBe(words);
});

test("what became of a handoff is no news once something was said after it", async () => {
  const chat = await opened({ ...READY, messages: [message(7, "assistant", "Back again")], handoff: { ...HANDOFF, state: "resolved", since: 5 } });
  expect(chat.root.querySelector(".notice")).toBeNull();
  chat.set({ handoff: { ...HANDOFF, state: "claimed", operatorName: "Nora", since: 8 } });
  await frames();
  expect(chat.find(".notice").textContent).toBe("Nora has joined the chat.");
});

test("an assistant that answers is available, whatever was told before", async () => {
  const away = { ...ASSISTANT, available: false };
  const chat = await opened({ ...READY, assistant: away });
  expect(chat.find(".notice").textContent).toBe("The assistant is not available.");
  chat.set({ reply: { id: "r", text: "I am" } });
  await frames();
  chat.set({ reply: null, messages: [message(1, "assistant", "I am here")] });
  await frames();
  expect(chat.root.querySelector(".notice")).toBeNull();
  chat.set({ assistant: { ...away } });
  await frames();
  expect(chat.find(".notice").textContent).toBe("The assistant is not available.");
});

test("the operator's name stands in the header while a person answers", async () => {
  const chat = await opened();
  chat.set({ handoff: { ...HANDOFF, state: "claimed", operatorName: "Nora" } });
  await frames();
  expect(chat.find(".sub").textContent).toBe("Nora");
  chat.set({ handoff: { ...HANDOFF, state: "resolved", operatorName: "Nora" } });
  await frames();
  expect(chat.find(".sub").textContent).toBe("An AI answers first");
});

test("a person can be asked for, with an address or without", async () => {
  const chat = await opened();
  chat.named("Talk to a person").click();
  await frames();
  chat.find<HTMLInputElement>(".page input").value = "ada@shop.example";
  chat.answers.set("askForPerson", () => Promise.reject({ problem: { code: "x", detail: "Not now." } }));
  const send = (): boolean => chat.find(".page form").dispatchEvent(new Event("submit", { cancelable: true }));
  send();
  await frames();
  expect(chat.find(".page [role=alert]").textContent).toBe("Not now.");
  chat.answers.set("askForPerson", () => Promise.reject({ problem: { code: "rate_limited", detail: "Wait.", retryAfter: 2, at: new Date(2026, 10, 21, 9).getTime() } }));
  send();
  await frames();
  expect(chat.find(".page [role=alert]").textContent).toBe(`Please wait until ${new Date(2026, 10, 21, 9, 0, 2).toLocaleTimeString("en")}.`);
  chat.answers.clear();
  send();
  await frames();
  expect(chat.calls.slice(-2)).toEqual([["askForPerson", "ada@shop.example"], ["askForPerson", "ada@shop.example"]]);
  expect(chat.find(".sheet").hidden).toBe(true);
});

test("Escape leaves the sheet first, then the chat", async () => {
  const chat = await opened();
  chat.named("More options").click();
  await frames();
  expect(chat.find(".page").textContent).toContain("Kept for 30 days.");
  key(chat.find(".page"), "Escape");
  expect([chat.find(".sheet").hidden, chat.find(".fd").hidden]).toEqual([true, false]);
  key(chat.field, "Escape");
  expect(chat.find(".fd").hidden).toBe(true);
});

test("Escape before the sheet has come takes the wish back", async () => {
  const chat = await opened();
  chat.named("More options").click();
  key(chat.field, "Escape");
  await frames();
  expect([chat.find(".page *"), chat.find(".fd").hidden]).toEqual([null, false]);
});

test("the conversation that is taken home is whole, though only its end was read", async () => {
  let file = new Blob();
  vi.spyOn(URL, "createObjectURL").mockImplementation((made) => ((file = made as Blob), "blob:file"));
  const numbers = [7, 8, 9];
  const messages = (from: number) => numbers.slice(from).map((seq) => message(seq, "contact", `number ${seq}`));
  const chat = await opened({ ...READY, earlier: true, messages: messages(2) });
  let from = 2;
  chat.answers.set("earlier", async () => (chat.set({ messages: messages((from = Math.max(0, from - 1))) }), {}));
  chat.named("More options").click();
  await frames();
  chat.named("Download this conversation").click();
  await frames();
  expect(await file.text()).toMatch(/number 7[^]*number 8[^]*number 9/);
});

test("deleting asks first, and shows the receipt", async () => {
  const chat = await opened();
  chat.answers.set("erase", () => Promise.resolve({ receipt_id: "r-1" }));
  chat.named("More options").click();
  await frames();
  chat.named("Delete my data").click();
  expect(chat.calls.at(-1)).toEqual(["start"]);
  chat.named("Delete everything").click();
  await frames();
  expect(chat.calls.at(-1)).toEqual(["erase"]);
  expect(chat.find(".page pre").textContent).toContain("r-1");
  expect(chat.named("Save the receipt")).toBeDefined();
});

test("an answer is rated; a few words may follow a thumb down", async () => {
  const chat = await opened({ ...READY, messages: [message(1, "assistant", "Hello")] });
  chat.named("Not helpful").click();
  await frames();
  expect(chat.named("Not helpful").ariaPressed).toBe("true");
  chat.find<HTMLInputElement>(".comment input").value = "too short";
  chat.find(".comment").dispatchEvent(new Event("submit", { cancelable: true }));
  await frames();
  expect(chat.calls.slice(1)).toEqual([["rate", "m1", "down", undefined], ["rate", "m1", "down", "too short"]]);
  expect(chat.find(".foot").textContent).toContain("Thank you for your feedback.");
});

test("whoever rates an answer keeps the focus, whatever comes meanwhile and wherever the field goes", async () => {
  const chat = await opened({ ...READY, messages: [message(1, "assistant", "Hello")] });
  chat.named("Not helpful").click();
  await frames();
  const field = chat.find<HTMLInputElement>(".comment input");
  field.focus();
  chat.set({ messages: [message(1, "assistant", "Hello", { rating: "down" }), message(2, "operator", "I am here")] });
  await frames();
  expect(chat.root.activeElement).toBe(field);
  field.value = "too short";
  chat.answers.set("rate", () => Promise.reject({ problem: { code: "x", detail: "" } }));
  const send = (): boolean => chat.find(".comment").dispatchEvent(new Event("submit", { cancelable: true }));
  send();
  await frames();
  expect([chat.find(".comment").hidden, field.value]).toEqual([false, "too short"]);
  chat.answers.clear();
  send();
  await frames();
  expect(chat.find(".comment").hidden).toBe(true);
  expect(chat.root.activeElement).toBe(chat.named("Not helpful"));
});

test("unread messages are counted on the launcher, whose name says so", () => {
  const chat = showChat();
  chat.set({ unread: 2 });
  expect(chat.told).toEqual([["unread", 2]]);
  expect(chat.launcher.ariaLabel).toBe("Open chat, 2 new messages");
  const badge = chat.launcher.querySelector("b")!;
  expect([badge.hidden, badge.textContent]).toEqual([false, "2"]);
  chat.set({ unread: 0 });
  expect(chat.launcher.ariaLabel).toBe("Open chat");
  chat.panel.open();
  expect([chat.launcher.ariaLabel, chat.launcher.ariaExpanded, badge.hidden]).toEqual(["Close chat", "true", true]);
  chat.launcher.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(chat.launcher.ariaExpanded).toBe("false");
});

test("whoever comes after a log-out reads nothing of the last one", async () => {
  const chat = await opened({ ...READY, messages: [message(1, "contact", "secret")] });
  chat.field.value = "half a secret";
  chat.panel.close();
  chat.set({ phase: "starting", person: 1, messages: [], assistant: null });
  chat.set({ phase: "ready", assistant: ASSISTANT });
  chat.panel.open();
  await frames();
  expect(chat.rows()).toEqual([]);
  expect(chat.field.value).toBe("");
});

test("whoever comes after a log-out is at the end, wherever the last one was", async () => {
  const chat = await opened();
  const log = chat.find(".log");
  vi.spyOn(log, "scrollHeight", "get").mockReturnValue(1_000);
  chat.set({ messages: [message(1, "assistant", "one")] });
  await frames();
  log.scrollTop = 0;
  log.dispatchEvent(new Event("scroll"));
  chat.set({ messages: [message(1, "assistant", "one"), message(2, "assistant", "two")] });
  await frames();
  expect(chat.find(".jump").hidden).toBe(false);
  chat.set({ person: 1, messages: [] });
  await frames();
  expect(chat.find(".jump").hidden).toBe(true);
});

test("nothing is left when it ends", async () => {
  const chat = await opened();
  chat.ended.abort();
  expect(chat.root.querySelector(".fd")).toBeNull();
  expect(chat.listeners.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
