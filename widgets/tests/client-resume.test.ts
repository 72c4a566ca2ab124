// @vitest-environment node
/** What a chat goes on with: after a reload, with a full or forbidden store, after a conversation that is gone. */

import { afterEach, expect, test, vi } from "vitest";

import { type Browser, thisBrowser } from "../customer/client/browser.ts";
import { createClient } from "../customer/client/client.ts";
import type { ChatClient } from "../customer/client/state.ts";
import { FakeChannels, FakeLocks, FakeService, FakeStorage, fakeBrowser, identityToken, refusal, type Talk } from "./client-service.ts";

const clients: ChatClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
  vi.unstubAllGlobals();
});

function open(service: FakeService, more: Partial<Browser> = {}): ChatClient {
  const client = createClient({ site: "site_a", base: "http://desk.example", browser: fakeBrowser(service, more) });
  clients.push(client);
  return client;
}

const texts = (client: ChatClient): string[] => client.state.messages.map(({ text }) => text);
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 3000, interval: 2 });
const talkOf = (service: FakeService): Talk => [...service.talks.values()].at(-1)!;
const count = (service: FakeService, asked: string): number => service.asked.filter((each) => each === asked).length;

test("what a tab could not store is sent all the same, though another tab leads", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const channels = new FakeChannels();
  const shared = { storage, locks: new FakeLocks(), channel: (name: string) => channels.make(name) };
  const leader = open(service, shared);
  leader.send("one");
  await until(() => expect(leader.state.messages).toMatchObject([{ status: "stored" }]));
  const other = open(service, shared);
  await other.start();
  const { setItem } = storage;
  storage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  other.send("two");
  await until(() => expect(other.state.messages).toMatchObject([{}, { text: "two", status: "stored" }]));
  expect(texts(leader)).toEqual(["one", "two"]);
  storage.setItem = setItem;
  expect([...service.turns.values()]).toEqual(["one", "two"]);
});

test("what is written while a token is on its way outlives a reload, and reaches nobody else", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const never = (): Promise<string> => new Promise(() => undefined);
  const before = open(service, { storage });
  before.identify(never);
  before.send("mine");
  before.send("and this");
  await until(() => expect(texts(before)).toEqual(["mine", "and this"]));
  before.destroy();
  const nobody = open(service, { storage });
  await nobody.start();
  expect(texts(nobody)).toEqual([]);
  nobody.destroy();
  const waiting = open(service, { storage });
  waiting.identify(never);
  void waiting.start();
  expect(texts(waiting)).toEqual([]); // nobody knows yet whose it is
  waiting.destroy();
  const after = open(service, { storage });
  after.identify(async () => identityToken("ann"));
  await after.start();
  await until(() => expect(after.state.messages).toMatchObject([{ text: "mine", status: "stored" }, { text: "and this", status: "stored" }]));
  expect(service.turns.size).toBe(2);
});

test("what nobody had a name for is forgotten by a log-out, by another person, and after a while", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const left = (): void => {
    const before = open(service, { storage });
    before.identify(() => new Promise(() => undefined));
    before.send("secret");
    before.destroy();
  };
  left();
  expect(storage.length).toBe(1);
  open(service, { storage }).reset();
  expect(storage.length).toBe(0);
  const client = open(service, { storage });
  client.identify(() => new Promise(() => undefined));
  client.send("secret");
  client.identify(async () => identityToken("bob"));
  await client.start();
  expect(client.state.messages).toEqual([]);
  client.reset();
  left();
  vi.useFakeTimers({ now: Date.now() + 600_000, toFake: ["Date"] });
  const late = open(service, { storage });
  late.identify(async () => identityToken("bob"));
  await late.start();
  vi.useRealTimers();
  expect(late.state.messages).toEqual([]);
  expect([...storage.map.values()].join()).not.toContain("secret");
});

test("a page that nobody asked to chat goes on with what was begun, and asks nothing where nothing was", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const fresh = open(service, { storage });
  fresh.resume();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([service.asked, storage.length, fresh.state.phase]).toEqual([[], 0, "idle"]);
  fresh.identify(async () => identityToken("ann")); // still nobody has asked
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([service.asked, storage.length, fresh.state.phase]).toEqual([[], 0, "idle"]);
  fresh.destroy();

  const before = open(service, { storage });
  before.send("one");
  await until(() => expect(before.state.messages).toMatchObject([{ status: "stored" }]));
  before.seen();
  service.trouble = () => "early";
  before.send("two");
  before.destroy();
  service.trouble = () => null;
  talkOf(service).say("system.message", "system", "news");
  const after = open(service, { storage });
  after.resume();
  await until(() => expect(texts(after)).toEqual(["one", "news", "two"]));
  await until(() => expect(after.state.messages).toMatchObject([{}, {}, { status: "stored" }]));
  expect(after.state.unread).toBe(1);
  expect(count(service, "POST /v1/sessions")).toBe(1);
});

