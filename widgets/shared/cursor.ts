/** The ids of events: `<stored>` or `<stored>.<unstored>`, both integers. */

/** Tells whether `id` comes after `last`; a malformed id comes after everything, since dropping it could lose words. */
export function isAfter(id: string, last: string): boolean {
  const [stored = NaN, unstored = 0] = id.split(".").map(Number);
  const [before = NaN, beside = 0] = last.split(".").map(Number);
  return !(stored === before ? unstored <= beside : stored < before);
}
