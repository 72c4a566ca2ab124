/** Waiting that can be cut short. */

/** Resolves after `ms`, or at once when `signal` aborts, or when the browser is online again. Leaves nothing behind. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal.aborted) return end();
    signal.addEventListener("abort", end, { signal: done.signal });
    globalThis.addEventListener?.("online", end, { signal: done.signal });
  });
}
