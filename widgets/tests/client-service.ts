/** A service that the client's tests play: it follows the contract's cursors, in memory, and may be cut at any byte. */

import type { Browser, Channel } from "../customer/client/browser.ts";

interface Item {
  readonly kind: string;
  readonly data: Record<string, unknown>;
  readonly seq: number;
  /** 0 for what is stored; else its place among the unstored events of the reply that began at `seq`. */
  readonly n: number;
}

const ENDS = ["reply.completed", "reply.withdrawn", "reply.held"];

/** One reader's place, as the service keeps it. */
class Follower {
  #seen: number;
  #sent: number;
  #n: number;
  #base = -1;
  #floor = 0;
  readonly #resumed: { seq: number; n: number };

  constructor(cursor: string) {
    const [seq = 0, n = 0] = cursor.split(".").map(Number);
    this.#resumed = { seq, n };
    this.#seen = this.#sent = seq;
    this.#n = n;
  }

  take({ kind, data, seq, n }: Item): string {
    if (n === 0) {
      if (seq <= this.#seen) return "";
      this.#seen = this.#sent = seq;
      if (ENDS.includes(kind)) [this.#floor, this.#n] = [seq, 0];
    } else {
      if (seq < this.#floor) return "";
      if (seq !== this.#base) [this.#base, this.#n] = [seq, seq <= this.#resumed.seq ? this.#resumed.n : 0];
      if (n <= this.#n) return "";
      this.#n = n;
    }
    const id = this.#n ? `${this.#sent}.${this.#n}` : `${this.#sent}`;
    return `id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
  }
}

export class Talk {
  readonly id: string;
  readonly items: Item[] = [];
  readonly messages: Record<string, unknown>[] = [];
  readonly readers = new Set<(item: Item) => void>();
  /** What each reply's pieces said so far. */
  readonly sent = new Map<string, string>();
  seq = 0;
  #running: { id: string; base: number; pieces: Item[]; length: number } | null = null;
  #made = 0;

  constructor(id: string) {
    this.id = id;
  }

  tell(kind: string, data: Record<string, unknown> = {}): number {
    const seq = ++this.seq;
    if (this.#running && ENDS.includes(kind) && data["reply_id"] === this.#running.id) this.#running = null;
    this.#send({ kind, data: "message_id" in data ? { ...data, seq } : data, seq, n: 0 });
    return seq;
  }

  /** Tells what somebody says; returns the text's place. */
  say(kind: string, author: string, text: string, more: Record<string, unknown> = {}): number {
    const id = `${this.id}-m${++this.#made}`;
    const at = new Date(1.8e12 + this.#made * 1000).toISOString();
    const seq = this.seq + 1;
    const clientId = more["client_message_id"];
    this.messages.push({ id, seq, author, text, at, ...(clientId ? { client_message_id: clientId } : {}) });
    return this.tell(kind, { message_id: id, at, ...(author === "contact" ? {} : { text }), ...more });
  }

  start(replyId: string): void {
    this.#running = { id: replyId, base: this.seq, pieces: [], length: 0 };
    this.sent.set(replyId, "");
    this.#piece("reply.started", { reply_id: replyId });
  }

  delta(text: string): void {
    const running = this.#running!;
    this.sent.set(running.id, this.sent.get(running.id) + text);
    this.#piece("reply.delta", { reply_id: running.id, offset: running.length, text });
    running.length += [...text].length;
  }

  #piece(kind: string, data: Record<string, unknown>): void {
    const { base, pieces } = this.#running!;
    const item = { kind, data, seq: base, n: pieces.length + 1 };
    pieces.push(item);
    this.#send(item);
  }

  #send(item: Item): void {
    if (item.n === 0) this.items.push(item);
    for (const reader of this.readers) reader(item);
  }

  /** The bytes of everything after `cursor`, then live, to `write`; returns how to end that. */
  follow(cursor: string, write: (text: string) => void): () => void {
    const follower = new Follower(cursor);
    const reader = (item: Item): void => write(follower.take(item));
    write([...this.items, ...(this.#running?.pieces ?? [])].map((item) => follower.take(item)).join(""));
    this.readers.add(reader);
    return () => void this.readers.delete(reader);
  }
}

export type Handler = (request: { method: string; path: string; token: string; body: any; headers: Headers }) => unknown;

/** Answers what the widget asks; `cut` says after how many bytes a stream breaks. */
export class FakeService {
  readonly asked: string[] = [];
  readonly talks = new Map<string, Talk>();
  readonly tokens = new Map<string, { contact: string; verified: boolean }>();
  /** Client ids and their texts: one turn each. */
  readonly turns = new Map<string, string>();
  readonly spent = new Set<string>();
  /** What is different of the assistant now. */
  assistant: { greeting?: string; available?: boolean } = {};
  streams = 0;
  cut: () => number = () => Infinity;
  /** What happens instead of an answer: a response, or an error thrown before or (`late`) after it was acted on. */
  trouble: (method: string, path: string) => Response | "early" | "late" | null = () => null;
  onMessage: (talk: Talk, text: string) => void = () => undefined;
  #made = 0;

  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const { pathname: path, searchParams } = new URL(String(input));
    const method = init.method ?? "GET";
    const headers = new Headers(init.headers);
    const token = headers.get("Authorization")?.slice(7) ?? "";
    this.asked.push(`${method} ${path}`);
    await Promise.resolve();
    init.signal?.throwIfAborted();
    const trouble = this.trouble(method, path);
    if (trouble === "early") throw new TypeError("no network");
    if (trouble instanceof Response) return trouble;
    const body = init.body ? JSON.parse(String(init.body)) : {};
    const answer = this.#answer(method, path, token, body, headers, searchParams, init.signal ?? null);
    if (trouble === "late") throw new TypeError("cut");
    return answer;
  };

  #answer(
    method: string,
    path: string,
    token: string,
    body: Record<string, string>,
    headers: Headers,
    query: URLSearchParams,
    signal: AbortSignal | null,
  ): Response {
    if (path === "/v1/sessions") return this.#session(body);
    const who = this.tokens.get(token);
    if (!who) return refusal(401, "unauthorized");
    if (path === "/v1/session" && method === "GET") return Response.json(this.#standing(who));
    if (method === "DELETE") {
      for (const [key, each] of this.tokens) if (key === token || (path === "/v1/me" && each === who)) this.tokens.delete(key);
      return path === "/v1/me" ? Response.json({ receipt: "r" }) : new Response(null, { status: 204 });
    }
    if (path === "/v1/me/data") return Response.json({ contact: who.contact });
    if (path.endsWith("/feedback")) return new Response(null, { status: 204 });
    if (path === "/v1/conversations") {
      const talk = new Talk(`${who.contact}-c${++this.#made}`);
      this.talks.set(talk.id, talk);
      return Response.json({ id: talk.id, state: "assistant" }, { status: 201 });
    }
    const [, , , id, what] = path.split("/");
    const talk = this.talks.get(id!);
    if (!talk?.id.startsWith(`${who.contact}-`)) return refusal(404, "not_found");
    if (what === "stop") return new Response(null, { status: 204 });
    if (what === "handoff") {
      const data = { handoff_id: "h", reason: "asked_for_person", expected: "now", contact_fallback: "help@shop.example" };
      talk.tell("handoff.opened", data);
      return Response.json(data, { status: 201 });
    }
    if (what === "events") return this.#stream(talk, headers.get("Last-Event-ID") ?? String(talk.seq), signal);
    if (method === "POST") return this.#message(talk, body, signal);
    const after = query.get("after");
    const limit = Number(query.get("limit") ?? 50);
    const messages = after
      ? talk.messages.filter((each) => Number(each["seq"]) > Number(after)).slice(0, limit)
      : talk.messages.slice(-limit);
    return Response.json({ messages, last_event_id: String(talk.seq) });
  }

  #session({ identity_token: proof }: Record<string, string>): Response {
    if (proof && this.spent.has(proof)) return refusal(401, "unauthorized");
    if (proof) this.spent.add(proof);
    const sub = proof && (JSON.parse(atob(proof.split(".")[1]!)) as { sub: string }).sub;
    const token = `t${++this.#made}`;
    const who = { contact: sub ? `contact-${sub}` : `anonymous-${this.#made}`, verified: !!sub };
    this.tokens.set(token, who);
    return Response.json({ session_token: token, ...this.#standing(who) }, { status: 201 });
  }

  #standing({ contact: id, verified }: { contact: string; verified: boolean }): object {
    const latest = [...this.talks.keys()].findLast((each) => each.startsWith(`${id}-`));
    return {
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      contact: { id, verified },
      conversation: latest ? { id: latest, state: "assistant" } : null,
      assistant: { name: "Harbor", greeting: "Hello", privacy_notice: "An AI answers", available: true, ...this.assistant },
    };
  }

  #message(talk: Talk, { client_message_id: id, text }: Record<string, string>, signal: AbortSignal | null): Response {
    const first = this.turns.get(id!);
    if (first !== undefined && first !== text) return refusal(409, "message_differs");
    if (first === undefined) {
      this.turns.set(id!, text!);
      talk.say("message.accepted", "contact", text!, { client_message_id: id });
      this.onMessage(talk, text!);
    }
    const seq = talk.messages.find((each) => each["client_message_id"] === id)!["seq"] as number;
    return this.#stream(talk, String(seq - 1), signal);
  }

  #stream(talk: Talk, cursor: string, signal: AbortSignal | null): Response {
    let left = this.cut();
    let end = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.streams++;
        const close = (error: Error): void => {
          if (left < 0) return;
          left = -1;
          this.streams--;
          end();
          controller.error(error);
        };
        signal?.addEventListener("abort", () => close(new DOMException("aborted", "AbortError")));
        const write = (text: string): void => {
          if (left < 0 || text === "") return;
          const bytes = new TextEncoder().encode(text);
          if (bytes.length <= left) {
            left -= bytes.length;
            return controller.enqueue(bytes);
          }
          controller.enqueue(bytes.slice(0, left));
          queueMicrotask(() => close(new TypeError("cut")));
          end();
        };
        write(": open\n\n");
        end = talk.follow(cursor, write);
        if (left < 0) end();
      },
    });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  }
}

export function refusal(status: number, code: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, detail: `${code}.` }, { status, headers });
}

