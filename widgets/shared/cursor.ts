/** The ids of events: `<stored>` or `<stored>.<unstored>`, both integers. */

/** Tells whether `id` comes after `last`; a malformed id comes after everything, since dropping it could lose words. */
export function isAfter(id: string, last: string): boolean {
  const [stored, piece] = parts(id);
  const [lastStored, lastPiece] = parts(last);
  if (Number.isNaN(stored) || Number.isNaN(lastStored)) return true;
  return stored > lastStored || (stored === lastStored && piece > lastPiece);
}

function parts(id: string): [stored: number, piece: number] {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(id);
  return found ? [Number(found[1]), Number(found[2] ?? 0)] : [Number.NaN, Number.NaN];
}
