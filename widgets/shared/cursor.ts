/** The ids of events: `<stored>` or `<stored>.<unstored>`, both integers. */

const ID = /^(\d+)(?:\.(\d+))?$/;

/** Tells whether `id` comes after `last`; a malformed id comes after everything, since dropping it could lose words. */
export function isAfter(id: string, last: string): boolean {
  const found = ID.exec(id);
  const before = ID.exec(last);
  if (!found || !before) return true;
  return (+found[1]! - +before[1]! || +(found[2] ?? 0) - +(before[2] ?? 0)) > 0;
}
