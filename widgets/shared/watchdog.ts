/** Notices silence. */

export interface Watchdog {
  stroke(): void;
  rest(): void;
}

/** Calls `bark` once when `stroke` was not called for `ms`; `rest` ends it. */
export function watchdog(ms: number, bark: () => void): Watchdog {
  let timer: ReturnType<typeof setTimeout>;
  const rest = (): void => clearTimeout(timer);
  const stroke = (): void => {
    rest();
    timer = setTimeout(bark, ms);
  };
  stroke();
  return { stroke, rest };
}
