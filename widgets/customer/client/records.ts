/** What a browser keeps of a person's chat: a session, and messages that are not stored by the service yet. */

import type { Assistant, MessageStatus } from "./state.ts";

/** The number tells the shape of what is kept: another shape is not read. */
const PREFIX = "frontdesk.1:";

export interface Session {
  readonly token: string;
  readonly expires: string;
  readonly contact: string;
  readonly verified: boolean;
  readonly assistant: Assistant;
  readonly conversation: string | null;
  /** The number up to which the customer has seen messages; null where nothing is known. */
  readonly seen: number | null;
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
  keep(session: Session): void;
  /** Messages on their way, in the order in which they were written. */
  outgoing(): Outgoing[];
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
  const key = everybody + encodeURIComponent(sub);
  const entry = (id: string): string => `${key}:${id}`;

  function keys(prefix: string): string[] {
    const stored = Array.from({ length: store?.length ?? 0 }, (_, index) => store!.key(index)!);
    return [...new Set([...stored, ...memory.keys()])].filter((each) => each.startsWith(prefix));
  }

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
    keep: (session) => write(key, session),
    outgoing: () => keys(entry("")).flatMap((name) => read<Outgoing>(name) ?? []).sort((a, b) => (a.at < b.at ? -1 : 1)),
    find: (id) => read(entry(id)),
    put: (message) => write(entry(message.id), message),
    drop: (id) => remove(entry(id)),
    forgetOthers() {
      for (const name of keys(everybody)) {
        const owner = name.slice(everybody.length).split(":")[0];
        if (owner && everybody + owner !== key) remove(name);
      }
    },
    forget: () =>
      keys(everybody).flatMap((name) => {
        const token = read<Partial<Session>>(name)?.token;
        remove(name);
        return token ?? [];
      }),
  };
}
