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
  const { navigator } = globalThis;
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    storage: storage(),
    locks: navigator?.locks,
    channel: (name) => (globalThis.BroadcastChannel ? new BroadcastChannel(name) : null),
    online: () => navigator?.onLine !== false,
    random: Math.random,
  };
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null; // a sandboxed page, or a customer who forbids it
  }
}
