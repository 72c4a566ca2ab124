/** Where the customer writes: Enter sends, Shift and Enter make a new line, a person can be asked for at any time. */

import type { ChatState } from "../client/state.ts";
import { fill } from "../texts/fill.ts";
import type { Context } from "./context.ts";
import { button, h, STROKES } from "./dom.ts";

/** Characters that the service takes. */
const MOST = 4000;

export interface Composer {
  readonly node: HTMLElement;
  readonly field: HTMLTextAreaElement;
  show(state: ChatState): void;
  clear(): void;
}

export function createComposer({ client, texts }: Context, askForPerson: () => void): Composer {
  const field = h("textarea", {
    rows: 1, enterKeyHint: "send", part: "input",
    placeholder: texts.message, "aria-label": texts.message, onkeydown, oninput,
  });
  const person = button(texts.person, askForPerson, "plain person");
  const stop = button(texts.stop, () => client.stop(), "round stop", STROKES.stop);
  const send = button(texts.send, submit, "round send", STROKES.send);
  send.setAttribute("part", "send");
  const long = h("p.small bad long", { role: "alert" });
  const node = h(
    "div.composer", { part: "composer" },
    field, long, h("div.tools", {}, person, stop, send),
  );
  return {
    node,
    field,
    clear,
    show({ reply, phase, handoff }) {
      stop.hidden = !reply;
      node.inert = phase === "refused" || phase === "ended";
      // Who waits for somebody may still leave an address.
      person.hidden = handoff?.state === "claimed";
    },
  };

  function submit(): void {
    const text = field.value.trim();
    if (!text || long.textContent) return;
    clear();
    client.send(text);
  }

  function clear(): void {
    field.value = "";
    oninput();
  }

  function onkeydown(event: KeyboardEvent): void {
    // 229: a browser that ends a composition before it tells of its Enter.
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) submit();
  }

  function oninput(): void {
    const words = [...field.value.trim()].length > MOST ? fill(texts.tooLong, { max: MOST }) : "";
    if (long.textContent !== words) long.textContent = words; // said once, not with each letter
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }
}
