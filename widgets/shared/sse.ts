/** Reads server-sent events from bytes, however they are cut. */

/** One event; `id` is null where the event itself names none. */
export interface ServerEvent {
  readonly kind: string;
  readonly data: string;
  readonly id: string | null;
}

/** Characters that an unfinished event may hold: a server that never ends one would fill our memory. */
const MOST_UNFINISHED = 1_000_000;

export class SseParser {
  /** Milliseconds that the server asked to wait before coming back; null until it asks. */
  retry: number | null = null;
  readonly #decoder = new TextDecoder();
  #rest = "";
  #kind = "";
  #data: string[] = [];
  #id: string | null = null;

  /** Returns the events that `bytes` complete. Throws RangeError where an event never ends. */
  push(bytes: Uint8Array): ServerEvent[] {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? "";
    const events: ServerEvent[] = [];
    for (const line of lines) {
      if (line !== "") this.#take(line);
      else this.#finish(events);
    }
    if (this.#rest.length + this.#data.reduce((sum, line) => sum + line.length, 0) > MOST_UNFINISHED) {
      throw new RangeError("an event is too long");
    }
    return events;
  }

  #take(line: string): void {
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") this.#kind = value;
    else if (name === "data") this.#data.push(value);
    else if (name === "id" && !value.includes("\0")) this.#id = value;
    else if (name === "retry" && /^\d+$/.test(value)) this.retry = Number(value);
  }

  #finish(events: ServerEvent[]): void {
    if (this.#data.length > 0) {
      events.push({ kind: this.#kind || "message", data: this.#data.join("\n"), id: this.#id });
    }
    this.#kind = "";
    this.#data = [];
    this.#id = null;
  }
}
