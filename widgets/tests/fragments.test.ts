import { readFileSync } from "node:fs";

import { afterEach, beforeEach, expect, test } from "vitest";

import { htmxWithoutSinks } from "../build/htmx-without-sinks.ts";
import { replaceMain, startFragments } from "../console/fragments.ts";

let running: AbortController;
let gone: string[];

beforeEach(() => {
  running = new AbortController();
  gone = [];
  document.body.innerHTML = '<main id="main"><div id="part"><form action="/a"><input name="reason"></form></div></main>';
  startFragments({ csrf: "token", go: (address) => gone.push(address), onSignedOut: () => gone.push("signed out") }, running.signal);
});
afterEach(() => running.abort());

function tell(name: string, detail: object): void {
  document.getElementById("part")!.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}

/** What htmx says before it puts an answer from `answered` into the part. */
function answerFrom(answered: string) {
  const target = document.getElementById("part")!;
  return { shouldSwap: true, target, pathInfo: { requestPath: "/console/desk?state=" }, xhr: { responseURL: answered } };
}

test("each request of a part carries the form token", () => {
  const detail = { headers: {} as Record<string, string> };
  tell("htmx:configRequest", detail);
  expect(detail.headers["X-CSRF-Token"]).toBe("token");
});

test("an answer from elsewhere is gone to, never shown as a part", () => {
  const own = answerFrom(new URL("/console/desk?state=", location.href).href);
  tell("htmx:beforeSwap", own);
  expect([own.shouldSwap, gone]).toEqual([true, []]);
  const signIn = answerFrom(new URL("/console/sign-in", location.href).href);
  tell("htmx:beforeSwap", signIn);
  expect([signIn.shouldSwap, gone.length]).toEqual([false, 1]);
});

test("what is being written survives the swap of its part", () => {
  document.querySelector("input")!.value = "half";
  const part = document.getElementById("part")!;
  tell("htmx:beforeSwap", answerFrom(""));
  part.innerHTML = '<form action="/a"><input name="reason"></form>';
  tell("htmx:afterSwap", {});
  expect(document.querySelector("input")!.value).toBe("half");
});

/** The part reads itself again and is `html` now. */
function swap(html: string): void {
  const part = document.getElementById("part")!;
  tell("htmx:beforeSwap", answerFrom(""));
  part.innerHTML = html;
  tell("htmx:afterSwap", {});
}

const queue = (...buttons: string[]): string =>
  `<section><h2 id="waiting">Waiting</h2>${buttons.map((id) => `<button id="${id}">Claim</button>`).join("")}</section>`;

test("the keyboard stays where it was in a part that reads itself again", () => {
  document.getElementById("part")!.innerHTML = queue("claim-1", "claim-2");
  document.getElementById("claim-2")!.focus();
  swap(queue("claim-0", "claim-1", "claim-2"));
  expect(document.activeElement?.id).toBe("claim-2");
});

test("where its button is gone, the keyboard goes to the heading above, and out of the page's order it stays", () => {
  document.getElementById("part")!.innerHTML = queue("claim-1");
  document.getElementById("claim-1")!.focus();
  swap(queue());
  expect([document.activeElement?.id, document.getElementById("waiting")!.tabIndex]).toEqual(["waiting", -1]);
});

test("a keyboard elsewhere is left where it is", () => {
  document.querySelector("main")!.insertAdjacentHTML("beforeend", '<button id="other">Other</button>');
  document.getElementById("other")!.focus();
  swap(queue("claim-1"));
  expect(document.activeElement?.id).toBe("other");
});

test("a part that is refused because the session has ended does not take the page along", () => {
  const event = new CustomEvent("htmx:beforeOnLoad", { bubbles: true, cancelable: true, detail: { xhr: { status: 401 } } });
  document.getElementById("part")!.dispatchEvent(event);
  expect([event.defaultPrevented, gone]).toEqual([true, ["signed out"]]);
});

test("the main part of a whole page takes the place of this page's, and scripts in it do not come along", () => {
  replaceMain("<!doctype html><html><body><nav>x</nav><main id='main'><h1>Stopped</h1><script>1</script></main></body></html>");
  expect(document.querySelectorAll("main").length).toBe(1);
  expect(document.body.textContent!.trim()).toBe("Stopped");
  expect(document.querySelector("main script, nav")).toBeNull();
});

interface Handler {
  handler: (this: { error: (message: string) => never }, code: string) => { code: string };
}

/** Runs the plugin over a text. */
function withoutSinks(code: string): string {
  const refuse = (message: string): never => {
    throw new Error(message);
  };
  return (htmxWithoutSinks().transform as unknown as Handler).handler.call({ error: refuse }, code).code;
}

test("nothing in htmx as it is built runs text or parses HTML but by the policy", () => {
  const built = withoutSinks(readFileSync("node_modules/htmx.org/dist/htmx.esm.js", "utf8"));
  const calls = /\beval\(|\bFunction\(|insertAdjacentHTML\(|new DOMParser|parseHTMLUnsafe\(|\.(inner|outer)HTML\s*=[^=]|document\.write/;
  expect(calls.exec(built)?.[0]).toBeUndefined();
});

test("another text of htmx fails the build", () => {
  expect(() => withoutSinks("return eval(str); return eval(str)")).toThrow("2 times");
  expect(() => withoutSinks("nothing of the kind")).toThrow("0 times");
});
