/** The wire as the service's OpenAPI document has it; made by build/wire_types.py, never by hand. */

export interface AssistantOut {
  readonly name: string;
  readonly greeting: string;
  readonly privacy_notice: string;
  readonly available: boolean;
}

/** Who wrote it. */
export type Author = "contact" | "assistant" | "operator" | "system";

export interface ContactOut {
  readonly id: string;
  readonly verified: boolean;
}

export interface ConversationOut {
  readonly id: string;
  readonly state: string;
}

export interface Empty {}

export interface EventData {
  readonly "message.accepted": MessageAccepted;
  readonly "reply.started": ReplyStarted;
  readonly "reply.delta": ReplyDelta;
  readonly "reply.completed": ReplyCompleted;
  readonly "reply.withdrawn": ReplyWithdrawn;
  readonly "reply.held": ReplyHeld;
  readonly "system.message": SystemMessage;
  readonly "handoff.opened": HandoffOpened;
  readonly "handoff.claimed": HandoffMoved;
  readonly "handoff.returned": HandoffMoved;
  readonly "handoff.resolved": HandoffMoved;
  readonly "operator.message": OperatorMessage;
  readonly "turn.ended": TurnEnded;
}

export interface HandoffMoved {
  readonly handoff_id: string;
  readonly operator_name?: string;
}

export interface HandoffOpened {
  readonly handoff_id: string;
  readonly reason: Reason;
  readonly expected: "now" | "out_of_hours";
  readonly contact_fallback: string;
}

export interface HandoffOut {
  readonly handoff_id: string;
  readonly reason: string;
  readonly expected: string;
  readonly contact_fallback: string;
}

export interface History {
  readonly messages: readonly MessageOut[];
  readonly last_event_id: string;
}

export interface MessageAccepted {
  readonly message_id: string;
  readonly client_message_id: string;
  readonly seq: number;
  readonly at: string;
}

export interface MessageOut {
  readonly id: string;
  readonly seq: number;
  readonly author: Author;
  readonly text: string;
  readonly at: string;
  readonly client_message_id?: string;
}

export interface NewMessage {
  readonly client_message_id: string;
  readonly text: string;
}

export interface NewSession {
  readonly site_key: string;
  readonly identity_token?: string | null;
  readonly locale?: string | null;
}

export interface OperatorMessage {
  readonly message_id: string;
  readonly seq: number;
  readonly text: string;
  readonly operator_name: string;
  readonly at: string;
}

/** How a turn ended, as the customer is told. */
export type Outcome = "answered" | "held" | "handed_off" | "refused" | "delivered" | "stopped" | "closed";

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
}

export interface Rating {
  readonly rating: "up" | "down";
  readonly comment?: string | null;
}

/** Why a turn ended as it did; the same words on events, audit and metrics. */
export type Reason =
  | "switched_off"
  | "rate_limited"
  | "over_budget"
  | "not_approved"
  | "not_in_rollout"
  | "prohibited_data"
  | "unsafe_input"
  | "injection"
  | "moderation_unavailable"
  | "model_unavailable"
  | "model_timeout"
  | "unsafe_output"
  | "review_topic"
  | "asked_for_person"
  | "escalation_trigger"
  | "taken_over"
  | "stopped"
  | "interrupted"
  | "unexpected";

export interface ReplyCompleted {
  readonly reply_id: string;
  readonly message_id: string;
  readonly seq: number;
  readonly text: string;
  readonly sources: readonly Source[];
}

export interface ReplyDelta {
  readonly reply_id: string;
  readonly offset: number;
  readonly text: string;
}

export interface ReplyHeld {
  readonly reply_id: string;
  readonly reason: Reason;
}

export interface ReplyStarted {
  readonly reply_id: string;
}

export interface ReplyWithdrawn {
  readonly reply_id: string;
  readonly reason: Reason;
}

export interface ResumedOut {
  readonly expires_at: string;
  readonly contact: ContactOut;
  readonly conversation: ConversationOut | null;
  readonly assistant: AssistantOut;
}

export interface SessionOut {
  readonly session_token: string;
  readonly expires_at: string;
  readonly contact: ContactOut;
  readonly conversation: ConversationOut | null;
  readonly assistant: AssistantOut;
}

export interface Source {
  readonly title: string;
  readonly url?: string;
}

export interface SystemMessage {
  readonly message_id: string;
  readonly seq: number;
  readonly text: string;
  readonly at: string;
}

export interface TurnEnded {
  readonly outcome: Outcome;
  readonly reason?: Reason;
}

export interface TurnOut {
  readonly message: MessageOut;
  readonly reply: MessageOut | null;
  readonly handoff: Readonly<Record<string, unknown>> | null;
  readonly outcome: string;
  readonly reason: string | null;
}

export interface Wish {
  readonly email?: string | null;
}
