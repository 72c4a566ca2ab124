/** The visible transcript: messages in the client's order, and the running answer at its end. */

import type { ChatState, Message } from "../client/state.ts";
import type { Context } from "./context.ts";
import { h } from "./dom.ts";
import type { Painter } from "./paint.ts";
import { createDots, createNote, createRow, type Row } from "./row.ts";

export interface Transcript {
  readonly list: HTMLOListElement;
  /** Shows the state; returns the rows of messages that came since the last time. */
  show(state: ChatState): void;
}

export interface Hooks {
  readonly painter: Painter;
  /** A message that was not there before is wholly shown. */
  readonly came: (message: Message, row: HTMLElement) => void;
  /** An answer went without having become a message. */
  readonly gone: (words: string) => void;
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
    const first = messages === null;
    if (state.messages !== messages) {
      messages = state.messages;
      const kept = new Set(messages.map(keyOf));
      for (const [key, row] of rows) if (!kept.has(key)) (row.node.remove(), rows.delete(key));
      for (const message of messages) put(message, state, first);
      order();
    }
    if (running && running.id !== state.reply?.id) lose(state);
    if (state.reply?.text) run(state.reply.id, state.reply.text);
    const waits = state.reply ? !state.reply.text : asked !== null && !state.held && !busy(state);
    if (waits) setTail("dots", () => createDots(context));
    else if (tail?.classList.contains("dots")) setTail("", null);
    // What is written while a person has the conversation is not the assistant's to answer, also later.
    if (state.reply || /waiting|claimed/.test(state.handoff?.state ?? "")) asked = null;
  }

  function put(message: Message, state: ChatState, first: boolean): void {
    const key = keyOf(message);
    let row = rows.get(key);
    if (row) return row.show(message);
    if (running && !state.reply && message.author === "assistant") {
      row = running.row; // the running answer has become this message
      running = null;
      row.node.ariaBusy = null;
    }
    if (!row) {
      // What came together appears together, when it is whole: nothing that is seen moves.
      row = createRow(context, message.author);
      row.node.classList.add("coming");
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
      node.classList.remove("coming");
      if (!first) hooks.came(message, node);
    });
    left += 1;
    let begun = false;
    hooks.painter.work(() => {
      if (!begun) showRow(messages!.find((other) => keyOf(other) === key) ?? message);
      begun = true;
      if (markdown?.step()) return true;
      left -= 1;
      if (left === 0) for (const show of coming.splice(0)) show();
      return false;
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
    if (state.phase !== "ready" || state.reply || state.held) return;
    setTail("note", () => createNote(texts.withdrawn));
    hooks.gone(texts.withdrawn);
  }

  function setTail(kind: string, make: (() => HTMLLIElement) | null): void {
    if (make && tail?.classList.contains(kind)) return void list.append(tail);
    tail?.remove();
    tail = make?.() ?? null;
    if (tail) list.append(tail);
  }
}

/** Whether nobody is about to answer by himself. */
function busy({ handoff, phase, connection, assistant, problem }: ChatState): boolean {
  const open = handoff?.state === "waiting" || handoff?.state === "claimed";
  return open || phase !== "ready" || connection !== "online" || !assistant?.available || problem !== null;
}

/** The same from typing to history. */
function keyOf({ clientId, id }: Message): string {
  return clientId ?? id;
}
