/** A conversation's page as the server renders it, and the answers that a test gives. */

import { vi } from "vitest";

export const CONVERSATION = "0197c0de-0000-7000-8000-000000000001";
export const MESSAGES = "/v1/operator/handoffs/h1/messages";

/** Fills the document. */
export function showDesk(): void {
  document.body.innerHTML = `
    <button type="button" data-sound aria-pressed="false" hidden>Sound</button>
    <span data-connection aria-live="polite"></span>
    <section data-conversation="${CONVERSATION}" data-last-seq="12">
      <div role="log"><ol tabindex="0"><li class="message message-contact" data-seq="12"><span class="who">Customer</span><p class="text">Write to
        <button class="reveal" form="reveal" name="placeholder" value="[EMAIL_1]">Reveal EMAIL_1</button></p>
        <time datetime="2026-11-21T08:00:00Z">08:00 UTC</time></li></ol></div>
      <form id="reveal" method="post" action="/console/desk/${CONVERSATION}/reveal"></form>
      <form method="post" action="/console/desk/${CONVERSATION}/say" data-composer="${MESSAGES}" data-longest="4000">
        <textarea name="text" required></textarea><button type="submit">Send</button>
      </form>
    </section>`;
}

/** What was asked of the server. */
export interface Asked {
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly answer: (response: Response) => Promise<void>;
  readonly fail: () => Promise<void>;
}

/** A `Post` whose answers the test gives, one by one. */
export function heldPost() {
  const asked: Asked[] = [];
  const post = (path: string, body: object): Promise<Response> =>
    new Promise((resolve, reject) => {
      const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
      asked.push({
        path,
        body: body as Record<string, unknown>,
        answer: async (response) => void (resolve(response), await settled()),
        fail: async () => void (reject(new TypeError("no network")), await settled()),
      });
    });
  return { asked, post };
}

export function json(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status });
}

/** The transcript as `author: text` lines. */
export function lines(): string[] {
  return Array.from(document.querySelectorAll("[role=log] li"), (item) => {
    const pending = item.classList.contains("message-pending") ? " (pending)" : "";
    return `${item.querySelector(".who")!.textContent}: ${item.querySelector(".text")!.textContent!.replace(/\s+/g, " ")}${pending}`;
  });
}
