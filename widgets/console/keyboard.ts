/** Shortcuts: `g`, then the letter of a link's `data-go`. */

/** Milliseconds within which the second key must follow. */
const CHORD = 1_500;

export function startKeyboard(root: Document, signal: AbortSignal): void {
  let begun = Number.NEGATIVE_INFINITY;
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat || isTyping(event)) {
      begun = Number.NEGATIVE_INFINITY;
      return;
    }
    const follows = event.timeStamp - begun < CHORD;
    begun = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    const link = follows ? linkOf(root, event.key) : undefined;
    if (link === undefined) return;
    event.preventDefault();
    begun = Number.NEGATIVE_INFINITY;
    link.click();
  }, { signal });
}

function linkOf(root: Document, key: string): HTMLElement | undefined {
  return Array.from(root.querySelectorAll<HTMLElement>("[data-go]")).find((link) => link.dataset["go"] === key);
}

/** Tells whether the key goes into a field. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    event.isComposing ||
    (target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select")))
  );
}
