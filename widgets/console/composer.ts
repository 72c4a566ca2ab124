/** The composer: Enter sends, Shift and Enter make a new line, what was refused comes back. */

/** What the composer gives a text to; `address` is where its form's `data-composer` says. */
export type Send = (address: string, text: string) => void;

export interface Composer {
  /** Puts a refused text back before what was written meanwhile, and says why. */
  readonly giveBack: (text: string, problem: string) => void;
}

export function startComposer(form: HTMLFormElement, send: Send, signal: AbortSignal): Composer {
  const field = form.querySelector("textarea");
  if (field === null) return { giveBack: () => undefined };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === "") return;
    const [long, longest] = [Array.from(text).length, Number(form.dataset["longest"] ?? Infinity)];
    // It stays whole: a field that takes no more would cut what is pasted without a word.
    if (long > longest) return say(form, `Write ${longest} characters at most; this has ${long}.`);
    field.value = "";
    form.querySelector("[data-composer-problem]")?.remove();
    send(form.dataset["composer"] || form.action, text);
    field.focus();
  }, { signal });
  field.addEventListener("keydown", (event) => {
    const plain = !(event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || event.isComposing);
    if (event.key !== "Enter" || !plain) return;
    event.preventDefault();
    if (!event.repeat) form.requestSubmit();
  }, { signal });
  return { giveBack: (text, problem) => giveBack(form, field, text, problem) };
}

function giveBack(form: HTMLFormElement, field: HTMLTextAreaElement, text: string, problem: string): void {
  field.value = field.value === "" ? text : `${text}\n${field.value}`;
  say(form, problem);
}

function say(form: HTMLFormElement, problem: string): void {
  form.querySelector("[data-composer-problem]")?.remove();
  const line = document.createElement("p");
  line.className = "banner banner-danger";
  line.dataset["composerProblem"] = "";
  line.setAttribute("role", "alert");
  line.textContent = problem;
  form.prepend(line);
}