test("a page that comes back learns how things stand: greeting, availability, conversation", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const first = open(service, { storage });
  await first.start();
  expect(count(service, "GET /v1/session")).toBe(0);
  first.destroy();
  service.assistant = { greeting: "Good evening", available: false };
  const second = open(service, { storage });
  await second.start();
  await until(() => expect(second.state.assistant).toMatchObject({ greeting: "Good evening", available: false, privacyNotice: "An AI answers" }));
  expect(count(service, "POST /v1/sessions")).toBe(1);
  second.destroy();
  service.tokens.clear(); // it is over, which is told at once
  const third = open(service, { storage });
  await third.start();
  await until(() => expect(count(service, "POST /v1/sessions")).toBe(2));
  await until(() => expect(third.state.phase).toBe("ready"));
});

test("a conversation that is gone is begun anew, once", async () => {
  const service = new FakeService();
  const client = open(service);
  client.send("old");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
  service.talks.clear();
  client.send("new");
  await until(() => expect(client.state.messages).toMatchObject([{ text: "new", status: "stored" }]));
  const fresh = talkOf(service);
  await until(() => expect(fresh.readers.size).toBe(1));
  fresh.say("system.message", "system", "followed");
  await until(() => expect(texts(client)).toEqual(["new", "followed"]));
  service.talks.clear();
  await client.askForPerson();
  expect(client.state.handoff).toMatchObject({ state: "waiting" });
});

test("a service that finds no conversation ever is not asked for ever", async () => {
  const service = new FakeService();
  service.trouble = (_, path) => (/^\/v1\/conversations./.test(path) ? refusal(404, "not_found") : null);
  const client = open(service);
  client.send("where");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "failed", problem: "not_found." }]));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(count(service, "POST /v1/conversations")).toBeLessThan(4);
  expect(service.asked.length).toBeLessThan(12);
  service.trouble = () => null;
  client.retry(client.state.messages[0]!.clientId!);
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
});

test("older messages come when they are asked for, in each tab, with what only their events tell", async () => {
  const service = new FakeService();
  const storage = new FakeStorage();
  const channels = new FakeChannels();
  const shared = { storage, locks: new FakeLocks(), channel: (name: string) => channels.make(name) };
  const first = open(service, { storage });
  first.send("0");
  await until(() => expect(first.state.messages).toMatchObject([{ status: "stored" }]));
  first.destroy();
  const talk = talkOf(service);
  for (let n = 1; n < 300; n++) {
    if (n % 3 === 0) talk.say("message.accepted", "contact", `${n}`, { client_message_id: `c${n}` });
    else if (n % 3 === 1) talk.say("reply.completed", "assistant", `${n}`, { reply_id: `r${n}`, sources: [{ title: "Help" }] });
    else talk.say("operator.message", "operator", `${n}`, { operator_name: "Olga" });
    talk.tell("turn.ended", { outcome: "answered" });
    if (n === 5) talk.tell("handoff.opened", { handoff_id: "h", reason: "stopped", expected: "now", contact_fallback: "x" });
    if (n === 7) talk.tell("handoff.resolved", { handoff_id: "h" });
  }
  const [client, other] = [open(service, shared), open(service, shared)];
  await client.start();
  await other.start();
  expect([client.state.messages.length, client.state.earlier]).toEqual([50, true]);
  await until(() => expect(client.state.messages.every(({ author, operatorName }) => author !== "operator" || operatorName)).toBe(true));
  const handoffs = new Set<unknown>();
  client.subscribe(({ handoff }) => handoffs.add(handoff?.state));
  await other.earlier();
  expect(other.state.messages.length).toBeGreaterThan(100);
  while (other.state.earlier) await other.earlier();
  await until(() => expect(client.state.messages.at(1)).toMatchObject({ sources: [{ title: "Help" }] }));
  for (const each of [client, other]) {
    expect(texts(each)).toEqual(Array.from({ length: 300 }, (_, n) => `${n}`));
    expect(new Set(each.state.messages.map(({ id }) => id)).size).toBe(300);
    expect(each.state.earlier).toBe(false);
  }
  await until(() => {
    for (const { author, operatorName, sources } of client.state.messages) {
      expect([operatorName, sources?.length]).toEqual(author === "operator" ? ["Olga", undefined] : [undefined, author === "assistant" ? 1 : undefined]);
    }
  });
  expect(handoffs.has("waiting")).toBe(false); // the past is not lived through again
  talk.say("system.message", "system", "new");
  await until(() => expect(texts(client).at(-1)).toBe("new"));
  expect(service.streams).toBe(1);
});

