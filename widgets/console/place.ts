/** The reader's place in a log that grows: it moves only for a reader who is at its end. */

/** Pixels from the end within which a reader counts as being there. */
const NEAR = 48;

export class Place {
  readonly #scroller: Element;
  readonly #more: HTMLButtonElement;

  /** `list` may scroll itself, or stand in something that does. Goes to the end where the list's own box scrolls. */
  constructor(list: HTMLElement, signal: AbortSignal) {
    this.#scroller = scrollerOf(list);
    this.#more = document.createElement("button");
    this.#more.type = "button";
    this.#more.className = "button new-messages";
    this.#more.textContent = "New messages";
    this.#more.hidden = true;
    (list.closest("[role=log]") ?? list).after(this.#more);
    this.#more.addEventListener("click", () => {
      this.toEnd();
      list.focus({ preventScroll: true });
    }, { signal });
    const target = this.#isPage() ? document : this.#scroller;
    target.addEventListener("scroll", () => this.#atEnd() && (this.#more.hidden = true), { signal, passive: true });
    signal.addEventListener("abort", () => this.#more.remove(), { once: true });
    if (!this.#isPage()) this.toEnd();
  }

  /** Carries a change out and stays at the end, or where the reader is; what came below is then announced. */
  keep(change: () => boolean): void {
    const follows = this.#atEnd();
    if (!change()) return;
    if (follows) this.toEnd();
    else this.#more.hidden = false;
  }

  toEnd(): void {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#more.hidden = true;
  }

  #atEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight <= NEAR;
  }

  #isPage(): boolean {
    return this.#scroller === document.scrollingElement || this.#scroller === document.documentElement;
  }
}

function scrollerOf(list: HTMLElement): Element {
  for (let box: Element | null = list; box && box !== document.body; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.scrollingElement ?? document.documentElement;
}
