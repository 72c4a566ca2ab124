/** The chat's panel: header, transcript, notices, composer and sheet, and how it opens and closes. */

import type { ChatState } from "../client/state.ts";
import { counted } from "../texts/fill.ts";
import { createAnnouncer } from "./announcer.ts";
import { createComposer } from "./composer.ts";
import type { Context } from "./context.ts";
import { button, h, icon, STROKES } from "./dom.ts";
import { plain } from "./links.ts";
import { createNotices } from "./notices.ts";
import { createPages } from "./pages.ts";
import { createPainter } from "./paint.ts";
import { createPlace } from "./place.ts";
import { createSheet } from "./sheet.ts";
import { createTranscript } from "./transcript.ts";
import { followViewport } from "./viewport.ts";

export interface Panel {
  open(): void;
  close(): void;
}

export function createPanel(context: Context, root: ShadowRoot, launcher: HTMLElement): Panel {
  const { client, texts, code, dir, emit, signal } = context;
  const announcer = createAnnouncer(signal);
  const painter = createPainter(render, signal);
  const transcript = createTranscript(context, {
    painter,
    came(message, row) {
      if (message.author === "contact") announcer.say(message.status === "waiting" ? texts.waiting : texts.sending);
      else announcer.say(`${row.querySelector(".who")!.textContent}: ${row.querySelector(".text")!.textContent}`);
      jump.hidden = place.atEnd;
    },
    gone: announcer.say,
    sent: () => place.toEnd(),
  });
  const hello = h("div.hello", {});
  const content = h("div", {}, hello, transcript.list);
  const log = h(
    "div.log", { role: "log", part: "log", tabIndex: 0, "aria-live": "off", "aria-label": texts.log }, content,
  );
  const place = createPlace(log, content, () => (jump.hidden ||= place.atEnd), signal);
  const jump = h(
    "button", { type: "button", className: "jump", hidden: true, onclick: place.toEnd },
    icon(STROKES.down), texts.newMessages,
  );
  const notices = createNotices(context);
  const composer = createComposer(context, () => pages.person());
  const body = h("div.body", {}, log, jump, notices.node, composer.node);
  const sheet = createSheet(context, body, () => composer.field.focus());
  const pages = createPages(context, sheet);
  const name = h("h2", { id: "name" });
  const sub = h("p.sub", {});
  const face = h("span.face", { "aria-hidden": "true" });
  const header = h(
    "header", { part: "header" },
    face, h("div.title", {}, name, sub),
    button(texts.menu, pages.menu, "", STROKES.more), button(texts.close, close, "", STROKES.close),
  );
  const node = h(
    "div.fd", {
      part: "panel", role: "dialog", lang: code, dir, "aria-labelledby": "name",
      popover: "manual", hidden: true, onkeydown,
    },
    header, body, sheet.node, announcer.node,
  );
  root.append(node);
  const badge = h("b", { part: "badge", hidden: true });
  Object.assign(launcher, { lang: code, ariaHasPopup: "dialog" }).append(badge);
  launcher.addEventListener("keydown", onkeydown, { signal });
  let known: ChatState | null = null;
  let unread = 0;
  let { person } = client.state;
  signal.addEventListener("abort", () => {
    node.remove();
    badge.remove();
  });
  signal.addEventListener("abort", client.subscribe((state) => {
    const unseen = node.hidden || document.hidden ? state.unread : 0; // what is read as it comes is no news
    if (unseen !== unread) {
      unread = unseen;
      emit("unread", unread);
      nameLauncher();
    }
    if (state.person !== person) {
      person = state.person;
      composer.clear(); // whoever comes next reads nothing of the last one
      sheet.close();
    }
    if (!node.hidden) painter.ask();
  }));
  followViewport(node, signal);
  nameLauncher();
  return { open, close };

  function nameLauncher(): void {
    const does = node.hidden ? texts.open : texts.close;
    launcher.ariaExpanded = `${!node.hidden}`;
    badge.textContent = `${unread}`;
    badge.hidden = !unread;
    launcher.ariaLabel = unread ? `${does}, ${counted(texts.unread, unread, code)}` : does;
  }

  function render(): void {
    const state = client.state;
    if (state.assistant !== known?.assistant || state.handoff !== known?.handoff) showWho(state);
    transcript.show(state);
    composer.show(state);
    const lines = notices.show(state);
    if (known && lines.length > 0) announcer.say(lines.join(" "));
    if (state.unread > 0 && !document.hidden) client.seen();
    known = state;
  }

  function showWho({ assistant, handoff }: ChatState): void {
    const person = handoff?.state === "claimed" ? handoff.operatorName || texts.somebody : "";
    name.textContent = assistant?.name || texts.chat;
    sub.textContent = person || texts.aiFirst;
    face.textContent = [...(person || name.textContent)][0]!.toUpperCase();
    node.classList.toggle("human", person !== "");
    if (!assistant) return;
    hello.replaceChildren(
      h("p.text", { dir: "auto" }, assistant.greeting),
      h("p.small", { dir: "auto" }, ...plain(assistant.privacyNotice)),
    );
  }

  function open(): void {
    if (!node.hidden) return;
    node.hidden = false;
    node.showPopover?.(); // above whatever the page has put on top of itself
    void client.start();
    render();
    composer.field.focus();
    nameLauncher();
    emit("open");
  }

  function close(): void {
    if (node.hidden) return;
    const held = node.contains(root.activeElement);
    sheet.close();
    node.hidden = true;
    node.hidePopover?.();
    nameLauncher();
    emit("close");
    if (held) launcher.focus();
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    if (sheet.isOpen) sheet.close();
    else close();
  }
}
