/** What each event makes of the conversation: a plain function, the same for every tab. */

import type { Handoff, Message, Source } from "./state.ts";

/** The conversation as far as it was read. */
export interface Read {
  /** In order of `seq`. */
  readonly stored: readonly Message[];
  /** The reply that runs; `length` counts characters as the service does, an emoji is one. */
  readonly reply: { readonly id: string; readonly text: string; readonly length: number } | null;
  readonly withdrawn: string | null;
  /** The replies that a person checks. */
  readonly held: readonly string[];
  readonly handoff: Handoff | null;
  /** The id of the newest event; null before anything was read. */
  readonly cursor: string | null;
  /** There are messages before the oldest that was read. */
  readonly earlier: boolean;
}

export const NOTHING: Read = { stored: [], reply: null, withdrawn: null, held: [], handoff: null, cursor: null, earlier: false };

/** Reasons after which the assistant takes the next message as soon as it can. */
const TECHNICAL = /^(switched_off|over_budget|moderation_|model_|interrupted|unexpected)/;

/** Every field that some event carries. */
export interface EventData {
  readonly message_id: string;
  readonly client_message_id: string;
  readonly seq: number;
  readonly at?: string;
  readonly text: string;
  readonly reply_id: string;
  readonly offset: number;
  readonly sources?: readonly Source[];
  readonly reason: string;
  readonly handoff_id: string;
  readonly expected: Handoff["expected"];
  readonly contact_fallback: string;
  readonly operator_name?: string;
}

/** Returns what an event changes; nothing where it was applied before. `textOf` knows what this browser sent under an id. */
export function changes(now: Read, kind: string, data: EventData, textOf: (id: string) => string | undefined): Partial<Read> {
  const { reply_id: replyId, reason, operator_name: name, client_message_id: clientId, handoff_id: handoffId } = data;
  const named = name ? { operatorName: name } : {};
  const before = now.reply?.id === replyId ? now.reply! : { id: replyId, text: "", length: 0 };
  /** What is left once a reply has ended. */
  const held = now.held.filter((id) => id !== replyId);
  const over = { withdrawn: null, held, reply: now.reply?.id === replyId ? null : now.reply };
  const said = (author: Message["author"], more: Partial<Message>): Partial<Read> => {
    const { message_id: id, seq, text, at = now.stored.find((each) => each.id === id)?.at ?? madeAt(id) } = data;
    return { withdrawn: null, stored: withMessage(now.stored, { id, seq, author, text, at, status: "stored", ...more }) };
  };
  switch (kind) {
    case "message.accepted": {
      const text = now.stored.some(({ id }) => id === data.message_id) ? undefined : textOf(clientId);
      return text === undefined ? {} : said("contact", { text, clientId });
    }
    case "reply.started":
      return { reply: before, withdrawn: null };
    case "reply.delta": {
      const characters = [...data.text];
      const length = data.offset + characters.length;
      // A piece after a gap can't be placed, one that was read says nothing new; the whole text comes anyhow.
      if (data.offset > before.length || length <= before.length) return {};
      return { reply: { ...before, length, text: before.text + characters.slice(before.length - data.offset).join("") } };
    }
    case "reply.completed":
      return { ...said("assistant", { replyId, ...(data.sources?.length && { sources: data.sources }) }), ...over };
    case "reply.withdrawn":
      return { ...over, withdrawn: before.text ? reason : now.withdrawn };
    case "reply.held":
      return { ...over, held: [...held, replyId] };
    case "system.message":
      return said("system", {});
    case "operator.message":
      return { ...said("operator", named), handoff: now.handoff ?? { ...UNKNOWN, ...named, state: "claimed" } };
    case "handoff.opened": {
      const known = now.handoff?.id === handoffId ? now.handoff : UNKNOWN; // one more reason joined it
      const { expected, contact_fallback: contactFallback } = data;
      // One reason that is not technical is enough for the assistant to be silent, and for drafts to stay drafts.
      const technical = known.technical !== false && TECHNICAL.test(reason);
      return { held: technical ? held : [], handoff: { ...known, id: handoffId, reason, technical, expected, contactFallback, state: "waiting" } };
    }
    case "handoff.claimed":
    case "handoff.returned":
    case "handoff.resolved": {
      const state = kind.slice(8) as Handoff["state"];
      return { held: [], handoff: { ...(now.handoff ?? UNKNOWN), ...named, id: handoffId, state, since: parseInt(now.cursor!) } };
    }
    case "turn.ended":
      return now.reply ? { reply: null } : {};
    default:
      return {}; // a newer service may tell more
  }
}

/** A handoff that was opened before the oldest event that is shown. */
const UNKNOWN: Handoff = { id: "", reason: "", expected: "now", contactFallback: "", state: "waiting" };

/** Adds a message, or what is new about it; messages stay in order. */
export function withMessage(stored: readonly Message[], message: Message): readonly Message[] {
  const old = stored.find(({ id }) => id === message.id);
  return [...stored.filter((each) => each !== old), { ...old, ...message }].sort((one, other) => one.seq! - other.seq!);
}

/** The moment that is in an id: the events of replies tell no other. */
function madeAt(id: string): string {
  const made = parseInt(id.replace("-", "").slice(0, 12), 16);
  return new Date(made > 1e12 && made < 1e13 ? made : Date.now()).toISOString();
}
