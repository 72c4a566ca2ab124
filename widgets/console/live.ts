/** The stream of what happens: one connection a page, and none for a page that nobody sees, but for one that leads. */

import { createEventStream, type EventStream, type StreamState } from "../shared/event-stream.ts";
import { pause } from "../shared/pause.ts";
import type { ServerEvent } from "../shared/sse.ts";

/** Milliseconds that a page which is out of sight keeps its connection: switching to and fro costs nothing. */
const KEPT_HIDDEN = 3_000;
/** A browser opens six connections to a server; pages in the background share the one of the page that has this lock. */
const LEAD = "frontdesk-console-live";

export interface LiveOptions {
  readonly address: string;
  readonly lastEventId: string | null;
  /** A stored event of the conversation that the page shows. */
  readonly onStored: (event: ServerEvent) => void;
  /** A notice that just came; it is a DOM event on body already. */
  readonly onNotice: (kind: string) => void;
  readonly onState: (state: StreamState | "paused" | "refused") => void;
  /** The server has refused for good, with this status. */
  readonly onRefused: (status: number) => void;
}

/**
 * Follows until `signal` aborts. Each notice becomes the event `frontdesk:<kind>` on body, each connection the event
 * `frontdesk:resync`: notices are not repeated, so some may have been missed.
 */
export function startLive(options: LiveOptions, signal: AbortSignal): void {
  const stream = createEventStream({
    lastEventId: options.lastEventId,
    open: (lastEventId, ended) => open(options.address, lastEventId, ended),
    onEvent: (event) => take(event, options),
    onState: (state) => {
      options.onState(state);
      if (state === "live") tell("resync");
    },
  });
  void whileWanted(stream, options, signal);
}

/** Asks for the stream; an id goes along where one is known. */
function open(address: string, lastEventId: string | null, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: "text/event-stream" };
  if (lastEventId !== null) headers["Last-Event-ID"] = lastEventId;
  return fetch(address, { headers, signal, cache: "no-store" });
}

/** What a conversation stored has an id; notices have none. */
function take(event: ServerEvent, options: LiveOptions): void {
  if (event.id !== null) return options.onStored(event);
  tell(event.kind);
  options.onNotice(event.kind);
}

function tell(kind: string): void {
  document.body.dispatchEvent(new CustomEvent(`frontdesk:${kind}`));
}

/** Runs the stream while the page is seen, or leads; returns once the server has refused. */
async function whileWanted(stream: EventStream, options: LiveOptions, signal: AbortSignal): Promise<void> {
  const wanted = new Wanted(signal);
  while (!signal.aborted) {
    if (!wanted.now) {
      options.onState("paused");
      await wanted.again();
    }
    const running = new AbortController();
    wanted.onChange = () => {
      if (!wanted.now) void pause(KEPT_HIDDEN, signal).then(() => wanted.now || running.abort());
    };
    const refused = await stream(AbortSignal.any([signal, running.signal]));
    if (refused !== null) {
      options.onState("refused");
      options.onRefused(refused);
      return;
    }
  }
}

/** Tells whether the page should be connected: it is seen, or it leads those that are not. */
class Wanted {
  onChange: () => void = () => undefined;
  #leads = false;

  constructor(signal: AbortSignal) {
    document.addEventListener("visibilitychange", () => this.onChange(), { signal });
    signal.addEventListener("abort", () => this.onChange(), { once: true });
    // Without locks (a page over plain http) each page stays connected.
    if (!navigator.locks) this.#leads = true;
    else void this.#lead(signal);
  }

  get now(): boolean {
    return this.#leads || document.visibilityState === "visible";
  }

  async #lead(signal: AbortSignal): Promise<void> {
    const held = new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    await navigator.locks
      .request(LEAD, { signal }, () => {
        this.#leads = true;
        this.onChange();
        return held;
      })
      .catch(() => undefined); // given up before it was had
  }

  /** Resolves when the page should be connected. */
  again(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.now) resolve();
      };
      this.onChange = look;
      look();
    });
  }
}
