/** The reader's place in the transcript: at its end it follows what comes, anywhere else it is left alone. */

/** Pixels from the end that still count as the end; a fraction is lost where a page is zoomed. */
const NEAR = 4;

export interface Place {
  /** Whether the reader is at the end. */
  readonly atEnd: boolean;
  toEnd(): void;
}

/** `moved` is called when the reader leaves the end or comes back to it. */
export function createPlace(box: HTMLElement, content: Element, moved: () => void, signal: AbortSignal): Place {
  let atEnd = true;
  let top = 0;
  let most = 0;
  const settle = (): void => {
    if (atEnd) box.scrollTop = box.scrollHeight;
    top = box.scrollTop;
    most = box.scrollHeight - box.clientHeight;
  };
  // Where the sizes are as they were, it was the reader who moved.
  box.addEventListener("scroll", () => {
    if (box.scrollHeight - box.clientHeight !== most) return;
    const was = atEnd;
    atEnd = box.scrollTop >= top - 1 && box.scrollTop >= most - NEAR;
    top = box.scrollTop;
    if (was !== atEnd) moved();
  }, { signal, passive: true });
  const sizes = new ResizeObserver(settle); // after layout, before the frame is painted
  sizes.observe(box);
  sizes.observe(content);
  signal.addEventListener("abort", () => sizes.disconnect());
  return {
    get atEnd() {
      return atEnd;
    },
    toEnd() {
      atEnd = true;
      settle();
      moved();
    },
  };
}
