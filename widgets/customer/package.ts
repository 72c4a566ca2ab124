/** The npm package's entry: the same chat for pages that bundle their scripts. Nothing happens until `mount`. */

import type { Load } from "./host.ts";
import { launch } from "./launcher.ts";
import type { Frontdesk, MountOptions } from "./public.ts";

/** Puts the launcher on the page; the chat's code is fetched when someone shows intent. */
export function mount(options: MountOptions): Frontdesk {
  const load = (address?: string): Promise<unknown> => (address ? import("./view/pages.ts") : import("./chat.ts"));
  return launch(options, load as Load);
}
