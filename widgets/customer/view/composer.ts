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
}

export function createComposer({ client, texts }: Context, askForPerson: () => void): Composer {
  const field = h("textarea", {
    rows: 1, dir: "auto", enterKeyHint: "send", part: "input",
    placeholder: texts.message, "aria-label": texts.message, onkeydown, oninput,
  });
  const person = button(texts.person, askForPerson, undefined, "plain person");
  const stop = button(texts.stop, () => client.stop(), STROKES.stop, "round stop");
  const send = button(texts.send, submit, STROKES.send, "round send");
  send.setAttribute("part", "send");
  const long = h("p", { className: "small bad long", role: "alert" });
  const node = h(
    "form", { className: "composer", part: "composer", onsubmit },
    field, long, h("div", { className: "tools" }, person, stop, send),
  );
  return {
    node,
    field,
    show({ reply, phase, handoff }) {
      stop.hidden = !reply;
      node.inert = phase === "refused" || phase === "ended";
      person.disabled = handoff?.state === "waiting" || handoff?.state === "claimed";
      if (person.disabled !== person.hidden) person.hidden = person.disabled;
    },
  };

  function onsubmit(event: Event): void {
    event.preventDefault();
    submit();
  }

  function submit(): void {
    const text = field.value.trim();
    if (!text || long.textContent) return;
    field.value = "";
    oninput();
    client.send(text);
  }

  function onkeydown(event: KeyboardEvent): void {
    // 229: a browser that ends a composition before it tells of its Enter.
    const composing = event.isComposing || event.keyCode === 229;
    const held = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || composing;
    if (event.key !== "Enter" || held) return;
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
