/** What the launcher and the chat know of each other: the chat is a file of its own, fetched once it is wanted. */

import type { Identity } from "./public.ts";
import type { PagesModule } from "./view/pages.ts";

/** What the launcher gives the chat. */
export interface Host {
  /** The shadow root that both live in; its first element is the landmark, which holds the launcher. */
  readonly root: ShadowRoot;
  readonly launcher: HTMLElement;
  readonly site: string;
  /** Where the service is. */
  readonly url: string | URL;
  readonly locale: string;
  /** What `identify` was given before the chat was there, if anything. */
  readonly identify: Identity | null | undefined;
  /** Tells the page of `open`, `close` and `unread` (with how many). */
  readonly emit: (event: string, detail?: unknown) => void;
  readonly load: Load;
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
  /** Fetches the texts of a language before they are needed. */
  speak(locale: string): void;
  start(host: Host): Chat;
}

/** Fetches the chat's file, or what is asked for seldom: from where the chat says, held to its hash. */
export type Load = <Module extends ChatModule | PagesModule>(address?: string, integrity?: string) => Promise<Module>;
