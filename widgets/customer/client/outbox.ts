/** Sends what was written: in order, again and again, never twice. */

import { newId } from "../../shared/ids.ts";
import { createSseParser } from "../../shared/sse.ts";
import { problemOf, statusOf, untilAnswered } from "./api.ts";
import type { Life } from "./context.ts";
import type { Conversation } from "./conversation.ts";
import type { EventData } from "./events.ts";
import type { Outgoing } from "./records.ts";

/** Returns how to send what waits until nothing does, or `signal` aborts, or the session ends; it runs once at a time. */
export function createOutbox(life: Life, conversation: Conversation): (signal: AbortSignal) => Promise<void> {
  const { records, browser, set, waits } = life;
  let sending: AbortSignal | null = null;
  /** The message whose conversation was gone: it gets one other. */
  let lost: string | null = null;

  async function deliver(message: Outgoing, signal: AbortSignal): Promise<void> {
    const { id, text } = message;
    try {
      const data = await untilAnswered(
        async () => {
          const address = await conversation.open();
          void conversation.follow(signal);
          if (!records.find(id)) return null; // the stream was faster in telling that it is stored
          return conversation.call("POST", `${address}/messages`, { client_message_id: id, text }, accepted);
        },
        (problem) => {
          if (records.find(id)) records.put({ ...message, status: "waiting" });
          set({ outbox: {} });
          waits(problem);
        },
        browser.random,
        signal,
      );
      if (data) conversation.take("message.accepted", data);
      conversation.went();
    } catch (error) {
      const problem = problemOf(error)?.detail;
      const status = statusOf(error);
      if (signal.aborted || problem === undefined || status === 401) throw error;
      if (status === 404 && lost !== id) return void (lost = id); // the next attempt opens another
      records.drop(id);
      // Another text is stored under this id: sent again, it is another message.
      records.put({ ...message, id: status === 409 ? newId() : id, status: "failed", problem });
      set({ outbox: {} });
    }
  }

  return async (signal) => {
    if (sending === signal) return;
    sending = signal;
    try {
      for (;;) {
        const next = records.outgoing().find(({ status }) => status !== "failed");
        if (!next || signal.aborted) break;
        await deliver(next, signal);
      }
    } catch {
      // What is left waits for the next session, or for the next leading tab.
    }
    if (sending === signal) sending = null;
  };
}

/** Reads a turn's stream as far as it says that the message is stored: all else comes with the conversation's events. */
async function accepted(response: Response): Promise<EventData> {
  const parser = createSseParser();
  const reader = response.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new TypeError();
    const found = parser.push(value).find(({ kind }) => kind === "message.accepted");
    if (found) return JSON.parse(found.data) as EventData;
  }
}
