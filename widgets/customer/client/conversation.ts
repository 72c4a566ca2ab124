/** One contact's conversation with the service: opened when it is needed, and followed. */

import { isAfter } from "../../shared/cursor.ts";
import { createEventStream } from "../../shared/event-stream.ts";
import { answerOf, ignore, problemOf, Refused, statusOf, untilAnswered } from "./api.ts";
import { alone, type Life } from "./context.ts";
import { changes, type EventData, NOTHING, withMessage } from "./events.ts";
import type { Message } from "./state.ts";

/** Milliseconds that the first wait may take: a customer who is cut off is soon back. */
const FIRST_WAIT = 150;
/** Messages that the service tells at once: as many as it does by itself, and at most. */
const FEW = 50;
const MANY = 200;

interface History {
  readonly messages: readonly (Pick<Message, "id" | "author" | "text" | "at"> & { seq: number; client_message_id?: string })[];
  readonly last_event_id: string;
}

export interface Conversation {
  /**
   * Asks as this contact. That the session has ended, or that the service does not have the conversation any more, is
   * acted upon, and thrown as any refusal.
   */
  call<T>(method: string, path: string, body?: object, read?: (response: Response) => Promise<T>): Promise<T>;
  /** The conversation's address; opens it where there is none, one for all tabs. */
  open(): Promise<string>;
  /** Follows the conversation, if there is one, until `signal` aborts; coming back by itself. */
  follow(signal: AbortSignal): Promise<void>;
  /** Applies an event, or an answer that tells the same; one that is `past` tells of messages only. */
  take(kind: string, data: EventData, past?: boolean): void;
  /** Shows that nothing is in the way. */
  went(): void;
  /** Reads older messages, and what only their events tell. */
  earlier(): Promise<void>;
}

export function createConversation(life: Life): Conversation {
  const { ask, browser, records, core, set, waits, signal: ended, onEnded, onGood, onRefused } = life;
  /** What is followed now, as the signal that ends it. */
  let following: AbortSignal | null = null;
  /** Takes the stream up anew: where it was, or after `from`. */
  let again = ignore;
  let from: string | null = null;
  const token = (): string => records.session()?.token ?? "";
  const address = (): string | null => {
    const id = records.session()?.conversation;
    return id ? `/v1/conversations/${id}` : null;
  };
  const shows = ({ messages }: History): void =>
    set({
      stored: messages.reduce((list, { client_message_id: clientId, ...message }) => {
        if (clientId) records.drop(clientId);
        return withMessage(list, { ...message, status: "stored", ...(clientId && { clientId }) });
      }, core().stored),
    });
  const read = (query: string): Promise<History> =>
    untilAnswered(() => self.call<History>("GET", `${address()}/messages${query}`), waits, browser.random, ended);

  /** Reads the newest messages; events are followed from the oldest of them on, for what messages do not tell. */
  async function load(): Promise<void> {
    const history = await read("");
    shows(history);
    const { length, 0: first } = history.messages;
    const seen = core().seen ?? Number(history.last_event_id);
    set({ cursor: String(first ? first.seq - 1 : 0), earlier: length >= FEW && first!.seq > 1, seen });
    self.went();
  }

  function forget(path: string): void {
    const gone = address();
    if (!gone || !path.startsWith(gone)) return;
    records.keep({ conversation: null });
    set({ ...NOTHING, seen: 0 });
    again();
  }

  /** Follows until it is refused, or until the browser came or went: an old line may be dead then. */
  async function stream(path: string, signal: AbortSignal): Promise<void> {
    const mine = new AbortController();
    const over = AbortSignal.any([signal, mine.signal]);
    again = () => mine.abort();
    for (const kind of ["online", "offline"]) globalThis.addEventListener?.(kind, again, { signal: over });
    const follow = createEventStream({
      open: (id, lost) => {
        const headers = { Accept: "text/event-stream", ...(id && { "Last-Event-ID": id }) };
        return ask(`${path}/events`, token(), { headers, signal: lost });
      },
      onEvent({ kind, data, id }) {
        if (over.aborted) return;
        const { cursor } = core();
        const past = !!id && !!cursor && !isAfter(id, cursor);
        if (id && !past) set({ cursor: id });
        try {
          self.take(kind, JSON.parse(data) as EventData, past);
        } catch {
          // Not an event of ours; those after it may be.
        }
      },
      onState(state) {
        if (over.aborted) return;
        if (state === "live") self.went();
        else if (state === "waiting") waits(null);
      },
      lastEventId: from ?? core().cursor,
      random: browser.random,
      firstWait: FIRST_WAIT,
    });
    from = null;
    const status = await follow(over);
    mine.abort();
    if (status !== null) throw new Refused(status, "");
  }

  const self: Conversation = {
    async call(method, path, body, reader) {
      const used = token();
      try {
        const headers = { ...(reader && { Accept: "text/event-stream" }) };
        const answer = await answerOf((signal) => ask(path, used, { method, headers, signal }, body), ended, reader);
        onGood();
        return answer;
      } catch (error) {
        if (statusOf(error) === 401) onEnded(used);
        if (statusOf(error) === 404) forget(path);
        throw error;
      }
    },
    open: () =>
      alone(browser, `${records.key}:conversation`, async () => {
        if (!address()) {
          const { id } = await self.call<{ id: string }>("POST", "/v1/conversations", {});
          records.keep({ conversation: id });
          set({ cursor: "0" });
        }
        return address()!;
      }),
    async follow(signal) {
      if (following === signal) return;
      following = signal;
      try {
        for (let path; (path = address()) && !signal.aborted; ) {
          const used = token();
          try {
            if (core().cursor === null) await load();
            if (signal.aborted) return;
            set({ phase: "ready" });
            await stream(path, signal);
          } catch (error) {
            const problem = problemOf(error);
            const status = statusOf(error);
            if (signal.aborted || !problem) return;
            if (status === 401) return onEnded(used);
            if (status !== 404) return onRefused(problem);
            forget(path);
          }
        }
      } finally {
        if (following === signal) following = null;
      }
      if (!signal.aborted) set({ phase: "ready", seen: core().seen ?? 0 });
    },
    async earlier() {
      const oldest = core().stored[0]?.seq ?? 0;
      for (let after = oldest - 1; after > 0; ) {
        after = Math.max(0, after - MANY);
        const history = await read(`?after=${after}&limit=${MANY}`);
        const first = history.messages[0]?.seq ?? 0;
        if (first >= oldest && after) continue;
        from = String(Math.max(0, first - 1));
        shows(history);
        set({ earlier: first > 1 && after > 0 });
        return again();
      }
      set({ earlier: false });
    },
    take(kind, data, past) {
      const { stored } = core();
      const changed = changes(core(), kind, data, (id) => records.find(id)?.text);
      set(past ? { stored: changed.stored ?? stored } : changed);
      if (kind !== "message.accepted") return;
      records.drop(data.client_message_id);
      if (core().stored.some(({ id }) => id === data.message_id)) return;
      // It was written on another device: only the history tells its text.
      void read(`?after=${data.seq - 1}`).then(shows, ignore);
    },
    went() {
      onGood();
      if (core().problem || core().connection !== "online") set({ problem: null, connection: "online" });
    },
  };
  return self;
}
