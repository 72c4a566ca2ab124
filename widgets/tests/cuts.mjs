/**
 * Cuts the lines between real clients and a real service at seeded bytes, and counts what was lost, doubled or reordered:
 * `npm run cuts -- --url http://127.0.0.1:8000 [--site KEY] [--cuts 10000] [--clients 20] [--seed 1]`.
 * The site's limits have to allow it: every client is one anonymous contact that writes without a pause.
 */

import { connect, createServer } from "node:net";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";

const load = async (path) => (await runnerImport(new URL(path, import.meta.url).pathname, { configFile: false })).module;
const { createClient } = await load("../customer/client/client.ts");
const { seeded } = await load("./random.ts");

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    site: { type: "string", default: "site_harbor_shop" },
    cuts: { type: "string", default: "10000" },
    clients: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
  },
});
if (!values.url) throw new Error("say where the service is: --url http://127.0.0.1:8000");
const service = new URL(values.url);
const wanted = Number(values.cuts);
const random = seeded(Number(values.seed));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const count = { cuts: 0, sent: 0, answers: 0, lost: 0, doubled: 0, reordered: 0, pieces: 0 };
const back = [];
let calm = false;

/** Passes bytes on until a connection has had its share of them. */
const proxy = createServer((near) => {
  const far = connect(Number(service.port || 80), service.hostname);
  let left = calm ? Infinity : Math.floor(random() ** 2 * 6000);
  const end = () => (near.destroy(), far.destroy());
  for (const each of [near, far]) each.on("error", end).on("close", end).setNoDelay(true);
  near.pipe(far);
  far.on("data", (bytes) => {
    if (bytes.length <= left) {
      left -= bytes.length;
      return void near.write(bytes);
    }
    count.cuts++;
    if (left > 0) near.write(bytes.subarray(0, left), () => (random() < 0.5 ? near.resetAndDestroy() : near.end(), far.destroy()));
    else near.resetAndDestroy(), far.destroy();
    left = 0;
    far.removeAllListeners("data").resume();
  });
});
await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${proxy.address().port}`;

/** Notes how long events are missed: from the end of one stream to the head of the next. */
function timed(life) {
  let lostAt = null;
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!String(input).endsWith("/events") || !response.ok) return response;
    if (lostAt !== null) back.push(performance.now() - lostAt);
    lostAt = null;
    const reader = response.body.getReader();
    const lost = () => void (lostAt ??= life.over ? null : performance.now());
    const body = new ReadableStream({
      pull: async (controller) => {
        const { done, value } = await reader.read().catch((error) => (lost(), controller.error(error), {}));
        if (done) lost(), controller.close();
        else if (value) controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return new Response(body, { status: response.status, headers: response.headers });
  };
}

const QUESTIONS = ["How do I return a jacket?", "Where is my order?", "How long does delivery take?", "Do you ship abroad? 🌊"];

async function customer(number) {
  const life = { over: false };
  let token = "";
  const store = new Map();
  const storage = {
    get length() {
      return store.size;
    },
    key: (index) => [...store.keys()][index] ?? null,
    getItem: (key) => store.get(key) ?? null,
    setItem: (key, value) => void (store.set(key, value), (token = JSON.parse(value).token ?? token)),
    removeItem: (key) => void store.delete(key),
  };
  const browser = { fetch: timed(life), storage, locks: undefined, channel: () => null, online: () => true, random };
  const client = createClient({ site: values.site, base, browser });
  let running = null;
  client.subscribe(({ reply, messages }) => {
    if (reply && running?.id === reply.id && !reply.text.startsWith(running.text)) count.pieces++;
    // What pieces said is how the whole text begins, unless it was cut to its last sentence.
    const whole = running && messages.find(({ replyId }) => replyId === running.id)?.text;
    if (whole && !whole.startsWith(running.text) && !running.text.startsWith(whole)) count.pieces++;
    running = reply;
  });
  const wrote = [];
  const settled = () => client.state.messages.every(({ status }) => status !== "sending" && status !== "waiting");
  const answered = () => client.state.messages.filter(({ author }) => author === "assistant" || author === "system").length >= wrote.length;
  while (count.cuts < wanted) {
    const text = `${QUESTIONS[Math.floor(random() * QUESTIONS.length)]} (${number}.${wrote.length})`;
    wrote.push(text);
    count.sent++;
    client.send(text);
    for (const end = Date.now() + 20_000; Date.now() < end && !(settled() && answered()); ) await sleep(5);
  }
  await calmed;
  for (const end = Date.now() + 30_000; Date.now() < end && !(settled() && answered()); ) await sleep(20);
  await sleep(500);
  const key = [...store.keys()].find((each) => JSON.parse(store.get(each)).conversation);
  const { conversation } = JSON.parse(store.get(key));
  const kept = [];
  for (let after = 0; ; after = kept.at(-1).seq) {
    const url = new URL(`/v1/conversations/${conversation}/messages?after=${after}&limit=200`, service);
    const { messages } = await (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).json();
    kept.push(...messages);
    if (messages.length < 200) break;
  }
  const shown = client.state.messages;
  const written = kept.filter(({ author }) => author === "contact").map(({ text }) => text);
  count.answers += kept.length - written.length;
  count.lost += wrote.filter((text) => !written.includes(text)).length;
  count.lost += kept.filter(({ id }) => !shown.some((each) => each.id === id)).length;
  count.doubled += written.length - new Set(written).size + (shown.length - new Set(shown.map(({ id }) => id)).size);
  count.reordered += written.filter((text, index) => text !== wrote[index]).length;
  count.reordered += shown.filter(({ id }, index) => id !== kept[index]?.id).length;
  life.over = true;
  client.destroy();
}

let calmDown;
const calmed = new Promise((resolve) => (calmDown = resolve));
const from = performance.now();
const all = Array.from({ length: Number(values.clients) }, (_, number) => customer(number));
while (count.cuts < wanted) await sleep(50);
const took = performance.now() - from;
calm = true;
calmDown();
await Promise.all(all);
proxy.close();
back.sort((one, other) => one - other);
const within = (share) => Math.round(back[Math.min(back.length - 1, Math.floor(back.length * share))] ?? NaN);
console.log(`${count.cuts} cuts in ${Math.round(took / 1000)} s, ${count.sent} messages, ${count.answers} answers, seed ${values.seed}`);
console.log(`lost ${count.lost}, doubled ${count.doubled}, reordered ${count.reordered}, wrong pieces ${count.pieces}`);
console.log(`back within ${within(0.5)} ms p50, ${within(0.95)} ms p95, ${within(0.99)} ms p99, ${within(1)} ms at most (${back.length} times)`);
process.exitCode = count.lost + count.doubled + count.reordered + count.pieces === 0 && within(0.95) <= 1000 ? 0 : 1;
