/** Follows a stream of events for as long as it is wanted: comes back after whatever ends it, where it was. */

import { backOff, FIRST_WAIT, isFinal, retryAfter } from "./backoff.ts";
import { isAfter } from "./cursor.ts";
import { pause } from "./pause.ts";
import { createSseParser, type ServerEvent } from "./sse.ts";
import { type Watchdog, watchdog } from "./watchdog.ts";

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

/**
 * Follows until `signal` aborts, or until the server refuses for good (see `isFinal`, or 204); gives the status of that
 * refusal, else null. Never throws for what a network or a server does. May be called again afterwards.
 */
export type EventStream = (signal: AbortSignal) => Promise<number | null>;

export function createEventStream(
  { open, onEvent, onState, lastEventId = null, random, firstWait = FIRST_WAIT }: StreamOptions,
): EventStream {
  let attempt = 0;
  return async (signal) => {
    while (!signal.aborted) {
      onState?.("connecting");
      const { refused, wait } = await connect(signal);
      if (refused) return refused;
      if (signal.aborted) break;
      onState?.("waiting");
      await pause(wait ?? backOff(attempt++, random, firstWait), signal);
    }
    return null;
  };

  /** One connection, from asking to its end. */
  async function connect(signal: AbortSignal): Promise<{ refused?: number; wait?: number | null }> {
    const mine = new AbortController();
    const end = (): void => mine.abort();
    signal.addEventListener("abort", end, { signal: mine.signal });
    const dog = watchdog(SILENCE, end);
    try {
      const response = await open(lastEventId, mine.signal);
      const { status, ok, body } = response;
      if (isFinal(status) || status === 204) return { refused: status };
      if (!ok || !body) return { wait: retryAfter(response) };
      await read(body.getReader(), dog, mine.signal);
    } catch {
      // Whatever broke, network, watchdog or an event without end, is answered alike: come back.
    } finally {
      dog.rest();
      end();
    }
    return {};
  }

  async function read(reader: ReadableStreamDefaultReader<Uint8Array>, dog: Watchdog, signal: AbortSignal): Promise<void> {
    const parser = createSseParser();
    const since = Date.now();
    signal.addEventListener("abort", () => void reader.cancel().catch(() => undefined));
    onState?.("live");
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      dog.stroke();
      const events = parser.push(value);
      if (events.length || Date.now() - since > GOOD_AFTER) attempt = 0;
      firstWait = parser.retry ?? firstWait;
      for (const event of events) {
        if (event.id !== null) {
          if (lastEventId !== null && !isAfter(event.id, lastEventId)) continue;
          lastEventId = event.id;
        }
        onEvent(event);
      }
    }
  }
}
