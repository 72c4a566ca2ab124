/** What the launcher and the chat know of each other: the chat is a file of its own, fetched once it is wanted. */

import type { Identity } from "./public.ts";

/** What the launcher gives the chat. */
export interface Host {
  /** The shadow root that both live in; its first element is the landmark, which holds the launcher. */
  readonly root: ShadowRoot;
  readonly launcher: HTMLElement;
  readonly site: string;
  /** Where the service is; ends with a slash. */
  readonly base: URL;
  readonly locale: string;
  /** What `identify` was given before the chat was there, null where nothing was. */
  readonly identify: Identity | null;
  /** Tells the page of `open`, `close` and `unread` (with how many). */
  readonly emit: (event: string, detail?: unknown) => void;
}

/** The chat once it is there. */
export interface Chat {
  open(): void;
  close(): void;
  identify(token: Identity): void;
  reset(): void;
  destroy(): void;
}

/** The file of the chat. */
export interface ChatModule {
  start(host: Host): Chat;
}
