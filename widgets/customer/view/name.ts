/** Who speaks. */

import type { Message } from "../client/state.ts";
import type { Context } from "./context.ts";

export function nameOf(message: Pick<Message, "author" | "operatorName">, { client, texts }: Context): string {
  return {
    contact: texts.you,
    system: texts.notice,
    operator: message.operatorName || texts.somebody,
    assistant: client.state.assistant?.name || texts.assistant,
  }[message.author];
}
