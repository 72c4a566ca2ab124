/** What a browser keeps of a person's chat: a session, and messages that are not stored by the service yet. */

import type { Assistant, MessageStatus, Rating } from "./state.ts";

/** The number tells the shape of what is kept: another shape is not read. */
const PREFIX = "frontdesk.1:";
/** Whoever is about to be named: no `sub` is kept under this sign. */
export const UNNAMED = "?";

export interface Session {
  readonly token: string;
  readonly expires: string;
  readonly contact: string;
  readonly verified: boolean;
  readonly assistant: Assistant;
  readonly conversation: string | null;
  /** The number up to which the customer has seen messages; null where nothing is known. */
  readonly seen: number | null;
  /** By the ids of messages: the service tells nobody. */
  readonly ratings?: Readonly<Record<string, Rating>>;
}

/** A message on its way; it keeps its id however often it is sent. */
export interface Outgoing {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  readonly status: Exclude<MessageStatus, "stored">;
  readonly problem?: string;
}

/** One person's part of the store. Every message has an entry of its own, so that two tabs never write over each other's. */
export interface Records {
  readonly key: string;
  readonly sub: string;
  session(): Session | null;
  /** Keeps what is new of the session; where there is none, only a whole one is kept. */
  keep(news: Partial<Session>): void;
  /** Messages on their way, in the order in which they were written. */
  outgoing(): Outgoing[];
  /** Those of them that only this page remembers: another one can't send them. */
  unkept(): Outgoing[];
  find(id: string): Outgoing | null;
  put(message: Outgoing): void;
  drop(id: string): void;
  /** Forgets whoever else was logged in before. What nobody in particular wrote stays, unseen. */
  forgetOthers(): void;
  /** Forgets everybody at this site; returns the tokens of their sessions. */
  forget(): string[];
}

/** `memory` holds what could not be stored, because nothing may be or the store is full; `sub` is empty for nobody. */
export function recordsOf(store: Storage | null, memory: Map<string, string>, site: string, sub = ""): Records {
  const everybody = `${PREFIX}${site}:`;
  const key = everybody + sub;
  const entry = (id: string): string => `${key}:${id}`;
  const all = (): string[] => [...new Set([...Object.keys(store ?? {}), ...memory.keys()])].filter((name) => name.startsWith(everybody));
  const messages = (names: Iterable<string>): Outgoing[] =>
    [...names]
      .flatMap((name) => (name.startsWith(entry("")) && read<Outgoing>(name)) || [])
      .sort((one, other) => (one.at < other.at ? -1 : 1));

  function read<T>(name: string): T | null {
    try {
      return JSON.parse(memory.get(name) ?? store?.getItem(name) ?? "null") as T | null;
    } catch {
      return null;
    }
  }

  function write(name: string, value: object): void {
    memory.set(name, JSON.stringify(value));
    try {
      store?.setItem(name, memory.get(name)!);
      if (store) memory.delete(name);
    } catch {
      // It is full: this page remembers.
    }
  }

  function remove(name: string): void {
    memory.delete(name);
    store?.removeItem(name);
  }

  return {
    key,
    sub,
    session: () => read(key),
    keep(news) {
      const old = read<Session>(key);
      if (old || news.token) write(key, { ...old, ...news });
    },
    outgoing: () => messages(all()),
    unkept: () => messages(memory.keys()),
    find: (id) => read(entry(id)),
    put: (message) => write(entry(message.id), message),
    drop: (id) => remove(entry(id)),
    forgetOthers() {
      for (const name of all()) {
        const owner = name.slice(everybody.length).split(":")[0];
        if (owner && owner !== sub) remove(name);
      }
    },
    forget: () =>
      all().flatMap((name) => {
        const token = read<Partial<Session>>(name)?.token;
        remove(name);
        return token ?? [];
      }),
  };
}
