/** What a page does when its session has ended. */

const KEPT_AS = "frontdesk.reloaded";
/** Milliseconds within which a page does not load itself again: it must not go round in circles. */
const ONCE_IN = 10_000;

/** Loads the page again, which leads to the sign-in; at most once in a while. */
export function signedOut(reload: () => void, now: number = Date.now()): void {
  try {
    if (now - Number(sessionStorage.getItem(KEPT_AS)) < ONCE_IN) return;
    sessionStorage.setItem(KEPT_AS, String(now));
  } catch {
    return; // where nothing can be kept, a circle can't be seen
  }
  reload();
}
