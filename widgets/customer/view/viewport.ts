/** Keeps a panel that fills the screen above the on-screen keyboard. */

export function followViewport(node: HTMLElement, signal: AbortSignal): void {
  const view = globalThis.visualViewport;
  if (!view) return;
  const follow = (): void => {
    node.style.setProperty("--top", `${view.offsetTop}px`);
    node.style.setProperty("--height", `${view.height}px`);
  };
  follow();
  for (const kind of ["resize", "scroll"]) view.addEventListener(kind, follow, { signal });
}
