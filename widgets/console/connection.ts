/** Says whether the page is live, in `[data-connection]`; said aloud only when it changes. */

export type Connection = "connecting" | "live" | "waiting" | "paused" | "refused";

const WORDS: Record<Connection, string> = {
  connecting: "Connecting…",
  live: "Live",
  waiting: "Connection lost, trying again…",
  paused: "Paused",
  refused: "Not live; reload the page",
};

/** Returns what shows a state. The first time that a page is live is not said aloud: nothing has changed for its reader. */
export function connectionSign(root: ParentNode): (state: Connection) => void {
  const sign = root.querySelector<HTMLElement>("[data-connection]");
  let shown: Connection | null = null;
  return (state) => {
    // Trying again is part of being lost, until it works.
    if (sign === null || state === shown || (state === "connecting" && shown === "waiting")) return;
    const first = shown === null || shown === "connecting";
    shown = state;
    sign.setAttribute("aria-live", first && (state === "connecting" || state === "live") ? "off" : "polite");
    sign.dataset["connection"] = state;
    sign.textContent = WORDS[state];
    sign.hidden = false;
  };
}
