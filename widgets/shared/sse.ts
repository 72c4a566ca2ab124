/** Reads server-sent events from bytes, however they are cut. */

/** One event; `id` is null where the event itself names none. */
export interface ServerEvent {
  readonly kind: string;
  readonly data: string;
  readonly id: string | null;
}

/** Characters that an unfinished event may hold: a server that never ends one would fill our memory. */
const MOST_UNFINISHED = 1_000_000;

/** Name and value of a line; a comment has no name. */
const LINE = /^([^:]*)(?:: ?)?([^]*)/;

export interface SseParser {
  /** Milliseconds that the server asked to wait before coming back; null until it asks. */
  readonly retry: number | null;
  /** Returns the events that `bytes` complete. Throws RangeError where an event never ends. */
  push(bytes: Uint8Array): ServerEvent[];
}

export function createSseParser(): SseParser {
  const decoder = new TextDecoder();
  let rest = "";
  let kind = "";
  let id: string | null = null;
  let data: string | null = null;
  let retry: number | null = null;
  return {
    get retry() {
      return retry;
    },
    push(bytes) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop()!;
      const events: ServerEvent[] = [];
      for (const line of lines) {
        const [, name, value] = LINE.exec(line) as unknown as [string, string, string];
        if (!line) {
          if (data !== null) events.push({ kind: kind || "message", data, id });
          kind = "";
          id = data = null;
        } else if (name === "event") kind = value;
        else if (name === "data") data = data === null ? value : `${data}\n${value}`;
        else if (name === "id" && !value.includes("\0")) id = value;
        else if (name === "retry" && /^\d+$/.test(value)) retry = +value;
      }
      if (rest.length + (data ?? "").length > MOST_UNFINISHED) throw new RangeError("too long");
      return events;
    },
  };
}
