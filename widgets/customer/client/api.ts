/** Requests to the service, and what it refuses. */

import { backOff, isFinal, retryAfter } from "../../shared/backoff.ts";
import { pause } from "../../shared/pause.ts";
import type { Problem } from "./state.ts";

/** Milliseconds that one attempt may take. */
const PATIENCE = 15_000;

/** The service said no; `problem` is its sentence. */
export class Refused extends Error {
  declare readonly problem: Problem;

  constructor(status: number, code: string, detail = "", retryAfter = 0) {
    super(detail);
    this.problem = { status, code, detail, retryAfter, at: Date.now() };
  }
}

interface Init extends RequestInit {
  readonly headers?: Record<string, string>;
}

/** Sends one request; a refusal is a response like any other. */
export type Ask = (path: string, token: string | null, init: Init, body?: object) => Promise<Response>;

export function asker(base: string | URL, fetch: typeof globalThis.fetch): Ask {
  return (path, token, init, body) => {
    const headers = {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { "Content-Type": "application/json" }),
      ...init.headers,
    };
    const sent = body ? JSON.stringify(body) : null;
    return fetch(new URL(path, base), { credentials: "omit", cache: "no-store", ...init, headers, body: sent });
  };
}

/** Reads the answer of one request; throws `Refused`, or whatever a network throws. What `read` leaves is not received. */
export async function answerOf<T>(
  send: (signal: AbortSignal) => Promise<Response>,
  signal: AbortSignal,
  read: (response: Response) => Promise<T> = json,
): Promise<T> {
  const mine = new AbortController();
  try {
    const response = await send(AbortSignal.any([signal, mine.signal, AbortSignal.timeout(PATIENCE)]));
    if (response.ok) return await read(response);
    const { code = "", detail } = (await response.json().catch(() => ({}))) as Partial<Problem>;
    throw new Refused(response.status, code, detail, Math.ceil((retryAfter(response) ?? 0) / 1000));
  } finally {
    mine.abort();
  }
}

/** The status of what was refused; 0 for whatever else went wrong. */
export function statusOf(error: unknown): number {
  return problemOf(error)?.status ?? 0;
}

/** What was refused, in words; null for whatever else went wrong. */
export function problemOf(error: unknown): Problem | null {
  return error instanceof Refused ? error.problem : null;
}

export function ignore(): void {}

/**
 * Tries again and again, in the service's own time where it names one, until there is an answer or a refusal for good.
 * `onWait` hears of each wait, with the problem where the service told one. Throws `Refused`, or when `signal` aborts.
 */
export async function untilAnswered<T>(
  attempt: () => Promise<T>,
  onWait: (problem: Problem | null) => void,
  random: () => number,
  signal: AbortSignal,
): Promise<T> {
  for (let n = 0; ; n++) {
    try {
      return await attempt();
    } catch (error) {
      if (signal.aborted || isFinal(statusOf(error))) throw error;
      const problem = problemOf(error);
      onWait(problem);
      await pause((problem?.retryAfter ?? 0) * 1000 || backOff(n, random), signal);
      signal.throwIfAborted();
    }
  }
}

async function json<T>(response: Response): Promise<T> {
  return (response.status === 204 ? null : await response.json()) as T;
}
