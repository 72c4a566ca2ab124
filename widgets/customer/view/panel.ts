/** The chat's panel: header, transcript, notices, composer and sheet, and how it opens and closes. */

import { ignore } from "../client/api.ts";
import type { ChatState } from "../client/state.ts";
import { counted } from "../texts/fill.ts";
import { createAnnouncer } from "./announcer.ts";
import { createComposer } from "./composer.ts";
import type { Context } from "./context.ts";
import { button, h, icon, STROKES } from "./dom.ts";
import { plain } from "./links.ts";
import type { Notices } from "./notices.ts";
import type { Pages } from "./pages.ts";
import { createPainter } from "./paint.ts";
import { createPlace } from "./place.ts";
import { createTranscript } from "./transcript.ts";
import { followViewport } from "./viewport.ts";

/** Where the panel fills the screen, as its sheet says. */
const FULL = "(max-width: 480px), (max-height: 480px)";

export interface Panel {
  open(): void;
  close(): void;
}

export function createPanel(context: Context, root: ShadowRoot, launcher: HTMLElement): Panel {
  const { client, texts, code, dir, emit, signal } = context;
  const announcer = createAnnouncer();
  const painter = createPainter(render, signal);
  const transcript = createTranscript(context, {
    painter,
    came(words) {
      announcer.say(words);
      jump.hidden = place.atEnd;
    },
    told: announcer.say,
    sent: () => place.toEnd(),
  });
  const hello = h("div.hello", {});
  const earlier = button(texts.earlier, () => {
    place.hold(transcript.list.querySelector("li")!);
    void client.earlier().catch(ignore); // what is in the way is said elsewhere
  }, "plain earlier");
  const content = h("div", {}, earlier, hello, transcript.list);
  const log = h(
    "div.log", { role: "log", part: "log", tabIndex: 0, "aria-live": "off", "aria-label": texts.log }, content,
  );
  const place = createPlace(log, content, () => (jump.hidden ||= place.atEnd), signal);
  const jump = h(
    "button", { type: "button", className: "jump", hidden: true, onclick: place.toEnd },
    icon(STROKES.send), texts.newMessages,
  );
  const notice = h("div.notices", { part: "notices" });
  const composer = createComposer(context, () => void show("person"));
  const body = h("div.body", {}, log, jump, notice, composer.node);
  const name = h("h2", { id: "name" });
  const sub = h("p.sub", {});
  const face = h("span.face", { "aria-hidden": "true" });
  const header = h(
    "header", { part: "header" },
    face, h("div.title", {}, name, sub),
    button(texts.menu, () => void show("menu"), "", STROKES.more), button(texts.close, close, "", STROKES.close),
  );
  const node = h(
    "div.fd", {
      part: "panel", role: "dialog", lang: code, dir, "aria-labelledby": "name",
      popover: "manual", ariaModal: "false", hidden: true, onkeydown,
    },
    header, body, announcer.node,
  );
  root.append(node);
  const badge = h("b", { part: "badge", hidden: true });
  const onclick = (): void => (node.hidden ? open() : close());
  Object.assign(launcher, { lang: code, ariaHasPopup: "dialog", onclick, onkeydown }).append(badge);
  let notices: Notices | undefined;
  let pages: Pages | undefined;
  /** The page that is on its way. */
  let asked: "person" | "menu" | null = null;
  let known: ChatState | null = null;
  let unread = 0;
  let made = false;
  let wanted = false;
  let { person } = client.state;
  const unsubscribe = client.subscribe((state) => {
    const unseen = node.hidden || document.hidden ? state.unread : 0; // what is read as it comes is no news
    if (unseen !== unread) {
      unread = unseen;
      emit("unread", unread);
      nameLauncher();
    }
    if (state.person !== person) {
      person = state.person;
      composer.clear(); // whoever comes next reads nothing of the last one
      announcer.node.replaceChildren();
      pages?.close();
      place.toEnd();
      painter.ask(); // nor is it left behind where nobody looks
    } else if (!node.hidden) painter.ask();
  });
  followViewport(node, signal);
  node.style.setProperty("--new-tab", JSON.stringify(` ${texts.newTab}`));
  const full = matchMedia(FULL);
  full.addEventListener("change", block, { signal });
  signal.addEventListener("abort", () => {
    unsubscribe();
    block();
    node.remove();
    badge.remove();
  });
  nameLauncher();
  // Making it and showing it are two tasks: on a slow telephone both at once would be a long one.
  setTimeout(() => {
    made = true;
    if (wanted) open();
  });
  return { open, close };

  function nameLauncher(): void {
    const does = node.hidden ? texts.open : texts.close;
    launcher.ariaExpanded = `${!node.hidden}`;
    badge.textContent = `${unread}`;
    badge.hidden = !unread;
    launcher.ariaLabel = unread ? `${does}, ${counted(texts.unread, unread, code)}` : does;
  }

  /** A page that is wholly covered is not to be walked through: the chat's element is beside its body. */
  function block(): void {
    const covers = full.matches && !node.hidden && !signal.aborted;
    if (node.ariaModal === `${covers}`) return;
    node.ariaModal = `${covers}`;
    document.body.inert = covers;
  }

  function render(): void {
    const state = client.state;
    const held = root.activeElement as HTMLElement | null;
    if (state.assistant !== known?.assistant || state.handoff !== known?.handoff) showWho(state);
    transcript.show(state);
    composer.show(state);
    earlier.hidden = !state.earlier;
    hello.hidden = !earlier.hidden;
    const lines = notices?.show(state) ?? brief(state);
    if (known && lines[0]) announcer.say(lines.join(" "));
    // What had the focus has gone: whoever works by keyboard is not thrown out of the chat.
    if (held && (held.hidden || !held.isConnected)) (held === earlier ? log : composer.field).focus();
    if (state.unread > 0 && !document.hidden) client.seen();
    known = state;
  }

  /** Until the file of notices is there, a few words say what is in the way; each change asks for it. */
  function brief({ problem, connection, handoff, held }: ChatState): string[] {
    const waits = held ? texts.held : handoff?.state === "waiting" ? texts.handoff : "";
    const words = problem ? problem.detail || texts.wrong : connection === "online" ? waits : texts[connection];
    if (known && words === notice.textContent) return [];
    notice.replaceChildren(words && h("p.small long", {}, words));
    void context.pages().then((file) => {
      notices ??= file.createNotices(context, notice);
      painter.ask();
    }, ignore);
    return words ? [words] : [];
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

  /** Shows a page, unless the customer has left meanwhile, or has not waited for it. */
  async function show(page: "person" | "menu"): Promise<void> {
    asked = page;
    try {
      const { createPages } = await context.pages();
      pages ??= createPages(context, body, () => composer.field.focus());
    } catch {
      announcer.say(texts.wrong);
    }
    if (asked && !signal.aborted) pages?.[asked]();
    asked = null;
  }

  function open(): void {
    wanted = true;
    if (!made || !node.hidden || signal.aborted) return;
    node.hidden = false;
    node.showPopover?.(); // above whatever the page has put on top of itself
    void client.start();
    block();
    nameLauncher();
    emit("open");
    // The first time that is work enough; later the keyboard of a phone comes only where it is asked for at once.
    if (known) enter();
    else setTimeout(enter);
  }

  function enter(): void {
    if (node.hidden || signal.aborted) return;
    composer.field.focus();
    render();
  }

  function close(): void {
    wanted = false;
    asked = null;
    if (node.hidden) return;
    const held = node.contains(root.activeElement);
    pages?.close();
    node.hidden = true;
    block();
    node.hidePopover?.();
    nameLauncher();
    emit("close");
    if (held) launcher.focus();
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    if (asked) asked = null;
    else if (!pages?.close()) close();
  }
}
