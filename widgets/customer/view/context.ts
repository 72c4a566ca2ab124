/** What every part of the view is given. */

import type { ChatClient } from "../client/state.ts";
import type { Texts } from "../texts/en.ts";
import type { PagesModule } from "./pages.ts";

export interface Context {
  readonly client: ChatClient;
  readonly texts: Texts;
  /** The language's code and direction. */
  readonly code: string;
  readonly dir: "ltr" | "rtl";
  readonly emit: (event: string, detail?: unknown) => void;
  /** Fetches what the first answer does without. */
  readonly pages: () => Promise<PagesModule>;
  /** Ends with the view: every listener hangs on it. */
  readonly signal: AbortSignal;
}
