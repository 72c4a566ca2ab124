/** The reader's place in the transcript: at its end it follows what comes, anywhere else it is left alone. */

/** Pixels from the end that still count as the end; a fraction is lost where a page is zoomed. */
const NEAR = 4;

export interface Place {
  /** Whether the reader is at the end. */
  readonly atEnd: boolean;
  toEnd(): void;
  /** Whatever comes above `node` from now on, it stays where it is seen. */
  hold(node: HTMLElement): void;
}

/** `moved` is called when the reader leaves the end or comes back to it. */
export function createPlace(box: HTMLElement, content: Element, moved: () => void, signal: AbortSignal): Place {
  let atEnd = true;
  let top = 0;
  let most = 0;
  let held: HTMLElement | null = null;
  let heldAt = 0;
  const settle = (): void => {
    if (held?.isConnected) box.scrollTop += -heldAt + (heldAt = held.offsetTop);
    // Where it went up, the reader was quicker than the event that tells of it.
    if (atEnd && box.scrollTop >= top) box.scrollTop = box.scrollHeight;
    top = box.scrollTop;
    most = box.scrollHeight - box.clientHeight;
  };
  // Where the sizes are as they were, it was the reader who moved; also where it went up though there is more.
  box.addEventListener("scroll", () => {
    const more = box.scrollHeight - box.clientHeight - most;
    if (more < 0 || (more && box.scrollTop >= top)) return;
    const was = atEnd;
    // Some browsers let one pull further than the end, and go back to it by themselves.
    atEnd = box.scrollTop >= Math.max(Math.min(top, most), most - NEAR);
    top = box.scrollTop;
    if (was !== atEnd) moved();
  }, { signal, passive: true });
  // At once after each write: under a pointer the browser may lay out and judge before it paints. Both go with their nodes.
  new MutationObserver(settle).observe(content, { childList: true, subtree: true, characterData: true });
  const sizes = new ResizeObserver(settle);
  sizes.observe(box);
  sizes.observe(content);
  return {
    get atEnd() {
      return atEnd;
    },
    toEnd() {
      atEnd = true;
      settle();
      moved();
    },
    hold(node) {
      held = node;
      heldAt = node.offsetTop;
      box.style.overflowAnchor = "none"; // or the browser would do the same once more
    },
  };
}
