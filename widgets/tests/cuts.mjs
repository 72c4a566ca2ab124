/**
 * Cuts the lines between real clients and a real service at seeded bytes, and counts what was lost, doubled or reordered:
 * `npm run cuts -- --url http://127.0.0.1:8000 [--site KEY] [--cuts 10000] [--clients 20] [--seed 1]`.
 * The site's limits have to allow it: every client is one anonymous contact that writes without a pause. `make cuts`
 * starts a service that does.
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
/** Milliseconds without a single cut after which it is plain that the service lets nobody chat. */
const STUCK = 30_000;
/** How often one POST is sent. */
const REPEATS = 100;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const count = { cuts: 0, sent: 0, answers: 0, lost: 0, doubled: 0, reordered: 0, pieces: 0, asked: 0 };
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
    if (response.status === 429) count.asked++;
    if (!String(input).endsWith("/events")) return response;
    if (response.status === 429) lostAt = null; // how long it takes is the service's wish
    if (!response.ok) return response;
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
  // What is kept are its own keys, as a browser's store has them.
  const storage = Object.create({
    getItem: (key) => storage[key] ?? null,
    setItem: (key, value) => void ((storage[key] = value), (token = JSON.parse(value).token ?? token)),
    removeItem: (key) => void delete storage[key],
  });
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
  const { conversation } = Object.values(storage).map((value) => JSON.parse(value)).find((each) => each.conversation);
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

/** Sends one message again and again, some at once and some late, and counts the turns that it made. */
async function repeated() {
  const post = async (path, body, token) => {
    const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
    const response = await fetch(new URL(path, service), { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { session_token: token } = await post("/v1/sessions", { site_key: values.site });
  const { id } = await post("/v1/conversations", {}, token);
  const body = { client_message_id: crypto.randomUUID(), text: QUESTIONS[0] };
  const send = () => post(`/v1/conversations/${id}/messages`, body, token);
  const answers = await Promise.all(Array.from({ length: REPEATS / 2 }, send));
  while (answers.length < REPEATS) answers.push(await send());
  const url = new URL(`/v1/conversations/${id}/messages`, service);
  const { messages } = await (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).json();
  return [messages.filter(({ author }) => author === "contact").length, new Set(answers.map(({ reply }) => reply?.id)).size];
}

/** Tells how far it is; ends everything where nothing happens any more. */
async function watched() {
  for (let before = 0, since = Date.now(); count.cuts < wanted; await sleep(5000)) {
    process.stderr.write(`${count.cuts} cuts, ${count.sent} messages, asked to wait ${count.asked} times\n`);
    if (count.cuts > before) (before = count.cuts), (since = Date.now());
    else if (Date.now() - since > STUCK) {
      process.stderr.write("nothing happens any more: do the site's limits allow it?\n");
      process.exit(1);
    }
  }
}

let calmDown;
const calmed = new Promise((resolve) => (calmDown = resolve));
const from = performance.now();
const all = Array.from({ length: Number(values.clients) }, (_, number) => customer(number));
void watched();
while (count.cuts < wanted) await sleep(50);
const took = performance.now() - from;
calm = true;
calmDown();
await Promise.all(all);
proxy.close();
const [turns, replies] = await repeated();
back.sort((one, other) => one - other);
const within = (share) => Math.round(back[Math.min(back.length - 1, Math.floor(back.length * share))] ?? NaN);
console.log(`${count.cuts} cuts in ${Math.round(took / 1000)} s, ${count.sent} messages, ${count.answers} answers, seed ${values.seed}`);
console.log(`lost ${count.lost}, doubled ${count.doubled}, reordered ${count.reordered}, wrong pieces ${count.pieces}`);
console.log(`back within ${within(0.5)} ms p50, ${within(0.95)} ms p95, ${within(0.99)} ms p99, ${within(1)} ms at most (${back.length} times), asked to wait ${count.asked} times`);
console.log(`one POST ${REPEATS} times: ${turns} turn, ${replies} answer`);
const right = count.lost + count.doubled + count.reordered + count.pieces === 0 && turns === 1 && replies === 1;
process.exitCode = right && within(0.95) <= 1000 ? 0 : 1;
