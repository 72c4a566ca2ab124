// @vitest-environment node
import { afterEach, expect, test, vi } from "vitest";

import type { Browser } from "../customer/client/browser.ts";
import { createClient } from "../customer/client/client.ts";
import type { ChatClient } from "../customer/client/state.ts";
import { FakeService, FakeStorage, fakeBrowser, identityToken, refusal, type Talk } from "./client-service.ts";

const clients: ChatClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

function open(service: FakeService, more: Partial<Browser> = {}): ChatClient {
  const client = createClient({ site: "site_a", base: "http://desk.example", browser: fakeBrowser(service, more) });
  clients.push(client);
  return client;
}

function answer(talk: Talk, text: string): void {
  talk.start(`r-${text}`);
  talk.delta("An 🌊 ");
  talk.delta("answer");
  talk.say("reply.completed", "assistant", `An 🌊 answer to ${text}`, { reply_id: `r-${text}`, sources: [{ title: "Help" }] });
  talk.tell("turn.ended", { outcome: "answered" });
}

const texts = (client: ChatClient): string[] => client.state.messages.map(({ text }) => text);
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 3000, interval: 2 });

test("nothing is asked or stored before it is used", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const client = open(service, { storage });
  client.identify(identityToken("ann"));
  client.reset();
  client.seen();
  expect(service.asked).toEqual([]);
  expect(storage.length).toBe(0);
  expect(client.state.phase).toBe("idle");
});

test("a first message opens the conversation, its answer comes piece by piece", async () => {
  const service = new FakeService();
  service.onMessage = answer;
  const client = open(service);
  const replies = new Set<string>();
  client.subscribe(({ reply }) => void (reply && replies.add(reply.text)));
  await client.start();
  expect(client.state).toMatchObject({ phase: "ready", assistant: { name: "Harbor", privacyNotice: "An AI answers" }, messages: [] });
  client.send("Hello");
  expect(client.state.messages).toMatchObject([{ text: "Hello", status: "sending", seq: null }]);
  await until(() => expect(texts(client)).toEqual(["Hello", "An 🌊 answer to Hello"]));
  expect([...replies]).toEqual(["", "An 🌊 ", "An 🌊 answer"]);
  expect(client.state.messages).toMatchObject([{ status: "stored" }, { sources: [{ title: "Help" }], author: "assistant" }]);
  expect(client.state).toMatchObject({ reply: null, unread: 1, connection: "online" });
  client.seen();
  expect(client.state.unread).toBe(0);
});

test("a reload shows the same chat, with what messages alone do not tell", async () => {
  const service = new FakeService();
  service.onMessage = (talk, text) => {
    answer(talk, text);
    talk.tell("handoff.opened", { handoff_id: "h", reason: "asked_for_person", expected: "now", contact_fallback: "x" });
    talk.tell("handoff.claimed", { handoff_id: "h", operator_name: "Olga" });
    talk.say("operator.message", "operator", "I am here", { operator_name: "Olga" });
  };
  const storage = new FakeStorage();
  const first = open(service, { storage });
  first.send("Hello");
  await until(() => expect(first.state.messages.length).toBe(3));
  first.seen();
  first.destroy();
  const second = open(service, { storage });
  const handoffs = new Set<unknown>();
  second.subscribe(({ handoff }) => handoffs.add(handoff?.state));
  await second.start();
  await until(() => expect(second.state.handoff?.state).toBe("claimed"));
  expect(second.state.messages).toEqual(first.state.messages);
  expect(second.state.unread).toBe(0);
  expect([...handoffs]).toEqual([undefined, "claimed"]); // the past is shown at once
  expect(service.asked.filter((each) => each === "POST /v1/sessions").length).toBe(1);
});

