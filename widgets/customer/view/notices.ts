/** The lines above the composer: what the customer waits for, or what is in the way. */

import type { ChatState, Problem } from "../client/state.ts";
import { fill } from "../texts/fill.ts";
import type { Context } from "./context.ts";
import { button, h } from "./dom.ts";
import { plain } from "./links.ts";

export interface Notices {
  /** Shows the lines; returns those that are new, to be announced. */
  show(state: ChatState): string[];
}

interface Line {
  readonly kind: string;
  readonly words: string;
  readonly action?: [words: string, act: () => void];
}

/** The lines stand in `node`. */
export function createNotices(context: Context, node: HTMLElement): Notices {
  const { client, texts } = context;
  let before: string[] = [];
  /** What was told of the assistant, and whether it has answered since. */
  let known: ChatState["assistant"] = null;
  let answers = false;
  return {
    show(state) {
      const lines = linesOf(state);
      const words = lines.map((line) => line.words);
      const added = words.filter((line) => !before.includes(line));
      if (added.length > 0 || words.length !== before.length) node.replaceChildren(...lines.map(element));
      before = words;
      return added;
    },
  };

  function element({ kind, words, action }: Line): HTMLElement {
    return h(
      `p.notice ${kind}`, { dir: "auto" },
      h("span", {}, ...plain(words)), action && button(...action, "plain"),
    );
  }

  function linesOf(state: ChatState): Line[] {
    const { phase, problem, handoff, held, connection, assistant, messages } = state;
    if (phase === "ended") return [{ kind: "calm", words: texts.ended, action: [texts.again, retry] }];
    const lines: Line[] = [];
    if (held) lines.push({ kind: "wait", words: texts.held });
    answers = state.reply !== null || (answers && assistant === known);
    known = assistant;
    const contact = handoff?.contactFallback ?? "";
    if (handoff?.state === "waiting") {
      const words = handoff.expected === "out_of_hours"
        ? fill(texts.outOfHours, { contact })
        : `${texts.handoff} ${contact && fill(texts.reach, { contact })}`;
      lines.push({ kind: "wait", words: words.trim() });
    } else if (handoff && !messages.some(({ seq }) => seq! > handoff.since!)) {
      const words = handoff.state === "claimed"
        ? fill(texts.joined, { name: handoff.operatorName || texts.somebody })
        : texts[handoff.state];
      lines.push({ kind: "calm", words });
    } else if (assistant && !assistant.available && !answers && !handoff) {
      lines.push({ kind: "calm", words: texts.unavailable });
    }
    if (problem) {
      lines.push({ kind: "bad", words: problemText(problem, context), ...(phase === "refused" && problem.code !== "reload" && { action: [texts.retry, retry] }) });
    }
    if (connection !== "online" && phase !== "refused") lines.push({ kind: "wait lost", words: texts[connection] });
    return lines;
  }

  function retry(): void {
    void client.start();
  }
}

/** What is in the way, in the chat's own words where it has some. */
export function problemText({ at, code: kind, detail, retryAfter }: Problem, { texts, code }: Context): string {
  // By the clock: seconds to wait would be wrong in the next one.
  if (retryAfter) return fill(texts.rateLimited, { time: new Date(at! + retryAfter * 1000).toLocaleTimeString(code) });
  return /^(identity_|reload$)/.test(kind) ? texts.reload : detail || texts.wrong;
}
