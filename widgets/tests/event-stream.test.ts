// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createEventStream, type StreamState } from "../shared/event-stream.ts";
import { seeded } from "./random.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server of streams that a test plays: each connection is noted, and what is sent goes to the newest. */
class Server {
  readonly asked: (string | null)[] = [];
  readonly times: number[] = [];
  closed = 0;
  answer: (() => Response | Promise<Response>) | null = null;
  #newest: ReadableStreamDefaultController<Uint8Array> | null = null;

  readonly open = async (lastEventId: string | null, signal: AbortSignal): Promise<Response> => {
    this.asked.push(lastEventId);
    this.times.push(Date.now());
    if (this.answer) return this.answer();
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (this.#newest = controller) });
    signal.addEventListener("abort", () => this.closed++);
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  };

  async send(text: string): Promise<void> {
    this.#newest!.enqueue(new TextEncoder().encode(text));
    await vi.advanceTimersByTimeAsync(0);
  }

  async end(error?: Error): Promise<void> {
    if (error) this.#newest!.error(error);
    else this.#newest!.close();
    await vi.advanceTimersByTimeAsync(0);
  }
}

function follow(server: Server, lastEventId: string | null = null) {
  const texts: string[] = [];
  const states: StreamState[] = [];
  const running = new AbortController();
  const stream = createEventStream({
    open: server.open,
    onEvent: (event) => texts.push(event.data),
    onState: (state) => states.push(state),
    lastEventId,
    random: () => 0.999,
  });
  return { texts, states, stream, stop: () => running.abort(), ended: stream(running.signal) };
}

test("a stream that breaks goes on after the newest id, and nothing is told twice", async () => {
  const server = new Server();
  const { texts, states, stop, ended } = follow(server, "3");
  await vi.advanceTimersByTimeAsync(0);
  await server.send("id: 4\ndata: four\n\nid: 5.1\ndata: five\n\nid: 5.");
  await server.end(new Error("cut"));
  await vi.advanceTimersByTimeAsync(500);
  await server.send("id: 5.1\ndata: five\n\nid: 6\ndata: six\n\ndata: a notice\n\ndata: a notice\n\n");
  expect(server.asked).toEqual(["3", "5.1"]);
  expect(texts).toEqual(["four", "five", "six", "a notice", "a notice"]);
  expect(states).toEqual(["connecting", "live", "waiting", "connecting", "live"]);
  stop();
  expect(await ended).toBeNull();
});

test.each([1, 2, 3, 4, 5])("words are whole after any breaks (seed %i)", async (seed) => {
  const random = seeded(seed);
  const log = Array.from({ length: 60 }, (_, index) => ({ id: `${index + 1}`, text: `word ${index + 1}` }));
  const server = new Server();
  const { texts, stop } = follow(server, "0");
  await vi.advanceTimersByTimeAsync(0);
  while (texts.length < log.length) {
    const from = Number(server.asked.at(-1));
    const sent = log.slice(from).map(({ id, text }) => `id: ${id}\ndata: ${text}\n\n`).join("");
    await server.send(sent.slice(0, Math.ceil(random() * sent.length)));
    if (texts.length < log.length) await server.end(random() < 0.5 ? new Error("cut") : undefined);
    await vi.advanceTimersByTimeAsync(30_000);
  }
  expect(texts).toEqual(log.map(({ text }) => text));
  expect(server.asked.length).toBeGreaterThan(1);
  stop();
});

test("30 s without a byte end a connection, a comment keeps it", async () => {
  const server = new Server();
  const { stop } = follow(server);
  await vi.advanceTimersByTimeAsync(29_000);
  await server.send(": still here\n\n");
  await vi.advanceTimersByTimeAsync(29_000);
  expect(server.asked.length).toBe(1);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(server.asked.length).toBe(2);
  expect(server.closed).toBe(1);
  stop();
});

test("a server that is away is asked ever more seldom, and soon again once it was there", async () => {
  const server = new Server();
  server.answer = () => Promise.reject(new TypeError("no network"));
  const { stop } = follow(server);
  await vi.advanceTimersByTimeAsync(120_000);
  const waits = server.times.slice(1).map((time, index) => time - server.times[index]!);
  expect(waits.slice(0, 4)).toEqual([499, 999, 1998, 3996]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(20_000);
  server.answer = null;
  await vi.advanceTimersByTimeAsync(20_000);
  await server.send("data: here again\n\n");
  await server.end();
  const asked = server.asked.length;
  await vi.advanceTimersByTimeAsync(500);
  expect(server.asked.length).toBe(asked + 1);
  stop();
});

test("a connection that ends at once is not taken for a good one", async () => {
  const server = new Server();
  server.answer = () => new Response(": open\n\n");
  const { stop } = follow(server);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(server.asked.length).toBeLessThan(9);
  stop();
});

test("Retry-After is heeded, a refusal is final", async () => {
  const server = new Server();
  server.answer = () => new Response("", { status: 429, headers: { "Retry-After": "5" } });
  const { ended } = follow(server);
  await vi.advanceTimersByTimeAsync(4_900);
  expect(server.asked.length).toBe(1);
  server.answer = () => new Response("", { status: 401 });
  await vi.advanceTimersByTimeAsync(200);
  expect(await ended).toBe(401);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked.length).toBe(2);
});

test("the wait is cut short when the browser is online again", async () => {
  const server = new Server();
  const browser = new EventTarget();
  vi.stubGlobal("addEventListener", browser.addEventListener.bind(browser));
  server.answer = () => new Response("", { status: 503, headers: { "Retry-After": "60" } });
  const { stop } = follow(server);
  await vi.advanceTimersByTimeAsync(100);
  browser.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect(server.asked.length).toBe(2);
  stop();
  vi.unstubAllGlobals();
});

test("stopping leaves no connection, no timer and asks nothing more", async () => {
  const server = new Server();
  const { stop, ended } = follow(server);
  await vi.advanceTimersByTimeAsync(0);
  await server.send("data: x\n\n");
  stop();
  expect(await ended).toBeNull();
  expect([server.closed, vi.getTimerCount()]).toEqual([1, 0]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked.length).toBe(1);
});
