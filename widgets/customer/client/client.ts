/** The chat without its looks: `createClient` makes it; nothing is asked or stored before `start`. */

import { newId } from "../../shared/ids.ts";
import { asker, ignore, problemOf, Refused, statusOf } from "./api.ts";
import { type Browser, thisBrowser } from "./browser.ts";
import type { Context } from "./context.ts";
import type { Conversation } from "./conversation.ts";
import type { EventData } from "./events.ts";
import { whoever } from "./identity.ts";
import { type Core, createModel, FRESH } from "./model.ts";
import { type Outgoing, type Records, recordsOf, UNNAMED } from "./records.ts";
import { run, type Running } from "./running.ts";
import { keepSession, openSession, type Standing } from "./session.ts";
import type { ChatClient, Problem } from "./state.ts";
import type { Gone } from "./tabs.ts";

/** Milliseconds for which a page takes up what an earlier one had nobody's name for yet. */
const BRIEFLY = 120_000;

export interface ClientOptions {
  readonly site: string;
  /** Where the service is. */
  readonly base: string | URL;
  readonly locale?: string | undefined;
  readonly browser?: Browser;
}

export function createClient({ site, base, locale, browser = thisBrowser() }: ClientOptions): ChatClient {
  const memory = new Map<string, string>();
  const loaded = Date.now();
  const ask = asker(base, browser.fetch);
  const recordsFor = (sub?: string): Records => recordsOf(browser.storage, memory, site, sub);
  /** What was written before it was known by whom. */
  const unnamed = recordsFor(UNNAMED);
  let who = whoever();
  /** Ends what runs: a session, its conversation, its place among the tabs. */
  let life = new AbortController();
  let records: Records | null = null;
  let running: Running | null = null;
  let starting: Promise<void> | null = null;
  /** Whether a chat is wanted, or only what was begun is to go on; null before anything was asked for. */
  let wanted: boolean | null = null;
  /** The token of the session that ended; and whether the one in its place was not good for anything yet. */
  let stale: string | null = null;
  let renewed = false;
  let written = 0;

  const model = createModel(
    // What an earlier page wrote is shown to nobody before it is known whose it is.
    () => records?.outgoing().filter(({ at }) => records !== unnamed || Date.parse(at) >= loaded) ?? [],
    () => records?.session()?.ratings,
    (patch) => running?.tabs.tell(patch),
  );
  const { set } = model;
  const core = (): Core => model.core;
  const waits = (problem: Problem | null): void =>
    set(problem ? { problem } : { connection: browser.online() ? "reconnecting" : "offline" });
  const context: Context = { site, locale, browser, ask, core, set, waits };

  function leave(): void {
    life.abort();
    starting = running = null;
  }

  function forget(phase: Gone): void {
    leave();
    records = wanted = null;
    renewed = false;
    for (const { id } of unnamed.outgoing()) unnamed.drop(id);
    model.person += 1;
    set({ ...FRESH, outbox: {}, phase });
  }

  function refuse(problem: Problem): void {
    leave();
    set({ phase: "refused", problem });
  }

  function begin(): Promise<void> {
    if (running && core().phase === "ready") return Promise.resolve();
    return (starting ??= (leave(), open()));
  }

  async function open(): Promise<void> {
    const { signal } = (life = new AbortController());
    records = who.known === UNNAMED ? unnamed : recordsFor(who.known);
    set({ phase: "starting", problem: null });
    try {
      const sub = await who.sub();
      signal.throwIfAborted();
      const mine = (records = recordsFor(sub));
      if (sub) {
        for (const message of unnamed.outgoing()) if (Date.parse(message.at) > loaded - BRIEFLY) mine.put(message);
        mine.forgetOthers();
      }
      const before = mine.session()?.token;
      if (!wanted && !before && !mine.outgoing().length) return set({ phase: "idle" });
      const { token, contact, verified, assistant, seen } = await openSession(context, mine, who, stale, signal);
      signal.throwIfAborted();
      const known = core().contact === contact ? {} : { ...FRESH, seen };
      set({ ...known, contact, verified, assistant, phase: "starting", connection: "online", outbox: {} });
      const { talk } = join(mine, signal);
      if (token === before) void resumed(mine, talk).catch(ignore);
      await model.until(() => signal.aborted || core().phase !== "starting");
    } catch (error) {
      if (!signal.aborted) refuse(problemOf(error) ?? { code: "identity_failed", detail: "" });
    } finally {
      if (life.signal === signal) starting = null;
    }
  }

  function join(mine: Records, signal: AbortSignal): Running {
    const unlessOver =
      <T>(work: (value: T) => void) =>
      (value: T): void =>
        void (signal.aborted || work(value));
    signal.addEventListener("abort", () => set({})); // whoever waits looks again
    return (running = run(
      {
        ...context,
        records: mine,
        signal,
        set: unlessOver(set),
        waits: unlessOver(waits),
        onGood: () => void (renewed = false),
        onRefused: unlessOver(refuse),
        onEnded: unlessOver((token) => {
          if (token === stale) return;
          stale = token;
          if (renewed) return refuse({ code: "unauthorized", detail: "" });
          renewed = true;
          leave();
          void begin();
        }),
      },
      (phase) => {
        if (phase === "idle") who = whoever(); // a token from before the log-out must not log in again
        forget(phase);
      },
    ));
  }

  /** Learns how things stand now: what is stored may be weeks old. */
  async function resumed(mine: Records, talk: Conversation): Promise<void> {
    const { assistant } = keepSession(mine, await talk.call<Standing>("GET", "/v1/session"));
    if (running?.talk !== talk) return;
    set({ assistant });
    running.poke();
  }

  function put(message: Outgoing): void {
    records!.put(message);
    set({ outbox: {} });
    running?.poke();
  }

  /**
   * Does something once; where the session ended meanwhile, once more in the same person's next one, and where the
   * conversation did, in another.
   */
  async function act<T>(work: (talk: Conversation) => Promise<T>): Promise<T> {
    await client.start();
    const { contact } = core();
    const now = (): Promise<T> => {
      if (running) return work(running.talk);
      throw new Refused(401, core().problem?.code ?? "");
    };
    try {
      return await now();
    } catch (error) {
      if (![401, 404].includes(statusOf(error))) throw error;
      await starting;
      if (core().contact !== contact) throw error;
      return now();
    }
  }

  const client: ChatClient = {
    get state() {
      return model.state();
    },
    subscribe(listener) {
      model.listeners.add(listener);
      return () => void model.listeners.delete(listener);
    },
    start() {
      wanted = true;
      return begin();
    },
    resume() {
      wanted ??= false;
      void begin();
    },
    async earlier() {
      await client.start();
      const { signal } = life;
      const [oldest] = core().stored;
      if (!running || !core().earlier) return;
      running.poke({ earlier: true });
      await model.until(() => signal.aborted || !core().earlier || core().stored[0]?.id !== oldest?.id);
    },
    send(text) {
      void client.start();
      // No two at the same moment: the moment is what keeps them in order.
      written = Math.max(Date.now(), written + 1);
      put({ id: newId(), text, at: new Date(written).toISOString(), status: "sending" });
    },
    retry(clientId) {
      const found = records?.find(clientId);
      if (found) put({ id: found.id, text: found.text, at: found.at, status: "sending" });
    },
    stop() {
      void act(async (talk) => talk.call("POST", `${await talk.open()}/stop`)).catch(ignore);
    },
    askForPerson: (email) =>
      act(async (talk) => {
        const address = await talk.open();
        running?.poke();
        talk.take("handoff.opened", await talk.call<EventData>("POST", `${address}/handoff`, { email }));
      }),
    async rate(messageId, rating, comment) {
      await act((talk) => talk.call("POST", `/v1/messages/${messageId}/feedback`, { rating, comment: comment || undefined }));
      records?.keep({ ratings: { ...records.session()?.ratings, [messageId]: rating } });
      set({ outbox: {} });
    },
    data: () => act((talk) => talk.call<object>("GET", "/v1/me/data")),
    async erase() {
      try {
        const receipt = await act((talk) => {
          stale = records!.session()?.token ?? null; // that it ends is no reason for another
          return talk.call<object>("DELETE", "/v1/me");
        });
        running?.tabs.tellGone("ended");
        records?.forget();
        forget("ended");
        return receipt;
      } catch (error) {
        stale = null;
        leave();
        void begin();
        throw error;
      }
    },
    identify(given) {
      const same = who.isAs(given);
      const { phase } = core();
      const asked = wanted;
      who = whoever(given);
      if (asked === null || (same && /starting|ready/.test(phase))) return;
      forget("idle"); // nobody sees the chat of somebody else, not even for a moment
      wanted = asked;
      void begin();
    },
    reset() {
      running?.tabs.tellGone("idle");
      for (const token of recordsFor().forget()) {
        void ask("/v1/session", token, { method: "DELETE", keepalive: true }).catch(ignore);
      }
      who = whoever();
      forget("idle");
    },
    seen() {
      const seq = core().stored.at(-1)?.seq ?? 0;
      if (seq <= (core().seen ?? 0)) return;
      records?.keep({ seen: seq });
      set({ seen: seq });
      running?.tabs.ask();
    },
    destroy() {
      leave();
      wanted = null;
      model.listeners.clear();
    },
  };
  return client;
}
