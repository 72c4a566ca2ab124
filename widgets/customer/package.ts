/** The npm package's entry: the same chat for pages that bundle their scripts. Nothing happens until `mount`. */

import { launch } from "./launcher.ts";
import type { Frontdesk, MountOptions } from "./public.ts";

/** Puts the launcher on the page; the chat's code is fetched when someone shows intent. */
export function mount(options: MountOptions): Frontdesk {
  return launch(options, () => import("./chat.ts"));
}
