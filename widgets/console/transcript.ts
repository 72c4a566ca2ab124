/** The visible transcript: nodes only, each message once, in the order of their numbers. */

const PLACEHOLDER = /(\[[A-Z][A-Z_]{1,30}_\d{1,6}\])/;
const AUTHORS: Record<string, string> = {
  contact: "Customer",
  assistant: "Assistant",
  operator: "Operator",
  system: "Frontdesk",
};

export interface Message {
  readonly seq: number;
  readonly author: string;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  readonly operatorName?: string;
}

export class Transcript {
  readonly list: HTMLElement;

  constructor(list: HTMLElement) {
    this.list = list;
  }

  /** Puts a message in its place; false where it stands there already, and at most the name of its author is new. */
  put(message: Message): boolean {
    const after = this.#numbered().find((item) => Number(item.dataset["seq"]) >= message.seq);
    if (after && Number(after.dataset["seq"]) === message.seq) {
      const who = after.querySelector(".who");
      if (who && message.operatorName) who.textContent = message.operatorName;
      return false;
    }
    const item = messageNode(message);
    item.dataset["seq"] = String(message.seq);
    this.list.insertBefore(item, after ?? this.list.querySelector(":scope > .message-pending"));
    return true;
  }

  #numbered(): HTMLElement[] {
    return Array.from(this.list.querySelectorAll<HTMLElement>(":scope > li[data-seq]"));
  }
}

/** One message as the server renders it, but for its number. */
export function messageNode(message: Omit<Message, "seq">): HTMLLIElement {
  const item = document.createElement("li");
  item.className = `message message-${message.author}`;
  const text = element("p", "text");
  text.dir = "auto";
  text.append(...partsOf(message.text));
  const time = element("time", "");
  time.setAttribute("datetime", message.at);
  time.textContent = `${message.at.slice(0, 16).replace("T", " ")} UTC`;
  item.append(element("span", "who", message.operatorName ?? AUTHORS[message.author] ?? message.author), text, time);
  return item;
}

/** A text with a button in the place of each placeholder. */
function partsOf(text: string): (string | HTMLElement)[] {
  return text.split(PLACEHOLDER).map((part) => (PLACEHOLDER.test(part) ? revealButton(part) : part));
}

function revealButton(placeholder: string): HTMLButtonElement {
  const button = element("button", "reveal", `Reveal ${placeholder.slice(1, -1)}`);
  button.name = "placeholder";
  button.value = placeholder;
  button.setAttribute("form", "reveal");
  return button;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, className: string, text = "",
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
