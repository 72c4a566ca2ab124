// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createClient } from "../customer/client/client.ts";
import { FakeService, FakeStorage, fakeBrowser, type Talk } from "./client-service.ts";
import { seeded } from "./random.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PIECES = ["One ", "two 🌊 ", "three\n\n", "- ", "é", "🏳️‍🌈", " <b>four</b>", " five"];

/** Plays a turn as the service would, one step at a call; steps are told apart by what they send. */
function turn(talk: Talk, number: number, random: () => number): (() => void)[] {
  const id = `r${number}`;
  const words = Array.from({ length: 1 + Math.floor(random() * 12) }, () => PIECES[Math.floor(random() * PIECES.length)]!);
  const pieces = [() => talk.start(id), ...words.map((word) => () => talk.delta(word))];
  const whole = words.join("");
  const ended = (outcome: string): void => void talk.tell("turn.ended", { outcome });
  const kind = random();
  if (kind < 0.15) {
    return [...pieces, () => talk.tell("reply.withdrawn", { reply_id: id, reason: "stopped" }), () => ended("stopped")];
  }
  if (kind < 0.3) {
    const again = [() => talk.start(`${id}b`), () => talk.delta(whole)];
    const said = (): void => void talk.say("reply.completed", "assistant", `${whole}#${number}`, { reply_id: `${id}b` });
    return [...pieces, () => talk.tell("reply.withdrawn", { reply_id: id, reason: "model_unavailable" }), ...again, said, () => ended("answered")];
  }
  if (kind < 0.4) {
    const said = (): void => void talk.say("reply.completed", "assistant", `checked #${number}`, { reply_id: id });
    return [() => talk.tell("reply.held", { reply_id: id, reason: "review_topic" }), () => ended("held"), said];
  }
  const said = (): void => void talk.say("reply.completed", "assistant", whole, { reply_id: id });
  return [...pieces, said, () => ended("answered")];
}

/** The pieces of a reply that were sent so far. */
function sentOf(service: FakeService, replyId: string): string | undefined {
  return [...service.talks.values()].map(({ sent }) => sent.get(replyId)).find((text) => text !== undefined);
}

/** A chat whose every connection is cut somewhere; returns what is wrong with it, and how often it was cut. */
async function played(seed: number): Promise<{ wrong: string[]; cuts: number }> {
  const random = seeded(seed);
  const service = new FakeService();
  const steps: (() => void)[] = [];
  let cuts = 0;
  let calm = false;
  service.cut = () => (calm || random() < 0.1 ? Infinity : (cuts++, Math.floor(random() * random() * 1500)));
  service.trouble = (method) => {
    if (calm || random() > 0.2) return null;
    return method === "POST" && random() < 0.5 ? "late" : "early";
  };
  let turns = 0;
  service.onMessage = (talk) => {
    const mine = turn(talk, ++turns, random);
    // A person may say something while a reply runs: numbers go on in between.
    if (random() < 0.3) {
      const place = Math.floor(random() * mine.length);
      mine.splice(place, 0, () => talk.say("operator.message", "operator", `by hand #${turns}`, { operator_name: "Olga" }));
    }
    steps.push(...mine);
  };
  const wrong: string[] = [];
  const browser = fakeBrowser(service, { storage: new FakeStorage(), random });
  let client = createClient({ site: "s", base: "http://desk.example", browser });
  const watch = (): void =>
    void client.subscribe(({ messages, reply }) => {
      const ids = messages.map((each) => each.clientId ?? each.id);
      if (new Set(ids).size < ids.length) wrong.push(`seed ${seed}: doubled ${ids.join()}`);
      const sent = reply && sentOf(service, reply.id);
      if (reply && !sent?.startsWith(reply.text)) wrong.push(`seed ${seed}: ${reply.text} instead of ${sent}`);
    });
  watch();
  for (let number = 1; number <= 2; number++) {
    client.send(`message ${number}`);
    for (let more = 0; more < 3; more++) {
      await vi.advanceTimersByTimeAsync(random() * 500);
      for (let n = random() * 8; n > 0; n--) steps.shift()?.();
    }
    if (random() > 0.15) continue;
    client.destroy(); // the page is loaded again
    client = createClient({ site: "s", base: "http://desk.example", browser });
    watch();
    void client.start();
  }
  calm = random() < 0.5; // half of them never have a good line again, and must still get there
  const settled = (): boolean => client.state.messages.every(({ status }) => status === "stored");
  const done = (): boolean => steps.length === 0 && turns === 2 && settled() && JSON.stringify(shown()) === JSON.stringify(kept());
  const talk = (): Talk => [...service.talks.values()].at(-1)!;
  const kept = (): unknown[] => talk()?.messages.map(({ text, author }) => [author, text]) ?? [];
  const shown = (): unknown[] => client.state.messages.map(({ text, author }) => [author, text]);
  for (let round = 0; round < 400 && !(done() && client.state.reply === null && !client.state.held); round++) {
    await vi.advanceTimersByTimeAsync(1500);
    for (let n = random() * 4; n > 0; n--) steps.shift()?.();
    if (round === 100) calm = true;
  }
  if (!done()) wrong.push(`seed ${seed}: ${JSON.stringify(shown())} instead of ${JSON.stringify(kept())}`);
  if (client.state.reply || client.state.held) wrong.push(`seed ${seed}: still ${JSON.stringify(client.state.reply)}`);
  if (service.turns.size !== 2) wrong.push(`seed ${seed}: ${service.turns.size} turns`);
  const order = client.state.messages.map(({ seq }) => seq!);
  if (order.some((seq, index) => index > 0 && seq <= order[index - 1]!)) wrong.push(`seed ${seed}: reordered`);
  client.destroy();
  return { wrong, cuts };
}

test("1,000 seeds of cuts at any byte: nothing is lost, doubled or reordered", async () => {
  const wrong: string[] = [];
  let cuts = 0;
  for (let seed = 1; seed <= 1000; seed++) {
    const one = await played(seed);
    wrong.push(...one.wrong);
    cuts += one.cuts;
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(cuts).toBeGreaterThan(5000);
});
