/** Makes or resumes a session: the one stored for this person, or a new one. */

import { answerOf, Refused, statusOf, untilAnswered } from "./api.ts";
import { alone, type Context } from "./context.ts";
import { subOf, type Whoever } from "./identity.ts";
import type { Records, Session } from "./records.ts";

/** How a session stands; only a new one tells its token. */
export interface Standing {
  readonly session_token?: string;
  readonly expires_at: string;
  readonly contact: { readonly id: string; readonly verified: boolean };
  readonly conversation: { readonly id: string } | null;
  readonly assistant: { name: string; greeting: string; privacy_notice: string; available: boolean };
}

/** Keeps what was told of a session. What is known of this contact stays, its conversation too. */
export function keepSession(records: Records, told: Standing): Session {
  const { session_token: token, expires_at: expires, contact, conversation, assistant } = told;
  const found = records.session();
  const same = found?.contact === contact.id;
  records.keep({
    ...(token && { token }),
    ...(!same && { seen: null, ratings: {} }),
    expires,
    contact: contact.id,
    verified: contact.verified,
    conversation: (!token && found?.conversation) || (conversation && conversation.id),
    assistant: { ...assistant, privacyNotice: assistant.privacy_notice },
  });
  return records.session()!;
}

/** Makes the session in `records` a good one; one whose token is `stale` is not. Throws `Refused`. */
export function openSession(
  { site, locale, ask, browser, waits }: Context,
  records: Records,
  who: Whoever,
  stale: string | null,
  signal: AbortSignal,
): Promise<Session> {
  async function create(): Promise<Standing> {
    const token = await who.spend();
    if (token && subOf(token) !== records.sub) throw new Refused(401, "reload");
    const body = { site_key: site, locale, identity_token: token };
    return answerOf<Standing>((ended) => ask("/v1/sessions", null, { method: "POST", signal: ended }, body), signal).catch(
      (error: unknown) => {
        // A page from a cache brings a token that an earlier load has spent; only a new load brings another.
        throw statusOf(error) === 401 && who.plain ? new Refused(401, "reload") : error;
      },
    );
  }

  return alone(browser, `${records.key}:session`, async () => {
    const found = records.session();
    if (found && found.token !== stale && Date.parse(found.expires) > Date.now()) return found;
    return keepSession(records, await untilAnswered(create, waits, browser.random, signal));
  });
}
