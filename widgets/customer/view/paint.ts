/** Does work in slices between frames, so that no long text ever makes the page wait. */

/** Milliseconds that a slice may take, its layout included: twice as long, with a frame, is still no long task. */
const LONG = 16;

/** One piece of work; gives something true while more is to be done. */
export type Step = () => unknown;

export interface Painter {
  /** Calls `render` once after the next frame, however often it is asked. */
  ask(): void;
  /** Goes on with `step` after each frame until it is done. */
  work(step: Step): void;
}

export function createPainter(render: () => void, signal: AbortSignal): Painter {
  const steps = new Set<Step>();
  let waits = false;
  let asked = false;
  /** Milliseconds of work in the next slice: the layout it leads to is as long as this device makes it. */
  let slice = 1;
  // Not within the frame but after it: what is written and the browser's work of showing it are two tasks.
  const next = (): void => {
    if (!waits) requestAnimationFrame(() => setTimeout(paint));
    waits = true;
  };
  const paint = async (): Promise<void> => {
    waits = false;
    if (signal.aborted) return;
    const begun = Date.now();
    if (asked) {
      asked = false;
      render();
    }
    do {
      const [step] = steps;
      if (step && !step()) steps.delete(step);
    } while (steps.size && Date.now() < begun + slice);
    if (steps.size) next();
    await 0; // what watches the transcript has laid it out
    slice = steps.size && Date.now() - begun < LONG ? slice + 1 : 1;
  };
  return {
    ask() {
      asked = true;
      next();
    },
    work(step) {
      steps.add(step);
      next();
    },
  };
}