test("what is typed offline goes out later: in order, once, even over a reload", async () => {
  const service = new FakeService();
  service.onMessage = answer;
  const storage = new FakeStorage();
  const before = open(service, { storage, online: () => false, random: () => 1 });
  await before.start();
  service.trouble = () => "early";
  for (const text of ["one", "two", "three"]) before.send(text);
  await until(() => expect(before.state).toMatchObject({ connection: "offline", messages: [{ status: "waiting" }, {}, {}] }));
  before.destroy();
  service.trouble = () => null;
  const after = open(service, { storage });
  await after.start();
  await until(() => expect(after.state.messages.length).toBe(6));
  expect([...service.turns.values()]).toEqual(["one", "two", "three"]);
  expect(texts(after).filter((text) => text.length < 6)).toEqual(["one", "two", "three"]);
  expect([...storage.map.keys()].length).toBe(1);
});

test("an answer that is lost again and again makes one turn", async () => {
  const service = new FakeService();
  let posts = 0;
  service.trouble = (method, path) => (method === "POST" && path.endsWith("/messages") && ++posts <= 100 ? "late" : null);
  // The events are cut as well: nothing else tells that it is stored.
  const cut = service.trouble;
  service.trouble = (method, path) => (path.endsWith("/events") && posts <= 100 ? "early" : cut(method, path));
  const client = open(service);
  client.send("once");
  await until(() => expect(client.state.messages).toMatchObject([{ text: "once", status: "stored" }]));
  expect(posts).toBe(101);
  expect(service.turns.size).toBe(1);
  expect([...service.talks.values()][0]!.messages.length).toBe(1);
});

test("a refused message says why and can be sent again; one that is limited waits as long as it is told", async () => {
  const service = new FakeService();
  const trouble: Response[] = [refusal(413, "too_large"), refusal(429, "rate_limited", { "Retry-After": "1" })];
  service.trouble = (method, path) => (method === "POST" && path.endsWith("/messages") ? (trouble.shift() ?? null) : null);
  const client = open(service);
  client.send("much");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "failed", problem: "too_large." }]));
  client.retry(client.state.messages[0]!.clientId!);
  await until(() => expect(client.state).toMatchObject({ messages: [{ status: "waiting" }], problem: { retryAfter: 1 } }));
  await until(() => expect(client.state).toMatchObject({ messages: [{ status: "stored" }], problem: null }));
});

test("another text under an id gets an id of its own", async () => {
  const service = new FakeService();
  let first = true;
  service.trouble = (method, path) => {
    if (!first || method !== "POST" || !path.endsWith("/messages")) return null;
    first = false;
    return refusal(409, "message_differs");
  };
  const client = open(service);
  client.send("mine");
  const id = client.state.messages[0]!.clientId;
  await until(() => expect(client.state.messages).toMatchObject([{ status: "failed" }]));
  expect(client.state.messages[0]!.clientId).not.toBe(id);
  client.retry(client.state.messages[0]!.clientId!);
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
});

test("another person at the same browser sees nothing of the last one", async () => {
  const service = new FakeService();
  service.onMessage = answer;
  const storage = new FakeStorage();
  const ann = open(service, { storage });
  ann.identify(identityToken("ann"));
  ann.send("I am Ann");
  await until(() => expect(ann.state.messages.length).toBe(2));
  ann.destroy();
  const nobody = open(service, { storage });
  await nobody.start();
  expect(nobody.state).toMatchObject({ messages: [], verified: false });
  nobody.destroy();
  const again = open(service, { storage });
  again.identify(identityToken("ann"));
  await again.start();
  expect(texts(again)).toEqual(["I am Ann", "An 🌊 answer to I am Ann"]);
  const seen: string[] = [];
  again.subscribe(({ messages }) => void seen.push(...messages.map(({ text }) => text)));
  again.identify(identityToken("bob"));
  await again.start();
  expect(again.state).toMatchObject({ messages: [], verified: true, phase: "ready" });
  expect(seen.join()).not.toContain("Ann");
  expect([...storage.map.values()].join()).not.toContain("contact-ann");
});

