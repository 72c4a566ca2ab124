/** Who the page says is chatting: a token, or a function that gets one. */

import { Refused } from "./api.ts";
import { UNNAMED } from "./records.ts";
import type { Identity } from "./state.ts";

export interface Whoever {
  /** The person as far as is known without asking: empty for nobody in particular, else `UNNAMED` until it is told. */
  readonly known: string;
  /** The tenant's id of the person, as the newest token says and keys have it; empty for nobody in particular. */
  sub(): Promise<string>;
  /** Takes a token that was not used before; undefined for nobody in particular. Throws `Refused` where none is left. */
  spend(): Promise<string | undefined>;
  /** Tells whether `other` surely names the same person, so that a chat under way can go on. */
  isAs(other: Identity): boolean;
  /** One token alone, and no way to get another. */
  readonly plain: boolean;
}

export function whoever(given?: Identity): Whoever {
  const plain = typeof given === "string";
  let fresh: string | undefined = plain ? given : undefined;
  let known = (plain && subOf(given)) || (given === undefined ? "" : UNNAMED);
  /** Whoever the page means to name is never taken for nobody in particular. */
  const nameIn = (token: string): string => {
    const sub = subOf(token);
    if (!sub) throw new Refused(401, "identity_failed");
    return (known = sub);
  };
  const get = async (): Promise<string> => {
    if (typeof given !== "function") throw new Refused(401, "reload");
    const token = await given();
    nameIn(token);
    return token;
  };
  return {
    plain,
    get known() {
      return known;
    },
    sub: async () => (plain ? nameIn(given) : given ? nameIn((fresh ??= await get())) : ""),
    async spend() {
      const token = fresh ?? (given && (await get()));
      fresh = undefined;
      return token;
    },
    isAs: (other) => other === given || (plain && typeof other === "string" && subOf(other) === subOf(given)),
  };
}

/** Reads `sub` without checking anything: the service does; here it only tells people apart. Empty where there is none. */
export function subOf(token: string): string {
  try {
    const claims = JSON.parse(atob(token.split(".")[1]!.replace(/-/g, "+").replace(/_/g, "/"))) as { sub?: unknown };
    return encodeURIComponent(String(claims.sub ?? ""));
  } catch {
    return "";
  }
}
