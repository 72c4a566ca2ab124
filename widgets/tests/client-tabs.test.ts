// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Browser, Channel } from "../customer/client/browser.ts";
import { createClient } from "../customer/client/client.ts";
import type { ChatClient } from "../customer/client/state.ts";
import { FakeChannels, FakeLocks, FakeService, FakeStorage, fakeBrowser } from "./client-service.ts";

let service: FakeService;
let channels: FakeChannels;
let shared: Partial<Browser>;
let clients: ChatClient[];

beforeEach(() => {
  vi.useFakeTimers();
  service = new FakeService();
  channels = new FakeChannels();
  shared = { storage: new FakeStorage(), locks: new FakeLocks() };
  clients = [];
});
afterEach(() => {
  for (const client of clients) client.destroy();
  vi.useRealTimers();
});

/** A tab; `sleep` makes it deaf, as a phone does with tabs that nobody sees. */
function tab(): ChatClient & { sleep: () => void } {
  const mine: Channel[] = [];
  const channel = (name: string): Channel => channels.make(name, (made) => mine.push(made));
  const client = createClient({ site: "s", base: "http://desk.example", browser: fakeBrowser(service, { ...shared, channel }) });
  clients.push(client);
  const sleep = (): void => mine.forEach((each) => channels.asleep.add(each));
  return Object.assign(client, { sleep });
}

const settle = (ms = 20): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const texts = (client: ChatClient): string[] => client.state.messages.map(({ text }) => text);

test("one tab talks to the service, all show the same; any of them may write", async () => {
  const [one, two, three] = [tab(), tab(), tab()];
  await one.start();
  await Promise.all([two.start(), three.start()]);
  two.send("from two");
  three.send("from three");
  await settle();
  expect([...service.turns.values()]).toEqual(["from two", "from three"]);
  expect(service.tokens.size).toBe(1);
  expect(service.streams).toBe(1);
  const talk = [...service.talks.values()][0]!;
  talk.start("r");
  talk.delta("Hel");
  talk.delta("lo");
  await settle();
  for (const each of [one, two, three]) {
    expect(texts(each)).toEqual(["from two", "from three"]);
    expect(each.state).toMatchObject({ phase: "ready", reply: { text: "Hello" } });
  }
});

test("all tabs opened at once share one session and one conversation", async () => {
  const tabs = Array.from({ length: 8 }, tab);
  await Promise.all(tabs.map((each) => each.start()));
  tabs.forEach((each, index) => each.send(`from ${index}`));
  await settle(200);
  expect(service.tokens.size).toBe(1);
  expect(service.talks.size).toBe(1);
  expect(service.streams).toBe(1);
  expect(new Set(service.turns.values()).size).toBe(8);
  for (const each of tabs) expect(texts(each)).toEqual(texts(tabs[0]!));
});

test("when the leading tab is closed another goes on in the middle of a reply, without loss", async () => {
  const [one, two] = [tab(), tab()];
  one.send("hello");
  await settle();
  await two.start();
  const talk = [...service.talks.values()][0]!;
  talk.start("r");
  talk.delta("An an");
  await settle();
  const seen: string[] = [];
  two.subscribe(({ reply }) => void (reply && seen.push(reply.text)));
  one.destroy();
  talk.delta("swer");
  await settle();
  expect(two.state.reply?.text).toBe("An answer");
  talk.say("reply.completed", "assistant", "An answer", { reply_id: "r" });
  await settle();
  expect(texts(two)).toEqual(["hello", "An answer"]);
  expect(seen.every((text) => "An answer".startsWith(text))).toBe(true);
  expect(service.streams).toBe(1);
});

test("a leading tab that sleeps loses the lead to the one that is used", async () => {
  const [one, two] = [tab(), tab()];
  one.send("hello");
  await settle();
  await two.start();
  one.sleep();
  two.send("is anybody there");
  await settle(2_500);
  expect(texts(two)).toEqual(["hello", "is anybody there"]);
  expect(two.state.messages[1]).toMatchObject({ status: "stored" });
  expect(service.streams).toBe(1); // the sleeper's stream was ended with its lead
  const three = tab();
  await three.start();
  expect(texts(three)).toEqual(["hello", "is anybody there"]);
});

test("a tab that comes while the leader sleeps does not wait for ever", async () => {
  const one = tab();
  one.send("hello");
  await settle();
  one.sleep();
  const two = tab();
  void two.start();
  await settle(2_500);
  expect(two.state.phase).toBe("ready");
  expect(texts(two)).toEqual(["hello"]);
});

test("what was seen, logged out or erased in one tab is so in all", async () => {
  const [one, two] = [tab(), tab()];
  one.send("hello");
  await settle();
  await two.start();
  [...service.talks.values()][0]!.say("system.message", "system", "note");
  await settle();
  expect([one.state.unread, two.state.unread]).toEqual([1, 1]);
  two.seen();
  await settle();
  expect([one.state.unread, two.state.unread]).toEqual([0, 0]);
  two.reset();
  await settle();
  expect(one.state).toMatchObject({ phase: "idle", messages: [] });
  one.send("anew");
  await settle();
  await two.start();
  expect(texts(two)).toEqual(["anew"]);
  await two.erase();
  await settle();
  expect(one.state).toMatchObject({ phase: "ended", messages: [] });
  expect(service.tokens.size).toBe(0);
  expect((shared.storage as FakeStorage).length).toBe(0);
});

test("what a follower rated stays rated", async () => {
  const [one, two] = [tab(), tab()];
  one.send("hello");
  await settle();
  await two.start();
  const talk = [...service.talks.values()][0]!;
  talk.say("reply.completed", "assistant", "answer", { reply_id: "r" });
  await settle();
  await two.rate(two.state.messages[1]!.id, "up");
  talk.say("system.message", "system", "note");
  await settle();
  expect(two.state.messages[1]).toMatchObject({ rating: "up" });
});