test("own ratings are there after a reload", async () => {
  const service = new FakeService();
  service.onMessage = (talk) => void talk.say("reply.completed", "assistant", "Answer", { reply_id: "r" });
  const storage = new FakeStorage();
  const first = open(service, { storage });
  first.send("hello");
  await until(() => expect(first.state.messages.length).toBe(2));
  await first.rate(first.state.messages[1]!.id, "down");
  first.destroy();
  const second = open(service, { storage });
  await second.start();
  expect(second.state.messages[1]).toMatchObject({ rating: "down" });
});

test("a handoff tells whether the assistant may answer again; drafts that wait are told apart", async () => {
  const service = new FakeService();
  const client = open(service);
  client.send("hello");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
  const talk = talkOf(service);
  await until(() => expect(talk.readers.size).toBe(1));
  const opened = (reason: string): number =>
    talk.tell("handoff.opened", { handoff_id: "h", reason, expected: "now", contact_fallback: "x" });
  talk.tell("reply.held", { reply_id: "r1", reason: "review_topic" });
  talk.tell("reply.held", { reply_id: "r2", reason: "review_topic" });
  await until(() => expect(client.state).toMatchObject({ held: true, holds: 2 }));
  opened("model_timeout");
  await until(() => expect(client.state).toMatchObject({ holds: 2, handoff: { technical: true } }));
  talk.say("reply.completed", "assistant", "Checked", { reply_id: "r1" });
  await until(() => expect(client.state).toMatchObject({ held: true, holds: 1 }));
  opened("asked_for_person");
  await until(() => expect(client.state).toMatchObject({ held: false, holds: 0, handoff: { technical: false } }));
  opened("model_timeout"); // joins what is not technical
  await until(() => expect(client.state.handoff).toMatchObject({ reason: "model_timeout", technical: false }));
});

test("why an answer was taken back stays known after the take-over that did it", async () => {
  const service = new FakeService();
  const client = open(service);
  client.send("hello");
  await until(() => expect(client.state.messages).toMatchObject([{ status: "stored" }]));
  const talk = talkOf(service);
  await until(() => expect(talk.readers.size).toBe(1));
  talk.start("r");
  talk.delta("An answ");
  await until(() => expect(client.state.reply?.text).toBe("An answ"));
  talk.tell("reply.withdrawn", { reply_id: "r", reason: "taken_over" });
  talk.tell("turn.ended", { outcome: "handed_off", reason: "taken_over" });
  talk.tell("handoff.claimed", { handoff_id: "h", operator_name: "Olga" });
  await until(() => expect(client.state.handoff?.state).toBe("claimed"));
  expect(client.state).toMatchObject({ reply: null, withdrawn: "taken_over" });
  talk.say("operator.message", "operator", "Hello", { operator_name: "Olga" });
  await until(() => expect(client.state.withdrawn).toBeNull());
});

test("a token that an earlier load has spent asks for a reload, once", async () => {
  const service = new FakeService();
  const token = identityToken("ann");
  service.spent.add(token);
  const client = open(service);
  client.identify(token);
  client.send("kept");
  await until(() => expect(client.state).toMatchObject({ phase: "refused", problem: { code: "reload" } }));
  expect(client.state.messages).toMatchObject([{ text: "kept", status: "sending" }]);
  expect(service.asked).toEqual(["POST /v1/sessions"]);
  client.identify(identityToken("ann"));
  await until(() => expect(client.state.phase).toBe("ready"));
});

test("where storage is forbidden, tabs have nothing in common: no locks, no channel", () => {
  vi.stubGlobal("navigator", { locks: {}, onLine: true });
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("no", "SecurityError");
    },
  });
  const { storage, locks, channel } = thisBrowser();
  Reflect.deleteProperty(globalThis, "localStorage");
  expect([storage, locks, channel("x")]).toEqual([null, undefined, null]);
});
