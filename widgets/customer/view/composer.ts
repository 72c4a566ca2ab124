/** Where the customer writes: Enter sends, Shift and Enter make a new line, a person can be asked for at any time. */

import type { ChatState } from "../client/state.ts";
import { fill } from "../texts/fill.ts";
import type { Context } from "./context.ts";
import { button, h, STROKES } from "./dom.ts";

/** Characters that the service takes. */
const MOST = 4000;

export interface Composer {
  readonly node: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  show(state: ChatState): void;
  clear(): void;
}

export function createComposer({ client, texts }: Context, askForPerson: () => void): Composer {
  const field = h("textarea", {
    rows: 1, dir: "auto", enterKeyHint: "send", part: "input",
    placeholder: texts.message, "aria-label": texts.message, onkeydown, oninput,
  });
  const person = button(texts.person, askForPerson, "plain person");
  const stop = button(texts.stop, () => client.stop(), "round stop", STROKES.stop);
  const send = button(texts.send, submit, "round send", STROKES.send);
  send.setAttribute("part", "send");
  const long = h("p.small bad long", { role: "alert" });
  const node = h(
    "form.composer", { part: "composer", onsubmit },
    field, long, h("div.tools", {}, person, stop, send),
  );
  return {
    node,
    field,
    clear,
    show({ reply, phase, handoff }) {
      const held = [person, stop].find((each) => each.matches(":focus"));
      stop.hidden = !reply;
      node.inert = phase === "refused" || phase === "ended";
      person.hidden = /waiting|claimed/.test(handoff?.state ?? "");
      if (held?.hidden) field.focus();
    },
  };

  function onsubmit(event: Event): void {
    event.preventDefault();
    submit();
  }

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
    const { key, shiftKey, ctrlKey, altKey, metaKey, isComposing, keyCode } = event;
    if (key !== "Enter" || shiftKey || ctrlKey || altKey || metaKey || isComposing || keyCode === 229) return;
    event.preventDefault();
    if (!event.repeat) submit();
  }

  function oninput(): void {
    const count = [...field.value.trim()].length;
    long.textContent = count > MOST ? fill(texts.tooLong, { max: MOST }) : "";
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }
}
