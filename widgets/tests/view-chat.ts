/** A panel on a page, with a client that does what the test says. */

import { vi } from "vitest";

import { type ChatClient, type ChatState, IDLE, type Message } from "../customer/client/state.ts";
import en from "../customer/texts/en.ts";
import * as pages from "../customer/view/pages.ts";
import { createPanel } from "../customer/view/panel.ts";

export const ASSISTANT = { name: "Ada", greeting: "Hello!", privacyNotice: "Kept for 30 days.", available: true };
export const READY: Partial<ChatState> = { phase: "ready", assistant: ASSISTANT };

export function message(seq: number, author: Message["author"], text: string, more: Partial<Message> = {}): Message {
  return { id: `m${seq}`, seq, author, text, at: "2026-11-21T09:00:00Z", status: "stored", ...more };
}

export function fakeClient(start: Partial<ChatState>) {
  let state: ChatState = { ...IDLE, ...start };
  const listeners = new Set<(state: ChatState) => void>();
  const calls: unknown[][] = [];
  const answers = new Map<string, () => Promise<object>>();
  const call = (name: string) => (...given: unknown[]): Promise<never> => {
    calls.push([name, ...given]);
    return (answers.get(name)?.() ?? Promise.resolve()) as Promise<never>;
  };
  const client: ChatClient = {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: call("start"), send: call("send"), retry: call("retry"), stop: call("stop"), rate: call("rate"),
    askForPerson: call("askForPerson"), data: call("data"), erase: call("erase"), identify: call("identify"),
    reset: call("reset"), resume: call("resume"), earlier: call("earlier"), seen: call("seen"), destroy: call("destroy"),
  };
  const set = (change: Partial<ChatState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener(state);
  };
  return { client, set, calls, listeners, answers };
}

export function showChat(start: Partial<ChatState> = READY) {
  const element = document.createElement("div");
  const root = element.attachShadow({ mode: "open" });
  const launcher = document.createElement("button");
  launcher.ariaLabel = "Chat";
  root.append(launcher);
  document.body.append(element);
  const fake = fakeClient(start);
  const ended = new AbortController();
  const told: unknown[][] = [];
  const emit = (...event: unknown[]): void => void told.push(event);
  const panel = createPanel({ client: fake.client, texts: en, code: "en", dir: "ltr", emit, pages: async () => pages, signal: ended.signal }, root, launcher);
  if (vi.isFakeTimers()) vi.advanceTimersByTime(1); // it opens in a task of its own
  const find = <Found extends HTMLElement>(selector: string): Found => root.querySelector<Found>(selector)!;
  return {
    ...fake, root, launcher, panel, ended, told, find,
    field: find<HTMLTextAreaElement>("textarea"),
    /** What was announced last. */
    said: () => find("[role=status][aria-atomic]").lastElementChild?.textContent?.trim() ?? "",
    /** All that was announced of late. */
    heard: () => Array.from(find("[role=status][aria-atomic]").children, (said) => said.textContent!.replace(/\s+/g, " ").trim()),
    named: (name: string) => Array.from(root.querySelectorAll("button"), (found) => found)
      .find((found) => !found.hidden && (found.getAttribute("aria-label") ?? found.textContent) === name)!,
    /** The transcript, one line a row. */
    rows: () => Array.from(root.querySelectorAll<HTMLElement>(".list > .row"), (row) => {
      const words = row.querySelector(".text")?.textContent || row.textContent || "";
      return row.classList.contains("dots") ? "…" : words.trim();
    }),
  };
}
