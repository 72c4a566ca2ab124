/** What the customer thinks of an answer: thumbs, and a few words where something was missing. */

import type { Message, Rating } from "../client/state.ts";
import type { Context } from "./context.ts";
import { button, h, STROKES } from "./dom.ts";

export function createRating({ client, texts }: Context): { show(message: Message): HTMLElement[] } {
  let message: Message;
  let given: Rating | undefined;
  const up = button(texts.helpful, () => void rate("up"), "thumb", STROKES.up);
  const down = button(texts.notHelpful, () => void rate("down"), "thumb down", STROKES.up);
  const words = h("span", { role: "status" });
  const field = h("input", { type: "text", maxLength: 1000, "aria-label": texts.comment, placeholder: texts.comment });
  const send = h("button.plain", {}, texts.send);
  const form = h("form.comment", { hidden: true, onsubmit }, field, send);
  return {
    show(next) {
      message = next;
      press(next.rating ?? given);
      return [up, down, words, form];
    },
  };

  function press(rating: Rating | undefined): void {
    up.ariaPressed = String(rating === "up");
    down.ariaPressed = String(rating === "down");
  }

  async function rate(rating: Rating, comment?: string): Promise<void> {
    given = rating;
    press(rating);
    form.hidden = rating === "up" || comment !== undefined;
    words.textContent = "";
    try {
      await client.rate(message.id, rating, comment);
      if (form.hidden) words.textContent = texts.thanks;
    } catch {
      words.textContent = texts.wrong;
    }
  }

  function onsubmit(event: Event): void {
    event.preventDefault();
    const comment = field.value.trim();
    if (comment) void rate("down", comment);
  }
}
