/** A chat under way: one session's conversation, its messages on their way, and its place among the tabs. */

import { ignore } from "./api.ts";
import type { Life } from "./context.ts";
import { type Conversation, createConversation } from "./conversation.ts";
import type { Core } from "./model.ts";
import { createOutbox } from "./outbox.ts";
import { type Gone, joinTabs, type Tabs, type Wish } from "./tabs.ts";

export interface Running {
  readonly talk: Conversation;
  readonly tabs: Tabs<Core>;
  /** Does what is to be done, or asks the leading tab to. */
  poke(wish?: Wish): void;
}

/** Runs until the life's signal aborts; `onGone` hears that another tab or page has ended the chat. */
export function run(life: Life, onGone: (phase: Gone) => void): Running {
  const { browser, records, core, set, signal } = life;
  const talk = createConversation(life);
  const send = createOutbox(life, talk);
  let leading: AbortSignal | null = null;
  const leads = (): boolean => leading?.aborted === false;

  function poke(wish: Wish = {}): void {
    if (!leads()) return tabs.ask({ ...wish, unkept: records.unkept() });
    void talk.follow(leading!);
    void send(leading!);
    if (wish.earlier) void talk.earlier().catch(ignore);
  }

  // Where there are no other tabs, it leads before it returns.
  const tabs: Tabs<Core> = joinTabs<Core>(
    {
      browser,
      name: `${records.key}:${core().contact}`,
      lead(until) {
        leading = until;
        poke();
      },
      onAsked(wish) {
        for (const message of wish.unkept ?? []) {
          if (!core().stored.some(({ clientId }) => clientId === message.id)) records.put(message);
        }
        set({ outbox: {}, seen: records.session()?.seen ?? core().seen });
        poke(wish);
        return core();
      },
      onTold(told) {
        for (const { id } of records.unkept()) {
          if (told.stored?.some(({ clientId }) => clientId === id)) records.drop(id);
        }
        set(told);
      },
      onGone,
    },
    signal,
  );
  const { document } = globalThis;
  // What another tab wrote may come later than its word that it has: browsers keep the store in several processes.
  globalThis.addEventListener?.(
    "storage",
    ({ key, newValue }) => {
      // Another page logged out, or somebody else in: not every one of them has the chat that would tell.
      if (key === null || (key === records.key && newValue === null)) onGone("idle");
      else if (leads() && key.startsWith(`${records.key}:`)) poke();
    },
    { signal },
  );
  document?.addEventListener("visibilitychange", () => document.hidden || tabs.ask(), { signal });
  return { talk, tabs, poke };
}
