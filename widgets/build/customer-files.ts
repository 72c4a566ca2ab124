/** Ties the loader to the chat's files: writes the chat's address and hash into it, and lists all in a manifest. */

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

import type { Plugin } from "vite";

const FOLDER = "customer/";
const LOADER = "widget.js";

interface Built {
  readonly size: number;
  readonly gzip: number;
  readonly integrity: string;
}

/** Both builds must run one after the other in one process, the chat first. */
export function customerFiles(): Plugin {
  const built = new Map<string, Built>();
  let chat = "";
  return {
    name: "frontdesk:customer-files",
    apply: "build",
    sharedDuringBuild: true,
    applyToEnvironment: ({ name }) => name === "chat" || name === "loader",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") this.error(`${file.fileName} is no script`);
        file.code = file.code.replace(/\s*\/\* ?@[\w-]+ ?\*\/\s*|\/\* @__PURE__ \*\/ ?/g, ""); // a hint for builds
        if (this.environment.name === "loader") {
          const version = hash("sha256", "hex", chat + built.get(chat)?.integrity + file.code).slice(0, 16);
          const address = `widget/${version}/${chat}`;
          for (const [mark, value] of [["CHAT", address], ["INTEGRITY", built.get(chat)!.integrity]] as const) {
            if (!file.code.includes(`__FRONTDESK_${mark}__`)) this.error(`the loader has no place for ${mark}`);
            file.code = file.code.replace(`__FRONTDESK_${mark}__`, value);
          }
          built.set(LOADER, weighed(file.code));
          const source = JSON.stringify({ version, loader: LOADER, chat, files: Object.fromEntries(built) }, null, 2);
          this.emitFile({ type: "asset", fileName: `${FOLDER}manifest.json`, source: `${source}\n` });
        } else {
          const name = file.fileName.slice(FOLDER.length);
          if (file.isEntry) chat = name;
          built.set(name, weighed(file.code));
        }
      }
    },
  };
}

function weighed(code: string): Built {
  const integrity = `sha256-${hash("sha256", "base64", code)}`;
  return { size: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length, integrity };
}

function hash(algorithm: string, encoding: "hex" | "base64", text: string): string {
  return createHash(algorithm).update(text).digest(encoding);
}
