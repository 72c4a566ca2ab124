/** What a page works with; also the types of the npm package. */

/** An identity token of the page's own backend, or how to get one whenever a session has to be made. */
export type Identity = string | (() => Promise<string>);

export interface Frontdesk {
  /** Opens the chat; fetches it where it is not there yet. */
  open(): void;
  close(): void;
  /** Says who is chatting; to be called on every page load. Asks and stores nothing before the chat is opened. */
  identify(token: Identity): void;
  /** Log-out: forgets everything that this browser holds of the chat. */
  reset(): void;
  /** Calls `listener` on `open`, `close` and `unread` (with the count); returns how to end that. */
  on(event: "open" | "close" | "unread", listener: (detail?: unknown) => void): () => void;
  /** Takes the chat off the page; nothing of it is left. */
  destroy(): void;
}

export interface MountOptions {
  /** The key of the site, as in the tenant's file. */
  site: string;
  /** The address of the service, such as `https://chat.example/`. */
  url: string | URL;
  /** The language, such as `de-AT`; where it is left out, the page's. */
  locale?: string;
  /** What the launcher is called until the chat's own words are there; else "Chat". */
  label?: string;
  /** Else as the reader's system has it. */
  theme?: "light" | "dark";
  /** The side at which the launcher stands, in the direction of reading; else the end. */
  position?: "start" | "end";
}