test("a session is resumed only for its own sub, and a token spent only to make one", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const token = identityToken("ann");
  const first = open(service, { storage });
  first.identify(token);
  await first.start();
  first.destroy();
  const second = open(service, { storage });
  second.identify(token); // a page from a cache
  await second.start();
  expect(second.state).toMatchObject({ phase: "ready", verified: true });
  expect(service.spent.size).toBe(1);
  service.tokens.clear(); // the session has ended
  await second.rate("m", "up").catch(() => undefined);
  await until(() => expect(second.state.phase).toBe("refused"));
  expect(second.state.problem?.code).toBe("reload");
  second.identify(identityToken("ann"));
  await second.start();
  expect(second.state.phase).toBe("ready");
  service.tokens.clear();
  await second.rate("m", "up").catch(() => undefined);
  await until(() => expect(second.state.problem?.code).toBe("reload"));
});

test("a session that ended is made anew once: the person's goes on where it was", async () => {
  const service = new FakeService();
  service.onMessage = answer;
  const client = open(service);
  let made = 0;
  client.identify(async () => identityToken("ann", ++made));
  client.send("one");
  await until(() => expect(client.state.messages.length).toBe(2));
  service.tokens.clear();
  client.send("two");
  await until(() => expect(texts(client)).toEqual(["one", "An 🌊 answer to one", "two", "An 🌊 answer to two"]));
  expect(made).toBe(2);
  service.tokens.clear();
  await client.rate("m", "up"); // done in the next session
  expect(client.state).toMatchObject({ phase: "ready" });
});

test("an anonymous session that ended begins a new chat; what was not sent goes there", async () => {
  const service = new FakeService();
  const client = open(service);
  client.send("old");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
  service.tokens.clear();
  client.send("new");
  await until(() => expect(client.state).toMatchObject({ phase: "ready", messages: [{ text: "new", status: "stored" }] }));
  service.trouble = (_, path) => (path === "/v1/sessions" ? null : refusal(401, "unauthorized"));
  client.send("never");
  await until(() => expect(client.state).toMatchObject({ phase: "refused", problem: { code: "unauthorized" } }));
});

test("a site that refuses says so, and is not asked again and again", async () => {
  const service = new FakeService();
  service.trouble = () => refusal(403, "origin_not_allowed");
  const client = open(service);
  await client.start();
  expect(client.state).toMatchObject({ phase: "refused", problem: { code: "origin_not_allowed", detail: "origin_not_allowed." } });
  expect(service.asked.length).toBe(1);
});

test("reset forgets everything here and there; erasing ends the chat with a receipt", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const client = open(service, { storage });
  client.send("secret");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
  client.reset();
  expect(storage.length).toBe(0);
  expect(client.state).toMatchObject({ phase: "idle", messages: [] });
  await until(() => expect(service.tokens.size).toBe(0));
  client.send("again");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
  expect(await client.data()).toMatchObject({ contact: expect.stringContaining("anonymous") });
  expect(await client.erase()).toEqual({ receipt: "r" });
  expect(storage.length).toBe(0);
  expect(client.state).toMatchObject({ phase: "ended", messages: [] });
  await until(() => expect(service.streams).toBe(0));
});

test("a wish for a person, held answers and answers taken back are shown as they are", async () => {
  const service = new FakeService();
  const client = open(service);
  await client.askForPerson("ann@shop.example");
  expect(client.state.handoff).toMatchObject({ state: "waiting", contactFallback: "help@shop.example", expected: "now" });
  const talk = [...service.talks.values()][0]!;
  await until(() => expect(talk.readers.size).toBe(1));
  talk.tell("handoff.claimed", { handoff_id: "h", operator_name: "Olga" });
  await until(() => expect(client.state.handoff).toMatchObject({ state: "claimed", operatorName: "Olga" }));
  talk.tell("handoff.resolved", { handoff_id: "h" });
  talk.start("r1");
  talk.delta("Something wr");
  await until(() => expect(client.state.reply?.text).toBe("Something wr"));
  talk.tell("reply.withdrawn", { reply_id: "r1", reason: "unsafe_output" });
  await until(() => expect(client.state).toMatchObject({ reply: null, withdrawn: "unsafe_output", held: false }));
  talk.tell("reply.held", { reply_id: "r2", reason: "review_topic" });
  await until(() => expect(client.state).toMatchObject({ held: true, withdrawn: null }));
  talk.say("reply.completed", "assistant", "Checked", { reply_id: "r2" });
  await until(() => expect(client.state).toMatchObject({ held: false, messages: [{ text: "Checked" }] }));
  await client.rate(client.state.messages[0]!.id, "down", "no");
  expect(client.state.messages[0]!.rating).toBe("down");
});

