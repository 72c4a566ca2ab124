/** What the customer thinks of an answer: thumbs, and a few words where something was missing. */

import type { Message, Rating as Given } from "../client/state.ts";
import type { Texts } from "../texts/en.ts";
import type { Context } from "./context.ts";
import { button, h } from "./dom.ts";

/** The drawing of a thumb. */
const THUMB = "M7 21V11l4-8q3 0 3 3v3h5q2 0 2 2l-2 8q0 2-2 2zM3 11v10";

export interface Rating {
  /** The controls for what the message is by now, but for those that stand somewhere: they may have the focus. */
  show(message: Message): HTMLElement[];
}

export function createRating({ client, texts }: Context): Rating {
  let message: Message;
  let given: Given | undefined;
  let form: HTMLElement | undefined;
  const up = button(texts.helpful, () => void rate("up"), "thumb", THUMB);
  const down = button(texts.notHelpful, () => void rate("down"), "thumb down", THUMB);
  const words = h("span", { role: "status" });
  return {
    show(next) {
      message = next;
      press(next.rating ?? given);
      return [up, down, words, ...(form ? [form] : [])].filter((part) => !part.isConnected);
    },
  };

  function press(rating: Given | undefined): void {
    up.ariaPressed = `${rating === "up"}`;
    down.ariaPressed = `${rating === "down"}`;
  }

  async function rate(rating: Given, comment?: string): Promise<void> {
    given = rating;
    press(rating);
    if (form) form.hidden = rating === "up";
    words.textContent = "";
    try {
      await client.rate(message.id, rating, comment);
      if (comment) (down.focus(), (form!.hidden = true)); // a field that hides must not take the focus with it
      if (rating === "up" || comment) words.textContent = texts.thanks;
      else if (given === "down") words.after((form ??= createComment(texts, (said) => void rate("down", said))));
    } catch {
      words.textContent = texts.wrong;
    }
  }
}

/** A field for what was missing in an answer. */
function createComment(texts: Texts, send: (words: string) => void): HTMLElement {
  const field = h("input", { type: "text", maxLength: 1000, "aria-label": texts.comment, placeholder: texts.comment });
  return h(
    "form.comment", {
      onsubmit: (event: Event) => {
        event.preventDefault();
        const words = field.value.trim();
        if (words) send(words);
      },
    },
    field, h("button.plain", {}, texts.send),
  );
}
