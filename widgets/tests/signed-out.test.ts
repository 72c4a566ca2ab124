import { beforeEach, expect, test } from "vitest";

import { isWriting, signedOut } from "../console/signed-out.ts";

let reloads: number;
const reload = (): void => void reloads++;

beforeEach(() => {
  reloads = 0;
  sessionStorage.clear();
  document.body.innerHTML = `<main>
    <form data-composer="/v1/x"><textarea name="text"></textarea></form><form><textarea name="edit">draft</textarea></form>
  </main>`;
});

test.each(["text", "edit"])("words in %s that were not sent stay, under one sentence", (name) => {
  const field = document.querySelector<HTMLTextAreaElement>(`[name=${name}]`)!;
  field.value = "half an answer";
  signedOut(document, reload);
  signedOut(document, reload);
  expect([reloads, field.value, document.querySelectorAll("[role=alert]").length]).toEqual([0, "half an answer", 1]);
});

test("what the server put into a field is not being written", () => {
  expect(isWriting(document)).toBe(false);
});
