/**
 * The console's script: every page works without it, and is livelier with it. What it looks for in a page:
 *
 * - `<body data-events data-csrf>`: the stream of notices and the form token; each notice becomes `frontdesk:<kind>` on
 *   body, for which parts of the page listen by `hx-trigger="frontdesk:handoff.opened from:body, …"`, and each part for
 *   `frontdesk:resync` too: everything may have changed;
 * - `[data-connection]`, `button[data-sound]`, `[data-go=<letter>]`;
 * - `form[data-switch-form]` (`="off"` where it ends a switch), `[data-switch-progress]`, `[data-confirm-scope]`;
 * - `<section data-conversation data-last-seq>` with `[role=log] > ol`, `form[data-composer=<address>]`, and the form
 *   `#reveal` with its buttons.
 */

import { poster } from "./api.ts";
import { connectionSign } from "./connection.ts";
import { startConversation } from "./conversation.ts";
import { replaceMain, startFragments } from "./fragments.ts";
import { startKeyboard } from "./keyboard.ts";
import { startLive } from "./live.ts";
import { signedOut } from "./signed-out.ts";
import { startSound } from "./sound.ts";
import { startSwitchForms } from "./switch-form.ts";
import { guardUnsent } from "./unsent.ts";

/** Starts everything; the function that is returned ends it and leaves nothing behind. */
export function startConsole(): () => void {
  const running = new AbortController();
  const { signal } = running;
  const { csrf = "", events } = document.body.dataset;
  const post = poster(csrf);
  const go = (address: string): void => location.assign(address);
  const onSignedOut = (): void => signedOut(document, () => location.reload());
  startFragments({ csrf, go, onSignedOut }, signal);
  startKeyboard(document, signal);
  startSwitchForms(document, { replace: showMain, go }, signal);
  const beep = startSound(document, signal);
  const conversation = startConversation(document, post, signal);
  if (!conversation) guardUnsent(document, signal);
  if (events) {
    startLive({
      address: conversation ? `${events}?conversation=${encodeURIComponent(conversation.id)}` : events,
      lastEventId: conversation?.lastSeq ?? null,
      onStored: (event) => conversation?.onStored(event),
      onNotice: (kind) => {
        if (kind === "handoff.overdue") beep();
      },
      onState: connectionSign(document),
      onRefused: (status) => {
        if (status === 401) onSignedOut();
        if (status === 404) conversation?.gone();
      },
    }, signal);
  }
  return () => running.abort();
}

/** Shows the server's answer and takes the reader there. */
function showMain(html: string): void {
  replaceMain(html);
  const main = document.querySelector<HTMLElement>("main");
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
}
