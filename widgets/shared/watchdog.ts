/** Notices silence. */

/** Calls `bark` once when `stroke` was not called for `ms`; `rest` ends it. */
export class Watchdog {
  #timer: ReturnType<typeof setTimeout>;
  readonly #ms: number;
  readonly #bark: () => void;

  constructor(ms: number, bark: () => void) {
    this.#ms = ms;
    this.#bark = bark;
    this.#timer = setTimeout(bark, ms);
  }

  stroke(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#bark, this.#ms);
  }

  rest(): void {
    clearTimeout(this.#timer);
  }
}
