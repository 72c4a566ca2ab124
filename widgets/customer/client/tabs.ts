/** One tab leads: it talks to the service, the others are told. A browser has few connections, and pages have many tabs. */

import { ignore } from "./api.ts";
import type { Browser } from "./browser.ts";
import type { Outgoing } from "./records.ts";

/** Milliseconds after which a leader that does not answer is asleep, as on phones, and loses the lead. */
const PATIENCE = 2_000;

export type Gone = "idle" | "ended";

/** What another tab wants of the leading one. */
export interface Wish {
  /** Messages that it could not store. */
  readonly unkept?: readonly Outgoing[];
  /** Older messages. */
  readonly earlier?: boolean;
}

export interface TabsOptions<Core> {
  /** What tabs that share a chat have in common. */
  readonly name: string;
  readonly browser: Browser;
  /** Leads until `signal` aborts. */
  readonly lead: (signal: AbortSignal) => void;
  /** Another tab has written something, or has just come; returns all that is known. */
  readonly onAsked: (wish: Wish) => Core;
  readonly onTold: (patch: Partial<Core>) => void;
  readonly onGone: (phase: Gone) => void;
}

export interface Tabs<Core> {
  /** Asks the leading tab for what it knows, and to look at what was written here. */
  ask(wish?: Wish): void;
  /** Tells the other tabs, if this one leads. */
  tell(told: Partial<Core>): void;
  /** Tells every tab that this chat is over. */
  tellGone(gone: Gone): void;
}

interface Note<Core> extends Wish {
  readonly told?: Partial<Core>;
  readonly gone?: Gone;
}

export function joinTabs<Core>(options: TabsOptions<Core>, signal: AbortSignal): Tabs<Core> {
  const { name, browser, lead, onAsked, onTold, onGone } = options;
  const { locks } = browser;
  const channel = browser.channel(name);
  let leading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const post = (note: Note<Core>): void => void (signal.aborted || channel?.postMessage(note));

  function heard(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  /** Leads once the lock is free, or at once by taking it from whoever sleeps. */
  async function queue(steal: boolean): Promise<void> {
    const mine = new AbortController();
    heard();
    const work = (): Promise<void> | undefined => {
      if (signal.aborted) return undefined;
      leading = true;
      heard();
      lead(AbortSignal.any([signal, mine.signal]));
      return new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
    };
    // It may be given up before it is had, or taken by another tab.
    await locks!.request(name, steal ? { steal } : { signal }, work).catch(ignore);
    mine.abort();
    leading = false;
    // Who took the lead stands in line already.
    if (!steal && !signal.aborted) void queue(false);
  }

  const tabs: Tabs<Core> = {
    ask(wish = {}) {
      if (leading || signal.aborted) return;
      post(wish);
      timer ??= setTimeout(() => void queue(true), PATIENCE);
    },
    tell: (told) => void (leading && post({ told })),
    tellGone: (gone) => post({ gone }),
  };
  signal.addEventListener("abort", () => {
    heard();
    channel?.close();
  });
  if (channel) {
    channel.onmessage = ({ data: { told, gone, ...wish } }: MessageEvent<Note<Core>>) => {
      if (signal.aborted) return;
      if (gone) onGone(gone);
      else if (leading && !told) post({ told: onAsked(wish) });
      else if (!leading && told) {
        heard();
        onTold(told);
      }
    };
  }
  if (channel && locks) {
    void queue(false);
    tabs.ask();
  } else {
    leading = true; // each tab for itself
    lead(signal);
  }
  return tabs;
}
