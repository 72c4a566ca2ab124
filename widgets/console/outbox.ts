/** What an operator wrote and the server has not confirmed yet: sent in order, again and again, never twice. */

import { backOff, isFinal, retryAfter } from "../shared/backoff.ts";
import { newId } from "../shared/ids.ts";
import { pause } from "../shared/pause.ts";
import { fieldsOf, type Post, problemOf } from "./api.ts";
import { type Message, messageNode } from "./transcript.ts";

/** Milliseconds that one attempt may take. */
const PATIENCE = 15_000;

interface Waiting {
  /** The same at every attempt, so that the server stores the message once. */
  readonly id: string;
  readonly text: string;
  readonly item: HTMLLIElement;
}

export interface OutboxOptions {
  readonly post: Post;
  /** Shows a message that is on its way, at the end of the transcript. */
  readonly show: (item: HTMLLIElement) => void;
  /** The server has stored the message; its item is gone. */
  readonly onStored: (message: Message) => void;
  /** The server refused the message for good; its item is gone. */
  readonly onRefused: (text: string, problem: string) => void;
  readonly random?: () => number;
}

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #signal: AbortSignal;
  readonly #waiting = new Set<Waiting>();
  #line: Promise<void> = Promise.resolve();

  constructor(options: OutboxOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** True while something is on its way. */
  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  /** Sends a text to `address` after those before it. */
  send(address: string, text: string): void {
    const item = messageNode({ author: "operator", text, at: new Date().toISOString(), operatorName: "You" });
    item.classList.add("message-pending");
    const waiting = { id: newId(), text, item };
    this.#waiting.add(waiting);
    sign(waiting, "Sending…");
    this.#options.show(item);
    this.#line = this.#line.then(() => this.#deliver(address, waiting));
  }

  /** Drops the item of a text that the stream has brought already; its answer may still come. */
  seen(text: string): void {
    for (const each of this.#waiting) {
      if (each.text !== text || !each.item.isConnected) continue;
      each.item.remove();
      return;
    }
  }

  async #deliver(address: string, waiting: Waiting): Promise<void> {
    for (let attempt = 0; !this.#signal.aborted; attempt++) {
      const response = await this.#attempt(address, waiting);
      if (response && (response.ok || isFinal(response.status))) return this.#settle(waiting, response);
      sign(waiting, "Not sent yet, trying again…");
      const asked = response && retryAfter(response);
      await pause(asked ?? backOff(attempt, this.#options.random), this.#signal);
    }
  }

  async #attempt(address: string, waiting: Waiting): Promise<Response | null> {
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(PATIENCE)]);
    const body = { text: waiting.text, client_message_id: waiting.id };
    return this.#options.post(address, body, signal).catch(() => null);
  }

  async #settle(waiting: Waiting, response: Response): Promise<void> {
    const problem = response.ok ? "" : await problemOf(response);
    const stored = response.ok ? fieldsOf(await response.text().catch(() => "")) : {};
    this.#waiting.delete(waiting);
    waiting.item.remove();
    if (problem) return this.#options.onRefused(waiting.text, problem);
    const { seq, text, at } = stored;
    if (typeof seq !== "number" || typeof text !== "string") return; // stored all the same: the stream brings it
    this.#options.onStored({ seq, text, author: "operator", at: String(at ?? new Date().toISOString()) });
  }
}

function sign(waiting: Waiting, words: string): void {
  const time = waiting.item.querySelector("time");
  if (time) time.textContent = words;
}
