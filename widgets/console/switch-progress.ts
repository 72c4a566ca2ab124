/** How far a flip of the kill switch has come, as the replicas themselves say. */

import { fieldsOf } from "./api.ts";

const SWITCHES = "/v1/operator/kill-switches";
/** Milliseconds between two looks. */
const EVERY = 150;

/** The switches and the replicas as the API lists them. */
export interface Standing {
  readonly switches: readonly { readonly scope: string; readonly version: number }[];
  readonly replicas: readonly { readonly version: number }[];
}

/** Replicas that have applied the flip of `scope` which came after `before`; null while it is not written yet. */
export function appliedBy(scope: string, before: Standing, now: Standing): { done: number; of: number } | null {
  const version = versionOf(scope, now);
  if (version <= versionOf(scope, before)) return null;
  return { done: now.replicas.filter((replica) => replica.version >= version).length, of: now.replicas.length };
}

function versionOf(scope: string, standing: Standing): number {
  return standing.switches.find((each) => each.scope === scope)?.version ?? -1;
}

/** How the switches stand; null where that can't be told. */
export async function standing(signal: AbortSignal): Promise<Standing | null> {
  try {
    const response = await fetch(SWITCHES, { headers: { Accept: "application/json" }, cache: "no-store", signal });
    if (!response.ok) return null;
    const { switches, replicas } = fieldsOf(await response.text());
    return Array.isArray(switches) && Array.isArray(replicas) ? { switches, replicas } : null;
  } catch {
    return null;
  }
}

/** Looks again and again until `signal` aborts; `say` hears each sentence once. `verb` is "Stopping" or the like. */
export async function follow(
  scope: string, verb: string, before: Standing, say: (words: string) => void, signal: AbortSignal,
): Promise<void> {
  let said = "";
  while (!signal.aborted) {
    const now = await standing(signal);
    const applied = now && appliedBy(scope, before, now);
    const words = applied ? `${verb}, ${applied.done} of ${applied.of} ${applied.of === 1 ? "replica" : "replicas"}` : "";
    if (words !== "" && words !== said && !signal.aborted) say((said = words));
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}
