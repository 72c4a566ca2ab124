/** Whether to try again, and how long to wait before. */

/** Milliseconds that the first wait may take; each further one may take twice as long. */
export const FIRST_WAIT = 500;
/** The longest wait, in milliseconds. */
export const LONGEST_WAIT = 20_000;

/**
 * Milliseconds before attempt `attempt` (0 is the first repeat): anything from nothing to its bound ("full jitter"),
 * so that browsers which lost the same server do not come back at the same moment.
 */
export function backOff(attempt: number, random: () => number = Math.random, first: number = FIRST_WAIT): number {
  return Math.floor(random() * Math.min(LONGEST_WAIT, first * 2 ** Math.min(attempt, 16)));
}

/** Milliseconds that a response asks to wait by `Retry-After`, in seconds or as a date; null where it asks nothing. */
export function retryAfter(response: Response, now: number = Date.now()): number | null {
  const asked = response.headers.get("Retry-After");
  if (asked === null) return null;
  const wait = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - now;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/** Tells whether a server has refused for good: the same request again would be refused again. */
export function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
