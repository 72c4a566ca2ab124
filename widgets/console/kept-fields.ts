/** What somebody is writing in a part of the page that reads itself again: it stays, and so does the cursor. */

type Field = HTMLInputElement | HTMLTextAreaElement;

interface Kept {
  readonly key: string;
  readonly text: string;
  readonly focused: boolean;
  readonly start: number | null;
  readonly end: number | null;
}

/** The fields within `part` that were written in. */
export function keepFields(part: ParentNode): Kept[] {
  return fieldsOf(part)
    .filter((field) => field.value !== field.defaultValue || field === document.activeElement)
    .map((field) => ({
      key: keyOf(field),
      text: field.value,
      focused: field === document.activeElement,
      start: field.selectionStart,
      end: field.selectionEnd,
    }));
}

/** Puts what was kept into the fields of the same forms, where these still are. */
export function restoreFields(root: ParentNode, kept: readonly Kept[]): void {
  if (kept.length === 0) return;
  const fields = new Map(fieldsOf(root).map((field) => [keyOf(field), field]));
  for (const { key, text, focused, start, end } of kept) {
    const field = fields.get(key);
    if (field === undefined) continue;
    field.value = text;
    if (!focused) continue;
    field.focus({ preventScroll: true });
    if (start !== null) field.setSelectionRange(start, end);
  }
}

function fieldsOf(root: ParentNode): Field[] {
  return Array.from(root.querySelectorAll<Field>("form input:is([type=text], [type=search], :not([type])), form textarea"));
}

/** Names a field by what its form is for, since places and ids on a page may pass from one thing to the next. */
function keyOf(field: Field): string {
  const form = field.form;
  const hidden = form?.querySelectorAll<HTMLInputElement>("input[type=hidden]:not([name=csrf_token])") ?? [];
  const purpose = Array.from(hidden, ({ name, value }) => [name, value]);
  return JSON.stringify([form?.getAttribute("action"), purpose, field.name]);
}
