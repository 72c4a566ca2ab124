/** Ids that a browser makes. */

/** A random UUID, in lower case; `crypto.randomUUID` is missing where a page came over plain http. */
export function newId(): string {
  // A 0 is any digit, the 8 one from 8 to b.
  return "00000000-0000-4000-8000-000000000000".replace(/[08]/g, (digit) =>
    (+digit | (crypto.getRandomValues(new Uint8Array(1))[0]! & (+digit ? 3 : 15))).toString(16),
  );
}
