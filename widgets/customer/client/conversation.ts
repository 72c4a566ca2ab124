/** One contact's conversation with the service: opened when it is needed, and followed. */

import { EventStream } from "../../shared/event-stream.ts";
import { answerOf, ignore, problemOf, Refused, statusOf, untilAnswered } from "./api.ts";
import { alone, type Life } from "./context.ts";
import { changes, type EventData, NOTHING, withMessage } from "./events.ts";
import type { Message } from "./state.ts";

/** Milliseconds that the first wait may take: a customer who is cut off is soon back. */
const FIRST_WAIT = 250;

interface History {
  readonly messages: readonly (Pick<Message, "id" | "author" | "text" | "at"> & { seq: number; client_message_id?: string })[];
  readonly last_event_id: string;
}

export interface Conversation {
  /** Asks as this contact; a session that has ended is told, and thrown as any refusal. */
  call<T>(method: string, path: string, body?: object, read?: (response: Response) => Promise<T>): Promise<T>;
  /** The conversation's address; opens it where there is none, one for all tabs. */
  open(): Promise<string>;
  /** Follows the conversation, if there is one, until `signal` aborts; coming back by itself. */
  follow(signal: AbortSignal): Promise<void>;
  /** Applies an event, or an answer that tells the same. */
  take(kind: string, data: EventData): void;
  /** Shows that nothing is in the way. */
  went(): void;
  /** Forgets a conversation that the service does not have any more. */
  forget(): void;
}

export function createConversation(life: Life): Conversation {
  const { ask, browser, records, core, set, waits, signal: ended, onEnded, onGood, onRefused } = life;
  /** What is followed now, as the signal that ends it. */
  let following: AbortSignal | null = null;
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
    const [first] = history.messages;
    set({ cursor: String(first ? first.seq - 1 : 0), seen: core().seen ?? Number(history.last_event_id) });
    self.went();
  }

  /** Follows until it is refused, or until the browser came or went: an old line may be dead then. */
  async function stream(signal: AbortSignal): Promise<number | null> {
    const mine = new AbortController();
    const over = AbortSignal.any([signal, mine.signal]);
    for (const kind of ["online", "offline"]) globalThis.addEventListener?.(kind, () => mine.abort(), { signal: over });
    const events = new EventStream({
      open: (id, lost) => {
        const headers = { Accept: "text/event-stream", ...(id && { "Last-Event-ID": id }) };
        return ask(`${address()}/events`, token(), { headers, signal: lost });
      },
      onEvent({ kind, data, id }) {
        if (over.aborted) return;
        if (id) set({ cursor: id });
        try {
          self.take(kind, JSON.parse(data) as EventData);
        } catch {
          // Not an event of ours; those after it may be.
        }
      },
      onState(state) {
        if (over.aborted) return;
        if (state === "live") self.went();
        else if (state === "waiting") waits(null);
      },
      lastEventId: core().cursor,
      random: browser.random,
      firstWait: FIRST_WAIT,
    });
    const refused = await events.run(over);
    mine.abort();
    return refused;
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
        throw error;
      }
    },
    open: () =>
      alone(browser, `${records.key}:conversation`, async () => {
        if (!address()) {
          const { id } = await self.call<{ id: string }>("POST", "/v1/conversations", {});
          records.keep({ ...records.session()!, conversation: id });
          set({ cursor: "0" });
        }
        return address()!;
      }),
    async follow(signal) {
      if (following === signal) return;
      following = signal;
      try {
        while (!signal.aborted && address()) {
          const used = token();
          if (core().cursor === null) await load();
          if (signal.aborted) return;
          set({ phase: "ready" });
          const refused = await stream(signal);
          if (refused === 401) return onEnded(used);
          if (refused !== null) throw new Refused(refused, "");
        }
      } catch (error) {
        const problem = problemOf(error);
        if (signal.aborted || !problem || statusOf(error) === 401) return;
        if (statusOf(error) !== 404) return onRefused(problem);
        self.forget();
      } finally {
        if (following === signal) following = null;
      }
      if (!signal.aborted) set({ phase: "ready", seen: core().seen ?? 0 });
    },
    take(kind, data) {
      set(changes(core(), kind, data, (id) => records.find(id)?.text));
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
    forget() {
      const session = records.session();
      if (session) records.keep({ ...session, conversation: null });
      set({ ...NOTHING, seen: 0 });
    },
  };
  return self;
}
