import { expect, test } from "vitest";

import { keepFields, restoreFields } from "../console/kept-fields.ts";

const form = (scope: string): string => `<form method="post" action="/console/switch">
  <input type="hidden" name="csrf_token" value="${Math.random()}"><input type="hidden" name="scope" value="${scope}">
  <input name="reason" value=""><textarea name="note"></textarea></form>`;

function reason(index = 0): HTMLInputElement {
  return document.querySelectorAll<HTMLInputElement>("[name=reason]")[index]!;
}

test("what was written stays with its form, wherever that has moved, and so does the cursor", () => {
  document.body.innerHTML = form("tenant:harbor");
  reason().value = "half a reason";
  document.querySelector("textarea")!.value = "note";
  reason().focus();
  reason().setSelectionRange(4, 6);
  const kept = keepFields(document);
  document.body.innerHTML = form("tenant:lumen") + form("tenant:harbor");
  restoreFields(document, kept);
  expect([reason(0).value, reason(1).value]).toEqual(["", "half a reason"]);
  expect(document.querySelectorAll("textarea")[1]!.value).toBe("note");
  expect(document.activeElement).toBe(reason(1));
  expect([reason(1).selectionStart, reason(1).selectionEnd]).toEqual([4, 6]);
});

test("a form that is gone takes its words along", () => {
  document.body.innerHTML = form("tenant:harbor");
  reason().value = "half a reason";
  const kept = keepFields(document);
  document.body.innerHTML = form("tenant:lumen");
  restoreFields(document, kept);
  expect(reason().value).toBe("");
});
