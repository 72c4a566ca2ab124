/** Gives the npm package its types: what pages work with, and `mount`. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Plugin } from "vite";

const PUBLIC = join(import.meta.dirname, "../customer/public.ts");
const MOUNT = `
/** Puts the launcher on the page; the chat's code is fetched when someone shows intent. */
export declare function mount(options: MountOptions): Frontdesk;
`;

export function packageTypes(): Plugin {
  return {
    name: "frontdesk:package-types",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "package",
    generateBundle() {
      const source = readFileSync(PUBLIC, "utf8") + MOUNT;
      this.emitFile({ type: "asset", fileName: "package/index.d.ts", source });
    },
  };
}
