/** Does work in slices between frames, so that no long text ever makes the page wait. */

/** Milliseconds of work a frame: on a CPU four times slower it is still no long task. */
const SLICE = 5;

/** One piece of work; true while more is to be done. */
export type Step = () => boolean;

export interface Painter {
  /** Calls `render` once in the next frame, however often it is asked. */
  ask(): void;
  /** Goes on with `step` after each frame until it is done. */
  work(step: Step): void;
}

export function createPainter(render: () => void, signal: AbortSignal): Painter {
  const steps = new Set<Step>();
  let frame = 0;
  let asked = false;
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
  const next = (): void => {
    if (!frame && !signal.aborted) frame = requestAnimationFrame(paint);
  };
  const paint = (): void => {
    frame = 0;
    const until = performance.now() + SLICE;
    if (asked) render();
    asked = false;
    for (const step of steps) {
      while (steps.has(step)) {
        if (!step()) steps.delete(step);
        if (performance.now() > until) return next();
      }
    }
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
