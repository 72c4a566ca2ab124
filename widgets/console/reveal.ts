/** Reveals a personal value in the place of its placeholder; the server records who did. */

import { fieldsOf, type Post, problemOf } from "./api.ts";

/** Follows the form `#reveal`, whose buttons stand wherever a placeholder does. */
export function startReveal(conversationId: string, post: Post, signal: AbortSignal): void {
  const address = `/v1/operator/conversations/${conversationId}/reveal`;
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || button.name !== "placeholder") return;
    event.preventDefault();
    if (button.getAttribute("aria-busy") !== "true") void reveal(button, address, post, signal);
  }, { signal });
}

async function reveal(button: HTMLButtonElement, address: string, post: Post, signal: AbortSignal): Promise<void> {
  button.setAttribute("aria-busy", "true");
  const response = await post(address, { placeholder: button.value }, signal).catch(() => null);
  button.removeAttribute("aria-busy");
  if (signal.aborted) return;
  const value = response?.ok ? fieldsOf(await response.text().catch(() => ""))["value"] : undefined;
  if (typeof value === "string") return show(button, value);
  refuse(button, response ? await problemOf(response) : "Nothing was heard from the server; try again.");
}

function show(button: HTMLButtonElement, value: string): void {
  const shown = document.createElement("span");
  shown.className = "revealed";
  shown.dir = "auto";
  shown.title = button.value.slice(1, -1);
  shown.tabIndex = -1;
  shown.textContent = value;
  const focused = document.activeElement === button;
  sentence(button)?.remove();
  button.replaceWith(shown);
  if (focused) shown.focus();
}

function refuse(button: HTMLButtonElement, problem: string): void {
  sentence(button)?.remove();
  const line = document.createElement("span");
  line.className = "hint";
  line.setAttribute("role", "alert");
  line.textContent = ` ${problem}`;
  button.after(line);
}

function sentence(button: HTMLButtonElement): Element | null {
  const next = button.nextElementSibling;
  return next?.matches(".hint[role=alert]") ? next : null;
}
