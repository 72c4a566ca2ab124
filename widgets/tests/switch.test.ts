import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { startSwitchForms } from "../console/switch-form.ts";
import { appliedBy } from "../console/switch-progress.ts";

const before = { switches: [{ scope: "service", version: 4 }], replicas: [{ version: 4 }, { version: 4 }] };

let running: AbortController;
let replaced: string[];
let gone: string[];

beforeEach(() => {
  vi.useFakeTimers();
  running = new AbortController();
  [replaced, gone] = [[], []];
  document.body.innerHTML = `<form method="post" action="/console/switch" data-switch-form>
    <input type="hidden" name="csrf_token" value="t">
    <select name="scope"><option value="tenant:harbor">Harbor</option><option value="service">Everything</option></select>
    <label data-confirm-scope>Type service <input name="confirm"></label>
    <p data-switch-progress aria-live="assertive"></p><button type="submit" name="on" value="true">Stop</button></form>`;
  startSwitchForms(document, { replace: (html) => replaced.push(html), go: (to) => gone.push(to) }, running.signal);
});
afterEach(() => {
  running.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const button = (): HTMLButtonElement => document.querySelector("button")!;
const progress = (): string => document.querySelector("[data-switch-progress]")!.textContent!;

function choose(scope: string, typed = ""): void {
  const select = document.querySelector("select")!;
  select.value = scope;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  const input = document.querySelector<HTMLInputElement>("[name=confirm]")!;
  input.value = typed;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A server whose POST is answered when the test says so, and whose switches stand as the test says. */
function server() {
  const posted: URLSearchParams[] = [];
  let answer: (response: Response) => void = () => undefined;
  const state = { now: before as object };
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    if (init.method !== "POST") return new Response(JSON.stringify(state.now));
    posted.push(init.body as URLSearchParams);
    return new Promise<Response>((resolve) => (answer = resolve));
  });
  const settle = async (response: Response): Promise<void> => {
    answer(response);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { posted, state, settle };
}

const page = (html: string): Response => new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });

test("only the scope service asks for its name to be typed", () => {
  const asked = document.querySelector<HTMLElement>("[data-confirm-scope]")!;
  expect([asked.hidden, button().disabled]).toEqual([true, false]);
  choose("service");
  expect([asked.hidden, button().disabled]).toEqual([false, true]);
  choose("service", "servic");
  expect(button().disabled).toBe(true);
  choose("service", "service ");
  expect(button().disabled).toBe(false);
  choose("tenant:harbor", "");
  expect([asked.hidden, button().disabled]).toEqual([true, false]);
});

test("the progress is told until the server's answer takes the page's place", async () => {
  const { posted, state, settle } = server();
  choose("service", "service");
  button().click();
  await vi.advanceTimersByTimeAsync(0);
  expect(progress()).toBe("Stopping…");
  state.now = { switches: [{ scope: "service", version: 5 }], replicas: [{ version: 5 }, { version: 4 }] };
  await vi.advanceTimersByTimeAsync(150);
  expect(progress()).toBe("Stopping, 1 of 2 replicas");
  button().click();
  await settle(page("<main>Stopped</main>"));
  expect(replaced).toEqual(["<main>Stopped</main>"]);
  expect(posted.length).toBe(1);
  expect(Object.fromEntries(posted[0]!)).toEqual({ csrf_token: "t", scope: "service", confirm: "service", on: "true" });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(vi.getTimerCount()).toBe(0);
});

test("a refusal's page is shown like any other, an answer from elsewhere is followed", async () => {
  const { settle } = server();
  choose("tenant:harbor");
  button().click();
  await vi.advanceTimersByTimeAsync(0);
  await settle(new Response("<main>Too short</main>", { status: 400, headers: { "Content-Type": "text/html" } }));
  expect(replaced).toEqual(["<main>Too short</main>"]);
  button().click();
  await vi.advanceTimersByTimeAsync(0);
  const elsewhere = page("");
  Object.defineProperties(elsewhere, { redirected: { value: true }, url: { value: "/console/sign-in" } });
  await settle(elsewhere);
  expect(gone).toEqual(["/console/sign-in"]);
});

test("where nothing is heard, the page says so and can be tried again", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  button().click();
  await vi.advanceTimersByTimeAsync(0);
  expect(progress()).toMatch(/^Nothing was heard/);
  expect(document.querySelector("form")!.hasAttribute("aria-busy")).toBe(false);
});

test("replicas count once they have the version of this flip", () => {
  const at = (version: number, ...replicas: number[]) => ({
    switches: [{ scope: "service", version }, { scope: "tenant:harbor", version: 9 }],
    replicas: replicas.map((each) => ({ version: each })),
  });
  expect(appliedBy("service", before, at(4, 9, 9))).toBeNull();
  expect(appliedBy("service", before, at(10, 9, 10, 11))).toEqual({ done: 2, of: 3 });
  expect(appliedBy("model:new", before, at(10, 9))).toBeNull();
});
