import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { startConsole } from "../console/console.ts";
import { signedOut } from "../console/signed-out.ts";
import { CONVERSATION, lines, showDesk } from "./desk-page.ts";

/** Streams that the page asked for; what is sent goes to the newest. */
class Streams {
  readonly asked: { path: string; lastEventId: string | undefined; signal: AbortSignal }[] = [];
  status = 200;
  #newest: ReadableStreamDefaultController<Uint8Array> | null = null;

  readonly fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const { "Last-Event-ID": lastEventId } = init.headers as Record<string, string>;
    this.asked.push({ path, lastEventId, signal: init.signal! });
    if (this.status !== 200) return new Response("", { status: this.status });
    return new Response(new ReadableStream({ start: (controller) => void (this.#newest = controller) }));
  };

  async send(text: string): Promise<void> {
    this.#newest!.enqueue(new TextEncoder().encode(text));
    await vi.advanceTimersByTimeAsync(0);
  }
}

let streams: Streams;
let stop: () => void;
let visible: DocumentVisibilityState;
let beeps: number;

beforeEach(() => {
  vi.useFakeTimers();
  showDesk();
  document.body.dataset["events"] = "/v1/operator/events";
  document.body.dataset["csrf"] = "token";
  [streams, visible, beeps, stop] = [new Streams(), "visible", 0, () => undefined];
  vi.stubGlobal("fetch", streams.fetch);
  vi.stubGlobal("AudioContext", class {
    constructor() {
      beeps++;
    }
  });
  vi.stubGlobal("GainNode", class {
    connect(): void {}
  });
  vi.stubGlobal("OscillatorNode", class {
    connect(): void {}
    start(): void {}
    stop(): void {}
  });
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visible);
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function start(): Promise<void> {
  stop = startConsole();
  await vi.advanceTimersByTimeAsync(0);
}

/** The kinds that body hears from now on. */
function heard(...kinds: string[]): string[] {
  const found: string[] = [];
  for (const kind of kinds) document.body.addEventListener(`frontdesk:${kind}`, () => found.push(kind));
  return found;
}

/** The object in the chain of prototypes whose own `addEventListener` a target uses. */
function ownerOfListeners(target: EventTarget): EventTarget {
  let owner: EventTarget = target;
  while (!Object.hasOwn(owner, "addEventListener")) owner = Object.getPrototypeOf(owner) as EventTarget;
  return owner;
}

const sign = (): HTMLElement => document.querySelector("[data-connection]")!;

test("a page opens one stream, from where its transcript ends", async () => {
  await start();
  expect(streams.asked.map(({ path, lastEventId }) => [path, lastEventId])).toEqual([
    [`/v1/operator/events?conversation=${CONVERSATION}`, "12"],
  ]);
  document.querySelector("section")!.remove();
  stop();
  await start();
  expect(streams.asked.slice(1).map(({ path, lastEventId }) => [path, lastEventId])).toEqual([
    ["/v1/operator/events", undefined],
  ]);
});

test("a page without a stream asks for none", async () => {
  delete document.body.dataset["events"];
  await start();
  expect(streams.asked).toEqual([]);
});

test("a notice is an event on body, what the conversation stored is a message", async () => {
  await start();
  const found = heard("handoff.claimed", "message.accepted", "switch.on");
  await streams.send('event: handoff.claimed\ndata: {"tenant":"harbor"}\n\n');
  await streams.send('id: 13\nevent: message.accepted\ndata: {"seq":13,"text":"Hi","at":"2026-11-21T08:00:00Z"}\n\n');
  await streams.send("id: 14\nevent: handoff.claimed\ndata: {}\n\n");
  expect(found).toEqual(["handoff.claimed"]);
  expect(lines().at(-1)).toBe("Customer: Hi");
});

test("every new connection, and a server that lost count, let each part read itself again", async () => {
  const found = heard("handoff.overdue", "resync");
  await start();
  expect(found).toEqual(["resync"]);
  await streams.send("event: resync\ndata: {}\n\n");
  expect(found).toEqual(["resync", "resync"]);
  await vi.advanceTimersByTimeAsync(31_000);
  expect([streams.asked.length, found.length]).toEqual([2, 3]);
});

test("an overdue handoff beeps for those who want it", async () => {
  const overdue = "event: handoff.overdue\ndata: {}\n\n";
  await start();
  await streams.send(overdue);
  expect(beeps).toBe(0);
  localStorage.setItem("frontdesk.sound", "on");
  await streams.send(overdue);
  expect(beeps).toBe(1);
});

test("sound is turned on and off by its button, and the choice is kept", async () => {
  await start();
  const button = document.querySelector<HTMLElement>("[data-sound]")!;
  expect([button.hidden, button.getAttribute("aria-pressed")]).toEqual([false, "false"]);
  button.click();
  expect([button.getAttribute("aria-pressed"), beeps, localStorage.getItem("frontdesk.sound")]).toEqual(["true", 1, "on"]);
  button.click();
  expect([button.getAttribute("aria-pressed"), beeps, localStorage.getItem("frontdesk.sound")]).toEqual(["false", 1, "off"]);
});

test("the state of the connection is written, and said aloud only once it changes", async () => {
  await start();
  expect([sign().textContent, sign().getAttribute("aria-live")]).toEqual(["Live", "off"]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect([sign().textContent, sign().getAttribute("aria-live")]).toEqual(["Connection lost, trying again…", "polite"]);
  await vi.advanceTimersByTimeAsync(500);
  expect([sign().textContent, sign().getAttribute("aria-live")]).toEqual(["Live", "polite"]);
});

test("a page out of sight gives its connection to others after a while, and goes on where it was", async () => {
  const lock = { request: () => new Promise(() => undefined) }; // another page leads
  vi.stubGlobal("navigator", { locks: lock });
  await start();
  await streams.send("id: 20\nevent: message.accepted\ndata: {}\n\n");
  visible = "hidden";
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(2_500);
  expect(streams.asked[0]!.signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([streams.asked[0]!.signal.aborted, sign().textContent]).toEqual([true, "Paused"]);
  visible = "visible";
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect([streams.asked.length, streams.asked[1]!.lastEventId, sign().textContent]).toEqual([2, "20", "Live"]);
});

test("a page that is opened out of sight connects once it is seen", async () => {
  vi.stubGlobal("navigator", { locks: { request: () => new Promise(() => undefined) } });
  visible = "hidden";
  await start();
  expect([streams.asked.length, sign().textContent]).toEqual([0, "Paused"]);
  visible = "visible";
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect([streams.asked.length, sign().textContent]).toEqual([1, "Live"]);
});

test("a page that leads stays connected out of sight", async () => {
  const lock = { request: async (_: string, __: object, held: () => Promise<void>) => held() };
  vi.stubGlobal("navigator", { locks: lock });
  await start();
  visible = "hidden";
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(streams.asked[0]!.signal.aborted).toBe(false);
});

test("a session that has ended leads to the sign-in, and never round in circles", async () => {
  const reload = vi.fn();
  signedOut(document, reload, 1_000_000);
  signedOut(document, reload, 1_005_000);
  expect(reload).toHaveBeenCalledTimes(1);
  signedOut(document, reload, 1_011_000);
  expect(reload).toHaveBeenCalledTimes(2);
});

test("of a conversation that was erased no word stays, nor a place to write", async () => {
  document.querySelector("textarea")!.value = "Half an answer";
  document.querySelector("textarea")!.focus();
  streams.status = 404;
  await start();
  expect([document.querySelectorAll("[role=log], textarea").length, document.body.textContent]).toEqual([
    0, expect.not.stringContaining("Write to"),
  ]);
  expect(document.activeElement!.textContent).toContain("This conversation is gone");
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(false);
});

test("a refusal ends the connection and says so", async () => {
  streams.status = 403;
  await start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([streams.asked.length, sign().textContent]).toEqual([1, "Not live; reload the page"]);
});

test("once destroyed it leaves no listener, no timer, no connection and nothing of its own in the page", async () => {
  const added: { type: string; signal: AbortSignal | undefined }[] = [];
  for (const owner of new Set([document, window, document.body].map(ownerOfListeners))) {
    const add = owner.addEventListener;
    vi.spyOn(owner, "addEventListener").mockImplementation(function (this: EventTarget, type, listener, options) {
      const signal = typeof options === "object" ? options.signal : undefined;
      if (!(this instanceof AbortSignal)) added.push({ type, signal });
      add.call(this, type, listener, options);
    });
  }
  await start();
  await streams.send("event: handoff.claimed\ndata: {}\n\n");
  expect(added.length).toBeGreaterThan(10);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(added.filter(({ signal }) => !signal?.aborted)).toEqual([]);
  expect([streams.asked[0]!.signal.aborted, vi.getTimerCount()]).toEqual([true, 0]);
  expect(document.querySelector(".new-messages")).toBeNull();
  expect(streams.asked.length).toBe(1);
});
