/** Follows a stream of events for as long as it is wanted: comes back after whatever ends it, where it was. */

import { backOff, FIRST_WAIT, isFinal, retryAfter } from "./backoff.ts";
import { isAfter } from "./cursor.ts";
import { pause } from "./pause.ts";
import { type ServerEvent, SseParser } from "./sse.ts";
import { Watchdog } from "./watchdog.ts";

/** Milliseconds without a byte after which a connection counts as dead; the server says something every 15 s. */
const SILENCE = 30_000;
/** Milliseconds after which a connection counts as a good one, even if nothing happened on it. */
const GOOD_AFTER = 10_000;

/** `waiting`: lost, and about to try again. */
export type StreamState = "connecting" | "live" | "waiting";

export interface StreamOptions {
  /** Asks for the stream after `lastEventId`, null where none is known; must give up when `signal` aborts. */
  readonly open: (lastEventId: string | null, signal: AbortSignal) => Promise<Response>;
  readonly onEvent: (event: ServerEvent) => void;
  readonly onState?: (state: StreamState) => void;
  readonly lastEventId?: string | null;
  readonly random?: () => number;
  /** Milliseconds that the first wait may take, until the server asks for another. */
  readonly firstWait?: number;
}

export class EventStream {
  readonly #options: StreamOptions;
  #lastEventId: string | null;
  #firstWait: number;
  #attempt = 0;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#lastEventId = options.lastEventId ?? null;
    this.#firstWait = options.firstWait ?? FIRST_WAIT;
  }

  /** The newest id that was read: where the next connection goes on. */
  get lastEventId(): string | null {
    return this.#lastEventId;
  }

  /**
   * Follows until `signal` aborts, or until the server refuses for good (see `isFinal`, or 204); returns the
   * status of that refusal, else null. Never throws for what a network or a server does. May be run again afterwards.
   */
  async run(signal: AbortSignal): Promise<number | null> {
    while (!signal.aborted) {
      this.#say("connecting");
      const next = await this.#connect(signal);
      if ("refused" in next) return next.refused;
      if (signal.aborted) break;
      this.#say("waiting");
      await pause(next.wait, signal);
    }
    return null;
  }

  #say(state: StreamState): void {
    this.#options.onState?.(state);
  }

  /** One connection, from asking to its end. */
  async #connect(signal: AbortSignal): Promise<{ refused: number } | { wait: number }> {
    const mine = new AbortController();
    const end = (): void => mine.abort();
    signal.addEventListener("abort", end, { signal: mine.signal });
    const watchdog = new Watchdog(SILENCE, end);
    try {
      const response = await this.#options.open(this.#lastEventId, mine.signal);
      if (isFinal(response.status) || response.status === 204) return { refused: response.status };
      if (response.ok && response.body !== null) await this.#read(response.body, watchdog, mine.signal);
      else return { wait: retryAfter(response) ?? this.#nextWait() };
    } catch {
      // Whatever broke, network, watchdog or an event without end, is answered alike: come back.
    } finally {
      watchdog.rest();
      end();
    }
    return { wait: this.#nextWait() };
  }

  async #read(body: ReadableStream<Uint8Array>, watchdog: Watchdog, signal: AbortSignal): Promise<void> {
    const parser = new SseParser();
    const reader = body.getReader();
    const since = Date.now();
    signal.addEventListener("abort", () => void reader.cancel().catch(() => undefined), { once: true });
    this.#say("live");
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      watchdog.stroke();
      const events = parser.push(value);
      if (events.length > 0 || Date.now() - since > GOOD_AFTER) this.#attempt = 0;
      this.#firstWait = parser.retry ?? this.#firstWait;
      for (const event of events) this.#pass(event);
    }
  }

  #pass(event: ServerEvent): void {
    if (event.id !== null) {
      if (this.#lastEventId !== null && !isAfter(event.id, this.#lastEventId)) return;
      this.#lastEventId = event.id;
    }
    this.#options.onEvent(event);
  }

  #nextWait(): number {
    return backOff(this.#attempt++, this.#firstWait, this.#options.random);
  }
}
