/** The live conversation: its transcript grows as events come, and the operator's words go out. */

import type { ServerEvent } from "../shared/sse.ts";
import { fieldsOf, type Post } from "./api.ts";
import { startComposer } from "./composer.ts";
import { Outbox } from "./outbox.ts";
import { Place } from "./place.ts";
import { startReveal } from "./reveal.ts";
import { isWriting } from "./signed-out.ts";
import { type Message, Transcript } from "./transcript.ts";

/** Who speaks in an event of each kind; other kinds are no messages. */
const SPEAKERS: Record<string, string> = {
  "message.accepted": "contact",
  "reply.completed": "assistant",
  "operator.message": "operator",
  "system.message": "system",
};

export interface Conversation {
  readonly id: string;
  /** The number of the last event that the page shows. */
  readonly lastSeq: string;
  readonly onStored: (event: ServerEvent) => void;
  /** The server knows the conversation no more: nothing of it stays on the page. */
  readonly gone: () => void;
}

/** Brings `<section data-conversation data-last-seq>` to life; null where the page has none. */
export function startConversation(root: Document, post: Post, signal: AbortSignal): Conversation | null {
  const section = root.querySelector<HTMLElement>("[data-conversation]");
  const list = section?.querySelector<HTMLElement>("[role=log] > ol");
  const id = section?.dataset["conversation"];
  if (!section || !list || !id) return null;
  const transcript = new Transcript(list);
  const place = new Place(list, signal);
  const outbox = startWriting(section, transcript, place, post, signal);
  startReveal(id, post, signal);
  return {
    id,
    lastSeq: section.dataset["lastSeq"] || "0",
    onStored: (event) => {
      const message = messageOf(event);
      if (message === null) return;
      if (message.author === "operator") outbox?.seen(message.text);
      place.keep(() => transcript.put(message));
    },
    gone: () => leave(section),
  };
}

/** Puts one sentence in the place of everything that was shown of a conversation, words that were not sent included. */
function leave(section: HTMLElement): void {
  const page = section.closest<HTMLElement>(".split") ?? section;
  const line = document.createElement("p");
  line.className = "banner banner-danger";
  line.tabIndex = -1;
  line.setAttribute("role", "alert");
  line.textContent = "This conversation is gone: it was erased, or is not among your tenants any more.";
  const focused = page.contains(document.activeElement);
  page.replaceWith(line);
  section.replaceChildren(); // nobody is asked whether to leave for the sake of what was in it
  if (focused) line.focus();
}

/** Connects the composer, where the operator may write. */
function startWriting(
  section: HTMLElement, transcript: Transcript, place: Place, post: Post, signal: AbortSignal,
): Outbox | null {
  const form = section.querySelector<HTMLFormElement>("form[data-composer]");
  if (form === null) return null;
  const outbox = new Outbox({
    post,
    show: (item) => {
      transcript.list.append(item);
      place.toEnd();
    },
    onStored: (message) => place.keep(() => transcript.put(message)),
    onRefused: (text, problem) => composer.giveBack(text, problem),
  }, signal);
  const composer = startComposer(form, (address, text) => outbox.send(address, text), signal);
  window.addEventListener("beforeunload", (event) => {
    if (outbox.busy || isWriting(section)) event.preventDefault();
  }, { signal });
  return outbox;
}

function messageOf(event: ServerEvent): Message | null {
  const author = SPEAKERS[event.kind];
  const { seq, text, at, operator_name: name } = fieldsOf(event.data);
  if (author === undefined || typeof seq !== "number" || typeof text !== "string") return null;
  const message = { seq, author, text, at: typeof at === "string" ? at : new Date().toISOString() };
  return typeof name === "string" ? { ...message, operatorName: name } : message;
}
