/** The chat without its looks: `createClient` makes it; nothing is asked or stored before `start`. */

import { newId } from "../../shared/ids.ts";
import { asker, ignore, problemOf, Refused, statusOf } from "./api.ts";
import { type Browser, thisBrowser } from "./browser.ts";
import type { Context, Life } from "./context.ts";
import { type Conversation, createConversation } from "./conversation.ts";
import type { EventData } from "./events.ts";
import { whoever } from "./identity.ts";
import { createModel, FRESH } from "./model.ts";
import { createOutbox } from "./outbox.ts";
import { type Outgoing, type Records, recordsOf } from "./records.ts";
import { openSession } from "./session.ts";
import type { ChatClient, Problem } from "./state.ts";
import { type Gone, joinTabs, type Tabs } from "./tabs.ts";

export interface ClientOptions {
  readonly site: string;
  /** Where the service is. */
  readonly base: string | URL;
  readonly locale?: string | undefined;
  readonly browser?: Browser;
}

export function createClient({ site, base, locale, browser = thisBrowser() }: ClientOptions): ChatClient {
  const memory = new Map<string, string>();
  const ask = asker(base, browser.fetch);
  let who = whoever();
  /** Ends what runs: a session, its conversation, its place among the tabs. */
  let life = new AbortController();
  let records: Records | null = null;
  let conversation: Conversation | null = null;
  let tabs: Tabs<typeof FRESH> | null = null;
  let starting: Promise<void> | null = null;
  /** Does what is to be done, or asks the leading tab to. */
  let poke: () => void = ignore;
  /** The token of the session that ended; and whether the one in its place was not good for anything yet. */
  let stale: string | null = null;
  let renewed = false;
  /** What was written before it was known by whom. */
  let early: Outgoing[] = [];
  let written = 0;

  const model = createModel(
    () => [...(records?.outgoing() ?? []), ...early],
    (patch) => tabs?.tell(patch),
  );
  const { set } = model;
  const core = (): typeof FRESH => model.core;
  const waits = (problem: Problem | null): void =>
    set(problem ? { problem } : { connection: browser.online() ? "reconnecting" : "offline" });
  const context: Context = { site, locale, browser, ask, core, set, waits };

  function leave(): void {
    life.abort();
    starting = conversation = tabs = null;
    poke = ignore;
  }

  function forget(phase: Gone): void {
    leave();
    records = null;
    early = [];
    renewed = false;
    model.person += 1;
    set({ ...FRESH, outbox: {}, phase });
  }

  function refuse(problem: Problem): void {
    leave();
    set({ phase: "refused", problem });
  }

  function restart(): void {
    leave();
    void client.start();
  }

  async function begin(): Promise<void> {
    const { signal } = (life = new AbortController());
    set({ phase: "starting", problem: null });
    try {
      const sub = await who.sub();
      signal.throwIfAborted();
      const mine = (records = recordsOf(browser.storage, memory, site, sub));
      if (sub) mine.forgetOthers();
      for (const message of early.splice(0)) mine.put(message);
      const { contact, verified, assistant, seen } = await openSession(context, mine, who, stale, signal);
      signal.throwIfAborted();
      const known = core().contact === contact ? {} : { ...FRESH, seen };
      set({ ...known, contact, verified, assistant, phase: "starting", connection: "online", outbox: {} });
      join(mine, signal);
      await new Promise<void>((resolve) => {
        const look = (): void => void ((signal.aborted || core().phase !== "starting") && (model.listeners.delete(look), resolve()));
        model.listeners.add(look);
        signal.addEventListener("abort", look);
        look();
      });
    } catch (error) {
      if (!signal.aborted) refuse(problemOf(error) ?? { code: "identity_failed", detail: "" });
    } finally {
      if (life.signal === signal) starting = null;
    }
  }

  /** Takes a place among the tabs that share this chat. */
  function join(mine: Records, signal: AbortSignal): void {
    const unlessOver =
      <T>(work: (value: T) => void) =>
      (value: T): void =>
        void (signal.aborted || work(value));
    const running: Life = {
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
        restart();
      }),
    };
    const talk = (conversation = createConversation(running));
    const send = createOutbox(running, talk);
    let leading: AbortSignal | null = null;
    const onGone = (phase: Gone): void => {
      if (phase === "idle") who = whoever(); // a token from before the log-out must not log in again
      forget(phase);
    };
    poke = () => {
      if (!leading || leading.aborted) return tabs?.ask();
      void talk.follow(leading);
      void send(leading);
    };
    tabs = joinTabs(
      {
        browser,
        name: `${mine.key}:${core().contact}`,
        lead(until) {
          leading = until;
          poke();
        },
        onAsked() {
          set({ outbox: {}, seen: mine.session()?.seen ?? core().seen });
          poke();
          return core();
        },
        onTold: set,
        onGone,
      },
      signal,
    );
    const { document } = globalThis;
    // What another tab wrote may come later than its word that it has: browsers keep the store in several processes.
    globalThis.addEventListener?.(
      "storage",
      ({ key, newValue }) => {
        // Another page logged out, or somebody else in: not every one of them has the chat that would tell.
        if (key === null || (key === mine.key && newValue === null)) onGone("idle");
        else if (leading?.aborted === false && key.startsWith(`${mine.key}:`)) poke();
      },
      { signal },
    );
    document?.addEventListener("visibilitychange", () => document.hidden || tabs?.ask(), { signal });
  }

  function put(message: Outgoing): void {
    if (records) records.put(message);
    else early.push(message);
    set({ outbox: {} });
    poke();
  }

  /** Does something once; where the session ended meanwhile, once more in the same person's next one. */
  async function act<T>(work: (talk: Conversation) => Promise<T>): Promise<T> {
    await client.start();
    const { contact } = core();
    const now = (): Promise<T> => {
      if (conversation) return work(conversation);
      throw new Refused(401, core().problem?.code ?? "");
    };
    try {
      return await now();
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
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
      if (conversation && core().phase === "ready") return Promise.resolve();
      return (starting ??= (leave(), begin()));
    },
    send(text) {
      // No two at the same moment: the moment is what keeps them in order.
      written = Math.max(Date.now(), written + 1);
      put({ id: newId(), text, at: new Date(written).toISOString(), status: "sending" });
      void client.start();
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
        poke();
        talk.take("handoff.opened", await talk.call<EventData>("POST", `${address}/handoff`, { email }));
      }),
    async rate(messageId, rating, comment) {
      await act((talk) => talk.call("POST", `/v1/messages/${messageId}/feedback`, { rating, comment: comment || undefined }));
      model.ratings.set(messageId, rating);
      set({ outbox: {} });
    },
    data: () => act((talk) => talk.call<object>("GET", "/v1/me/data")),
    async erase() {
      try {
        const receipt = await act((talk) => {
          stale = records!.session()?.token ?? null; // that it ends is no reason for another
          return talk.call<object>("DELETE", "/v1/me");
        });
        tabs?.tellGone("ended");
        records?.forget();
        forget("ended");
        return receipt;
      } catch (error) {
        stale = null;
        restart();
        throw error;
      }
    },
    identify(given) {
      const same = who.isAs(given);
      const { phase } = core();
      who = whoever(given);
      if (phase === "idle" || phase === "ended" || (same && phase !== "refused")) return;
      forget("idle"); // nobody sees the chat of somebody else, not even for a moment
      void client.start();
    },
    reset() {
      tabs?.tellGone("idle");
      for (const token of recordsOf(browser.storage, memory, site).forget()) {
        void ask("/v1/session", token, { method: "DELETE", keepalive: true }).catch(ignore);
      }
      who = whoever();
      forget("idle");
    },
    seen() {
      const seq = core().stored.at(-1)?.seq ?? 0;
      if (seq <= (core().seen ?? 0)) return;
      const session = records?.session();
      if (session) records!.keep({ ...session, seen: seq });
      set({ seen: seq });
      tabs?.ask();
    },
    destroy() {
      leave();
      model.listeners.clear();
    },
  };
  return client;
}
