/** The alarm: somebody has waited too long. */

/** Shows `[data-alarm]` with the words of its `data-text`; a banner that stands already stays as it is. */
export function raiseAlarm(root: ParentNode): void {
  const banner = root.querySelector<HTMLElement>("[data-alarm]");
  if (banner === null || !banner.hidden) return;
  const words = banner.dataset["text"];
  if (words) (banner.querySelector("[data-alarm-text]") ?? banner).textContent = words;
  banner.hidden = false;
}