test("what was written on another device is shown too", async () => {
  const service = new FakeService();
  const client = open(service);
  client.send("here");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
  const talk = [...service.talks.values()][0]!;
  await until(() => expect(talk.readers.size).toBe(1));
  talk.say("message.accepted", "contact", "there", { client_message_id: "elsewhere" });
  await until(() => expect(texts(client)).toEqual(["here", "there"]));
});

test("a store that may not be used, or is full, costs nothing but the memory of a reload", async () => {
  const service = new FakeService();
  const full = new FakeStorage();
  full.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  for (const storage of [null, full]) {
    const client = open(service, { storage });
    client.send("kept");
    await until(() => expect(client.state.messages).toMatchObject([{ text: "kept", status: "stored" }]));
  }
});

test("nothing is left running after destroy", async () => {
  const service = new FakeService();
  const client = open(service);
  client.send("bye");
  await until(() => expect(service.streams).toBeGreaterThan(0));
  client.destroy();
  await until(() => expect(service.streams).toBe(0));
  const asked = service.asked.length;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(service.asked.length).toBe(asked);
});

test("who was to be named and is not is refused, and never shown an anonymous chat", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const nobody = open(service, { storage });
  nobody.send("mine alone");
  await until(() => expect(nobody.state.messages).toMatchObject([{ status: "stored" }]));
  nobody.destroy();
  const asked = service.asked.length;
  const noSub = `e30.${btoa("{}")}.x`;
  for (const given of [undefined, "", "undefined", noSub, new Error("no")]) {
    const client = open(service, { storage });
    client.identify(async () => {
      if (given instanceof Error) throw given;
      return given as string;
    });
    await client.start();
    expect(client.state).toMatchObject({ phase: "refused", messages: [], problem: { code: "identity_failed" } });
  }
  const empty = open(service, { storage });
  empty.identify("");
  await empty.start();
  expect(empty.state).toMatchObject({ phase: "refused", problem: { code: "identity_failed" } });
  expect(service.asked.length).toBe(asked);
});

test("whatever may bring another person raises `person`; what a chat starts with again does not", async () => {
  const service = new FakeService();
  const client = open(service);
  client.identify(async () => identityToken("ann"));
  await client.start();
  const first = client.state.person;
  service.tokens.clear();
  await client.rate("m", "up");
  expect(client.state.person).toBe(first);
  client.identify(identityToken("bob"));
  expect(client.state.person).toBe(first + 1);
  await client.start();
  client.reset();
  expect(client.state.person).toBe(first + 2);
});

test("a chat after the deletion is the same person's", async () => {
  const service = new FakeService();
  const client = open(service);
  client.identify(async () => identityToken("ann"));
  await client.start();
  await client.erase();
  await client.start();
  expect(client.state).toMatchObject({ phase: "ready", verified: true });
});

test("a log-out on a page without the chat ends it in this tab too", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const client = open(service, { storage });
  const heard = new Map<string, (event: object) => void>();
  vi.stubGlobal("addEventListener", (kind: string, listener: (event: object) => void) => heard.set(kind, listener));
  client.identify(async () => identityToken("ann"));
  client.send("secret");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
  vi.unstubAllGlobals();
  const key = "frontdesk.1:site_a:ann";
  expect(storage.map.has(key)).toBe(true);
  heard.get("storage")!({ key: "cart", newValue: null });
  expect(client.state.phase).toBe("ready");
  storage.clear();
  heard.get("storage")!({ key, newValue: null });
  expect(client.state).toMatchObject({ phase: "idle", messages: [], verified: false });
  await client.start();
  expect(client.state).toMatchObject({ phase: "ready", verified: false, messages: [] });
});
