/** Asks before a page is left on which somebody has written what was not sent. */

import { isWriting } from "./signed-out.ts";

/** A form that is being sent takes its own words along, and nobody else's. */
export function guardUnsent(root: Document, signal: AbortSignal): void {
  let sent: EventTarget | null = null;
  root.addEventListener("submit", ({ target }) => (sent = target), { signal });
  window.addEventListener("beforeunload", (event) => {
    if (isWriting(root, sent)) event.preventDefault();
    sent = null; // whoever stays has not sent it
  }, { signal });
}
