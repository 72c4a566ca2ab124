/** The visible transcript: messages in the client's order, and the running answer at its end. */

import type { ChatState, Message } from "../client/state.ts";
import type { Context } from "./context.ts";
import { h } from "./dom.ts";
import { createMarkdown } from "../markdown.ts";
import type { Painter } from "./paint.ts";
import { createDots, createNote, createRow, type Row } from "./row.ts";

export interface Transcript {
  readonly list: HTMLOListElement;
  /** Shows the state; returns the rows of messages that came since the last time. */
  show(state: ChatState): void;
}

export interface Hooks {
  readonly painter: Painter;
  /** A message that was not there before is wholly shown; in words, what is to be said of it. */
  readonly came: (words: string) => void;
  /** An answer went without having become a message, or a message does not go out. */
  readonly told: (words: string) => void;
  /** The customer's own words were put into the transcript. */
  readonly sent: () => void;
}

export function createTranscript(context: Context, hooks: Hooks): Transcript {
  const { texts } = context;
  const list = h("ol.list", {});
  const rows = new Map<string, Row>();
  let messages: readonly Message[] | null = null;
  let running: { id: string; row: Row } | null = null;
  /** Dots or a note, after the last message. */
  let tail: HTMLLIElement | null = null;
  /** The message that was sent here and not answered yet. */
  let asked: string | null = null;
  /** Rows that are not shown yet, and how many of them are not whole. */
  const coming: (() => void)[] = [];
  let left = 0;
  return { list, show };

  function show(state: ChatState): void {
    if (!messages) hooks.painter.work(warm);
    if (state.messages !== messages) {
      // Whatever comes first is history, and so is what is older than the oldest.
      const oldest = messages ? (messages[0]?.seq ?? 0) : 1 / 0;
      messages = state.messages;
      const kept = new Set(messages.map(keyOf));
      for (const [key, row] of rows) if (!kept.has(key)) (row.node.remove(), rows.delete(key));
      for (const message of messages) put(message, state, (message.seq ?? oldest) < oldest);
      order();
      if (!messages[0] && state.phase !== "ready") messages = null; // it has not come yet
    }
    if (running && running.id !== state.reply?.id) lose(state);
    if (state.reply?.text) run(state.reply.id, state.reply.text);
    const waits = state.reply ? !state.reply.text : asked !== null && !state.held && !busy(state);
    if (waits) setTail("dots", () => createDots(context));
    else if (tail?.classList.contains("dots") || !state.withdrawn) setTail("", null);
    // What is written while a person has the conversation is not the assistant's to answer, also later.
    if (state.reply || isOpen(state)) asked = null;
  }

  function put(message: Message, state: ChatState, isPast: boolean): void {
    const key = keyOf(message);
    let row = rows.get(key);
    if (row) {
      const news = row.show(message);
      // Nobody is writing an answer to what did not go out.
      return void (news && (hooks.told(news), (asked = null)));
    }
    if (running && !state.reply && message.author === "assistant") {
      row = running.row; // the running answer has become this message
      running = null;
      row.node.ariaBusy = null;
    }
    if (!row) {
      // What came together appears together, when it is whole: nothing that is seen moves.
      row = createRow(context, message.author);
      row.node.style.opacity = "0"; // it has its place
    }
    rows.set(key, row);
    if (message.author !== "contact") asked = null;
    else if (message.status !== "stored") {
      asked = key;
      setTail("", null);
      hooks.sent();
    }
    const { markdown, node, show: showRow } = row;
    coming.push(() => {
      node.style.opacity = "";
      // Steps of their own: to put sixteen KB into words, and to lay them out, is work enough.
      const words = row.spoken();
      if (!isPast) hooks.painter.work(() => {
        const { value } = words.next();
        if (value && node.isConnected) hooks.came(value);
        return value;
      });
    });
    left += 1;
    let begun = false;
    hooks.painter.work((): boolean | void => {
      if (!begun) showRow(messages?.find((other) => keyOf(other) === key) ?? message);
      begun = true;
      if (markdown?.step()) return true;
      if (!--left) for (const show of coming.splice(0)) show();
    });
  }

  /** Puts the rows in the order of their messages, before the running answer. */
  function order(): void {
    let next: Node | null = running?.row.node ?? tail;
    for (const message of [...messages!].reverse()) {
      const { node } = rows.get(keyOf(message))!;
      if (node.nextSibling !== next || !node.parentNode) list.insertBefore(node, next);
      next = node;
    }
  }

  function run(id: string, text: string): void {
    if (!running) {
      setTail("", null);
      running = { id, row: createRow(context, "assistant") };
      running.row.node.ariaBusy = "true";
      list.append(running.row.node);
    }
    const { markdown } = running.row;
    markdown!.set(text, false);
    hooks.painter.work(markdown!.step);
  }

  /** The running answer went: withdrawn, stopped or taken over by another one. */
  function lose(state: ChatState): void {
    running!.row.node.remove();
    running = null;
    // Where a person took over, their words say so.
    if (!state.withdrawn || state.withdrawn === "taken_over") return;
    setTail("note", () => createNote(texts.withdrawn));
    hooks.told(texts.withdrawn);
  }

  function setTail(kind: string, make: (() => HTMLLIElement) | null): void {
    if (make && tail?.classList.contains(kind)) return void list.append(tail);
    tail?.remove();
    tail = make?.() ?? null;
    if (tail) list.append(tail);
  }
}

/** What is done for the first time takes many times as long: not when an answer begins. */
function warm(): void {
  const { set, step } = createMarkdown(h("p"));
  set("**.**\n\n- .\n\n|.|\n|-|\n|.|\n\n.", false);
  step();
}

/** Whether nobody is about to answer by himself. */
function busy(state: ChatState): boolean {
  const { phase, connection, problem } = state;
  return isOpen(state) || phase !== "ready" || connection !== "online" || problem !== null;
}

/** Whether a person has the conversation, or is about to. */
function isOpen({ handoff }: ChatState): boolean {
  return /waiting|claimed/.test(handoff?.state ?? "");
}

/** The same from typing to history. */
function keyOf({ clientId, id }: Message): string {
  return clientId ?? id;
}
