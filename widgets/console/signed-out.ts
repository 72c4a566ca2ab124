/** What a page does when its session has ended. */

const KEPT_AS = "frontdesk.reloaded";
/** Milliseconds within which a page does not load itself again: it must not go round in circles. */
const ONCE_IN = 10_000;
const SENTENCE = "Your session has ended. What you wrote is still here: copy it, then reload the page to sign in.";

/** Leads to the sign-in; where somebody is writing, it says so and leaves the page as it is. */
export function signedOut(root: Document, reload: () => void, now: number = Date.now()): void {
  if (isWriting(root)) say(root);
  else reloadOnce(reload, now);
}

/** Tells whether the page holds words that were not sent, but for those of a form: none are kept anywhere else. */
export function isWriting(root: ParentNode, but: EventTarget | null = null): boolean {
  const fields = Array.from(root.querySelectorAll<HTMLTextAreaElement>("textarea"));
  return fields.some((field) => (but === null || field.form !== but) && field.value !== (field.closest("[data-composer]") ? "" : field.defaultValue));
}

function say(root: Document): void {
  if (root.querySelector("[data-signed-out]")) return;
  const line = root.createElement("p");
  line.className = "banner banner-danger";
  line.dataset["signedOut"] = "";
  line.setAttribute("role", "alert");
  line.textContent = SENTENCE;
  (root.querySelector("form[data-composer]") ?? root.querySelector("main") ?? root.body).prepend(line);
}

/** Loads the page again, which leads to the sign-in; at most once in a while. */
function reloadOnce(reload: () => void, now: number): void {
  try {
    if (now - Number(sessionStorage.getItem(KEPT_AS)) < ONCE_IN) return;
    sessionStorage.setItem(KEPT_AS, String(now));
  } catch {
    return; // where nothing can be kept, a circle can't be seen
  }
  reload();
}
