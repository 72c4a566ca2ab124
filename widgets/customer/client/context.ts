/** What the parts of a running client share. */

import type { Ask } from "./api.ts";
import type { Browser } from "./browser.ts";
import type { Core } from "./model.ts";
import type { Records } from "./records.ts";
import type { Problem } from "./state.ts";

export interface Context {
  readonly site: string;
  readonly locale: string | undefined;
  readonly browser: Browser;
  readonly ask: Ask;
  readonly core: () => Core;
  readonly set: (patch: Partial<Core>) => void;
  /** Shows that something has to wait: for the service, as `problem` says, or for a connection. */
  readonly waits: (problem: Problem | null) => void;
}

/** A session's life: `signal` ends it. */
export interface Life extends Context {
  readonly records: Records;
  readonly signal: AbortSignal;
  /** The session of this token has ended. */
  readonly onEnded: (token: string) => void;
  /** The service answered as it should: the session is a good one. */
  readonly onGood: () => void;
  readonly onRefused: (problem: Problem) => void;
}

/** Runs one of `name` at a time over all tabs, where tabs can agree at all. */
export function alone<T>({ locks }: Browser, name: string, work: () => Promise<T>): Promise<T> {
  return locks ? (locks.request(name, work) as Promise<T>) : work();
}