/** A token as a tenant's own backend makes it. */
export function identityToken(sub: string, jti = Math.random()): string {
  return `e30.${btoa(JSON.stringify({ sub, jti })).replace(/=+$/, "")}.x`;
}

export class FakeStorage implements Storage {
  readonly map = new Map<string, string>();
  [name: string]: unknown;
  constructor() {
    // As in browsers, the names of what is stored are its own keys.
    return new Proxy(this, {
      ownKeys: ({ map }) => [...map.keys()],
      getOwnPropertyDescriptor: (self, key) =>
        self.map.has(String(key)) ? { configurable: true, enumerable: true } : Reflect.getOwnPropertyDescriptor(self, key),
    });
  }
  get length(): number {
    return this.map.size;
  }
  clear = (): void => this.map.clear();
  getItem = (key: string): string | null => this.map.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.map.set(key, value);
  removeItem = (key: string): void => void this.map.delete(key);
  key = (index: number): string | null => [...this.map.keys()][index] ?? null;
}

/** Locks as browsers have them: one holder, a line behind, and taking by force. */
export class FakeLocks {
  readonly #lines = new Map<string, { go: () => void; lose: (error: unknown) => void }[]>();

  readonly request = (async (name: string, ...rest: unknown[]): Promise<unknown> => {
    const work = rest.at(-1) as () => unknown;
    const { steal, signal } = (rest.length > 1 ? rest[0] : {}) as { steal?: boolean; signal?: AbortSignal };
    const line = this.#lines.get(name) ?? [];
    this.#lines.set(name, line);
    let lose!: (error: unknown) => void;
    const lost = new Promise<never>((_, reject) => (lose = reject));
    lost.catch(() => undefined);
    let go!: () => void;
    const turn = new Promise<void>((resolve) => (go = resolve));
    const mine = { go, lose };
    const aborted = (): DOMException => new DOMException("aborted", "AbortError");
    if (signal?.aborted) throw aborted();
    if (steal) {
      line.shift()?.lose(aborted());
      line.unshift(mine);
    } else line.push(mine);
    let held = line[0] === mine;
    if (held) go();
    signal?.addEventListener("abort", () => {
      if (held) return;
      line.splice(line.indexOf(mine), 1);
      lose(aborted());
    });
    try {
      await Promise.race([turn, lost]);
      held = true;
      return await Promise.race([Promise.resolve().then(work), lost]);
    } finally {
      if (line[0] === mine) {
        line.shift();
        line[0]?.go();
      }
    }
  }) as LockManager["request"];
}

/** The channels of one browser; a tab that sleeps hears nothing. */
export class FakeChannels {
  readonly #open = new Map<string, Set<Channel>>();
  readonly asleep = new Set<Channel>();

  readonly make = (name: string, made: (channel: Channel) => void = () => undefined): Channel => {
    const others = this.#open.get(name) ?? new Set();
    this.#open.set(name, others);
    const channel: Channel = {
      onmessage: null,
      postMessage: (message) => {
        const data = structuredClone(message);
        for (const each of others) {
          if (each === channel) continue;
          queueMicrotask(() => others.has(each) && !this.asleep.has(each) && each.onmessage?.({ data } as MessageEvent));
        }
      },
      close: () => void others.delete(channel),
    };
    others.add(channel);
    made(channel);
    return channel;
  };
}

export function fakeBrowser(service: FakeService, more: Partial<Browser> = {}): Browser {
  return {
    fetch: service.fetch,
    storage: new FakeStorage(),
    locks: undefined,
    channel: () => null,
    online: () => true,
    random: () => 0,
    ...more,
  };
}
