/** The place of the keyboard in a part of the page that reads itself again: it is not thrown back to the top. */

/**
 * Remembers where the focus is within `part`, and returns what puts it back once the part is a new one. htmx itself
 * finds an element of the same id; where there is none any more, the heading that stood above it is the next best place.
 */
export function keepFocus(part: Element): () => void {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || !part.contains(focused)) return () => undefined;
  const headings = headingsAbove(focused).map((heading) => heading.id);
  return () => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const places = [focused.id, ...headings].filter((id) => id !== "").map((id) => document.getElementById(id));
    const place = places.find((found) => found !== null) ?? document.querySelector<HTMLElement>("main");
    if (place === null) return;
    if (place.tabIndex < 0) place.tabIndex = -1; // a heading takes the focus, but not from the Tab key
    place.focus({ preventScroll: true });
  };
}

/** The heading of each section around an element, the nearest first. */
function headingsAbove(element: Element): Element[] {
  const found: Element[] = [];
  for (let box = element.closest("section, article"); box; box = box.parentElement?.closest("section, article") ?? null) {
    const heading = box.querySelector("h1, h2, h3");
    if (heading) found.push(heading);
  }
  return found;
}
