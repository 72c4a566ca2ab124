/** What the chat knows and can be asked for: all that the view sees of the client. */

import { NOTHING } from "./events.ts";

/** `waiting`: not sent yet, since there is no connection; it goes out by itself. */
export type MessageStatus = "stored" | "sending" | "waiting" | "failed";

export interface Message {
  readonly id: string;
  /** Its number in the conversation; null while it is on its way. */
  readonly seq: number | null;
  readonly author: "contact" | "assistant" | "operator" | "system";
  readonly text: string;
  readonly at: string;
  readonly status: MessageStatus;
  readonly operatorName?: string;
  readonly sources?: readonly Source[];
  /** The id of the running reply that became this message. */
  readonly replyId?: string;
  /** The id that this browser gave it: stays the same from typing to history. */
  readonly clientId?: string;
  readonly rating?: Rating;
  /** Why it failed: what the service said. */
  readonly problem?: string;
}

export interface Source {
  readonly title: string;
  readonly url?: string;
}

export type Rating = "up" | "down";

export interface Handoff {
  readonly id: string;
  readonly reason: string;
  /** Every reason so far is technical: the assistant answers again as soon as it can. */
  readonly technical?: boolean;
  readonly expected: "now" | "out_of_hours";
  readonly contactFallback: string;
  readonly state: "waiting" | "claimed" | "returned" | "resolved";
  /** The number of the event that claimed or ended it. */
  readonly since?: number;
  readonly operatorName?: string;
}

export interface Assistant {
  readonly name: string;
  readonly greeting: string;
  readonly privacyNotice: string;
  /** False when the assistant would not answer now: people do. */
  readonly available: boolean;
}

export interface Problem {
  /** The response's, where there was one. */
  readonly status?: number;
  readonly code: string;
  readonly detail: string;
  /** Seconds to wait, where the service asked for it; else 0 or nothing. */
  readonly retryAfter?: number;
  /** When the response came, in milliseconds since the epoch. */
  readonly at?: number;
}

export interface ChatState {
  /** `refused`: site, origin or identity was refused, `problem` says why; `ended`: everything was erased. */
  readonly phase: "idle" | "starting" | "ready" | "refused" | "ended";
  /** Another number for whoever may be another person: what was typed is not theirs. */
  readonly person: number;
  readonly assistant: Assistant | null;
  readonly verified: boolean;
  /** In order: stored ones by `seq`, then those on their way. */
  readonly messages: readonly Message[];
  /** There are older messages, for `earlier()` to fetch. */
  readonly earlier?: boolean;
  /** The running reply as far as it has come; `reply.completed` makes it a message. */
  readonly reply: { readonly id: string; readonly text: string } | null;
  /** The answer that was just taken back while it was shown: why (`stopped`, `taken_over`, …); null once it is past. */
  readonly withdrawn: string | null;
  /** A person checks the last answer before it is shown. */
  readonly held: boolean;
  /** How many of them wait. */
  readonly holds?: number;
  readonly handoff: Handoff | null;
  readonly connection: "online" | "reconnecting" | "offline";
  /** Messages that came since the chat was last `seen`. */
  readonly unread: number;
  readonly problem: Problem | null;
}

export interface ChatClient {
  readonly state: ChatState;
  /** Calls `listener` after each change (not at once); returns how to end that. */
  subscribe(listener: (state: ChatState) => void): () => void;
  /** Makes or resumes the session, then history and events. Harmless to call again; never rejects. */
  start(): Promise<void>;
  /** As `start`, where this browser holds something to go on with; else asks nothing. For a page that nobody has asked to chat yet. */
  resume(): void;
  /** Fetches older messages; resolves when they are there, or there are none. */
  earlier(): Promise<void>;
  send(text: string): void;
  retry(clientId: string): void;
  stop(): void;
  askForPerson(email?: string): Promise<void>;
  rate(messageId: string, rating: Rating, comment?: string): Promise<void>;
  data(): Promise<object>;
  /** Erases the contact; resolves with the receipt. */
  erase(): Promise<object>;
  identify(token: Identity): void;
  /** Log-out: forgets everything. */
  reset(): void;
  /** The customer has seen what came. */
  seen(): void;
  destroy(): void;
}

/** An identity token, or how to get one whenever a session has to be made. */
export type Identity = string | (() => Promise<string>);

export const IDLE: ChatState = {
  ...NOTHING,
  phase: "idle",
  person: 0,
  assistant: null,
  verified: false,
  messages: [],
  held: false,
  connection: "online",
  unread: 0,
  problem: null,
};
