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

/** The builds must run one after the other in one process: what is named first, then what names it. */
export function customerFiles(): Plugin {
  const built = new Map<string, Built>();
  let chat = "";
  return {
    name: "frontdesk:customer-files",
    apply: "build",
    sharedDuringBuild: true,
    applyToEnvironment: ({ name }) => ["pages", "chat", "loader"].includes(name),
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") this.error(`${file.fileName} is no script`);
        file.code = file.code.replace(/\s*\/\* ?@[\w-]+ ?\*\/\s*|\/\* @__PURE__ \*\/ ?/g, ""); // a hint for builds
        if (this.environment.name === "loader") {
          const all = [...built].map(([name, { integrity }]) => name + integrity).sort();
          const version = hash("sha256", "hex", all.join() + file.code).slice(0, 6);
          const address = `widget/${version}/${chat}`;
          file.code = replaced(replaced(file.code, "CHAT", address), "INTEGRITY", built.get(chat)!.integrity);
          built.set(LOADER, weighed(file.code));
          const source = JSON.stringify({ version, loader: LOADER, chat, files: Object.fromEntries(built) }, null, 2);
          this.emitFile({ type: "asset", fileName: `${FOLDER}manifest.json`, source: `${source}\n` });
        } else {
          const name = file.fileName.slice(FOLDER.length);
          if (this.environment.name === "chat" && file.isEntry) {
            chat = name;
            file.code = replaced(file.code, "PAGES", built.get("pages.js")!.integrity);
          }
          built.set(name, weighed(file.code));
        }
      }
    },
  };
}

/** Writes a value to its place, of which there must be one. */
function replaced(code: string, mark: string, value: string): string {
  const parts = code.split(`__FRONTDESK_${mark}__`);
  if (parts.length !== 2) throw new Error(`there are ${parts.length - 1} places for ${mark}`);
  return parts.join(value);
}

function weighed(code: string): Built {
  const integrity = `sha256-${hash("sha256", "base64", code)}`;
  return { size: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length, integrity };
}

function hash(algorithm: string, encoding: "hex" | "base64", text: string): string {
  return createHash(algorithm).update(text).digest(encoding);
}
