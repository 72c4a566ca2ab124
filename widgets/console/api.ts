/** Requests to Frontdesk's own API, with the operator's cookie and the form token. */

/** Posts JSON to a path of this origin; rejects only where nothing was answered. */
export type Post = (path: string, body: object, signal: AbortSignal) => Promise<Response>;

/** Returns a function that posts with the session's CSRF token. */
export function poster(csrf: string): Post {
  return (path, body, signal) =>
    fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": csrf },
      body: JSON.stringify(body),
      signal,
    });
}

/** The sentence that a refusal says to people. */
export async function problemOf(response: Response): Promise<string> {
  if (response.status === 401) return "You are signed out; reload the page to sign in again.";
  const { detail } = fieldsOf(await response.text().catch(() => ""));
  return typeof detail === "string" && detail !== "" ? detail : `The server refused this (${response.status}).`;
}

/** The fields of a JSON object; none where the text is something else. */
export function fieldsOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
