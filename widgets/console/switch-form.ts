/** The kill switch's forms: typing to confirm, and saying how far it is while the server waits for the replicas. */

import { problemOf } from "./api.ts";
import { follow, standing } from "./switch-progress.ts";

const FORM = "form[data-switch-form]";
const CONFIRMED = "service";

export interface SwitchPage {
  /** Puts the main part of the server's answer in the place of this page's. */
  readonly replace: (html: string) => void;
  /** Leaves for another page. */
  readonly go: (address: string) => void;
}

/** Follows every form of the page, also one that comes later. */
export function startSwitchForms(root: Document, page: SwitchPage, signal: AbortSignal): void {
  const look = (): void => root.querySelectorAll<HTMLFormElement>(FORM).forEach(askToConfirm);
  look();
  for (const change of ["input", "change", "htmx:afterSettle"]) root.addEventListener(change, look, { signal });
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches(FORM) || event.defaultPrevented) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") !== "true") void flip(form, event.submitter, root, page, signal);
  }, { signal });
}

/** Where the scope is `service`, and only there, the word must be typed before the form can be sent. */
function askToConfirm(form: HTMLFormElement): void {
  const asked = form.querySelector<HTMLElement>("[data-confirm-scope]");
  if (asked === null) return;
  const typed = asked instanceof HTMLInputElement ? asked : asked.querySelector("input");
  const needed = scopeOf(form) === CONFIRMED;
  asked.hidden = !needed;
  const button = form.querySelector<HTMLButtonElement>("button[type=submit], button:not([type])");
  if (button) button.disabled = needed && typed?.value.trim() !== CONFIRMED;
}

function scopeOf(form: HTMLFormElement): string {
  const fields = new FormData(form);
  // A scope that was typed counts before one that was chosen, as on the server.
  return String(fields.get("other_scope") || fields.get("scope") || "").trim();
}

/** Sends the form as the browser would, tells the progress meanwhile, and shows the page that the server answers. */
async function flip(
  form: HTMLFormElement, submitter: HTMLElement | null, root: Document, page: SwitchPage, signal: AbortSignal,
): Promise<void> {
  const body = new URLSearchParams(fieldsOfForm(form, submitter));
  const say = sayer(form, root);
  const done = new AbortController();
  signal.addEventListener("abort", () => done.abort(), { signal: done.signal });
  form.setAttribute("aria-busy", "true");
  try {
    const before = await standing(done.signal);
    const verb = form.dataset["switchForm"] === "off" ? "Ending" : "Stopping";
    say(`${verb}…`);
    if (before) void follow(scopeOf(form), verb, before, say, done.signal);
    const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" }, signal });
    await show(response, page, say);
  } catch {
    if (!signal.aborted) say("Nothing was heard from the server. Reload the page to see how the switch stands.");
  } finally {
    done.abort();
    form.removeAttribute("aria-busy");
  }
}

async function show(response: Response, page: SwitchPage, say: (words: string) => void): Promise<void> {
  if (response.redirected) return page.go(response.url);
  if (response.headers.get("Content-Type")?.startsWith("text/html")) return page.replace(await response.text());
  say(await problemOf(response));
}

function fieldsOfForm(form: HTMLFormElement, submitter: HTMLElement | null): [string, string][] {
  const fields = Array.from(new FormData(form), ([name, value]): [string, string] => [name, String(value)]);
  if (submitter instanceof HTMLButtonElement && submitter.name) fields.push([submitter.name, submitter.value]);
  return fields;
}

function sayer(form: HTMLFormElement, root: Document): (words: string) => void {
  const line = form.querySelector("[data-switch-progress]") ?? root.querySelector("[data-switch-progress]");
  return (words) => {
    if (line) line.textContent = words;
  };
}
