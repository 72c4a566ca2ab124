/** The chat as one tab knows it: what is shared between tabs, and what the view is shown of it. */

import { NOTHING, type Read } from "./events.ts";
import type { Outgoing, Session } from "./records.ts";
import { type ChatState, IDLE, type Message } from "./state.ts";

/** What the leading tab knows and tells the others. */
export interface Core extends Read, Pick<ChatState, "phase" | "assistant" | "verified" | "connection" | "problem"> {
  readonly contact: string | null;
  /** The number up to which the customer has seen messages. */
  readonly seen: number | null;
  /** Another object each time that a message on its way has changed. */
  readonly outbox: object;
}

export const FRESH: Core = { ...IDLE, ...NOTHING, contact: null, seen: null, outbox: {} };

export interface Model {
  core: Core;
  /** Raised for each tab by itself: see `ChatState`. */
  person: number;
  state(): ChatState;
  set(patch: Partial<Core>): void;
  /** Resolves once `check` is true; it is asked after each change. */
  until(check: () => boolean): Promise<void>;
  readonly listeners: Set<(state: ChatState) => void>;
}

/** Changes of one moment are shown at once: `onChanges` hears of them, then the listeners do. */
export function createModel(
  outgoing: () => readonly Outgoing[],
  ratings: () => Session["ratings"],
  onChanges: (patch: Partial<Core>) => void,
): Model {
  let state: ChatState = IDLE;
  let shown = FRESH;
  let patch: Partial<Core> | null = null;

  function messages(): readonly Message[] {
    const { stored, outbox } = model.core;
    if (stored === shown.stored && outbox === shown.outbox) return state.messages;
    const rated = ratings() ?? {};
    const unsent = outgoing().filter(({ id }) => !stored.some(({ clientId }) => clientId === id));
    return [
      ...stored.map((each) => ({ ...each, ...(rated[each.id] && { rating: rated[each.id]! }) })),
      ...unsent.map((each): Message => ({ ...each, clientId: each.id, seq: null, author: "contact" })),
    ];
  }

  function show(): void {
    onChanges(patch!);
    patch = null;
    for (const listener of model.listeners) listener(model.state());
  }

  const model: Model = {
    core: FRESH,
    person: 0,
    state() {
      const { core } = model;
      if (core === shown) return state;
      const { held, stored, seen } = core;
      const unread = seen === null ? 0 : stored.filter(({ author, seq }) => author !== "contact" && seq! > seen).length;
      state = { ...core, messages: messages(), held: held.length > 0, holds: held.length, unread, person: model.person };
      shown = core;
      return state;
    },
    set(changed) {
      model.core = { ...model.core, ...changed };
      if (!patch) void Promise.resolve().then(show);
      patch = { ...patch, ...changed };
    },
    until: (check) =>
      new Promise((resolve) => {
        const look = (): void => void (check() && (model.listeners.delete(look), resolve()));
        model.listeners.add(look);
        look();
      }),
    listeners: new Set(),
  };
  return model;
}
