/** Prints what each file weighs, and fails the build where one weighs too much. */

import { gzipSync } from "node:zlib";

import type { Plugin } from "vite";

/** `most` is the KB (1,000 bytes, gzipped) that each file of the build may weigh; a file it does not name fails too. */
export function sizeLimit(most: Record<string, number>): Plugin {
  return {
    name: "frontdesk:size-limit",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        const limit = most[withoutHash(file.fileName)];
        if (limit === undefined) this.error(`${file.fileName} has no size limit in vite.config.ts`);
        const weight = gzipSync(file.type === "chunk" ? file.code : file.source, { level: 9 }).length / 1000;
        const line = `${file.fileName}: ${weight.toFixed(3)} KB gzipped, of ${limit} at most`;
        if (weight > limit) this.error(line);
        console.log(line);
      }
    },
  };
}

/** `texts-de.js` is limited as `texts.js`, `chat-1a2b3c4d.js` as `chat.js`. */
function withoutHash(name: string): string {
  return name.replace(/-(?:[a-z]{2}|[\w-]{8})\.js$/, ".js");
}
