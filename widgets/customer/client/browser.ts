/** What the client needs of a browser, so that a test can be one. */

export interface Browser {
  readonly fetch: typeof fetch;
  /** Null where the page may not store anything: the chat then lasts as long as the page. */
  readonly storage: Storage | null;
  /** Undefined where the page came over plain http. */
  readonly locks: Pick<LockManager, "request"> | undefined;
  readonly channel: (name: string) => Channel | null;
  readonly online: () => boolean;
  readonly random: () => number;
}

/** As much of BroadcastChannel as is used. */
export interface Channel {
  onmessage: ((event: MessageEvent) => unknown) | null;
  postMessage(message: unknown): void;
  close(): void;
}

export function thisBrowser(): Browser {
  const { navigator, BroadcastChannel } = globalThis;
  let storage: Storage | null = null;
  try {
    storage = globalThis.localStorage ?? null;
  } catch {
    // A sandboxed page, or a customer who forbids it: then tabs have nothing in common, and locks are refused as well.
  }
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    storage,
    locks: storage ? navigator.locks : undefined,
    channel: (name) => (storage && BroadcastChannel ? new BroadcastChannel(name) : null),
    online: () => navigator?.onLine !== false,
    random: Math.random,
  };
}
