/** Builds what browsers run, a part after the other: each minified, and within its size. */

import type { BuildEnvironmentOptions } from "vite";
import { defineConfig } from "vitest/config";

import { customerFiles } from "./build/customer-files.ts";
import { htmxWithoutSinks } from "./build/htmx-without-sinks.ts";
import { packageTypes } from "./build/package-types.ts";
import { sizeLimit } from "./build/size-limit.ts";
import { smallest } from "./build/smallest.ts";

/** KB of 1,000 bytes, gzipped, that each file may weigh. */
const MOST_KB = {
  "console/console.js": 40,
  "customer/widget.js": 1.5,
  "customer/chat.js": 16,
  "customer/texts.js": 3,
  "customer/pages.js": 4.6,
  "customer/manifest.json": 3,
  "package/index.js": 3,
  "package/index.d.ts": 2,
  "package/chat.js": 16,
  "package/texts.js": 3,
  "package/pages.js": 4.6,
  "package/shared.js": 3,
};

const SCRIPT = { format: "iife", minify: true, codeSplitting: false } as const;
/** A language is a file of its own, `texts-de.js`: only the one in use is fetched. */
const chunks = (folder: string) => ({
  format: "es" as const,
  minify: true,
  chunkFileNames({ facadeModuleId: id }: { facadeModuleId?: string | null }): string {
    return `${folder}/${id?.includes("/customer/texts/") ? "texts-[name]" : id ? "[name]-[hash]" : "shared-[hash]"}.js`;
  },
});
/** The parts, in the order in which they are built. */
const PARTS = {
  console: { input: "console/main.ts", output: { ...SCRIPT, entryFileNames: "console/console.js" } },
  pages: {
    input: { pages: "customer/view/pages.ts" },
    preserveEntrySignatures: "strict",
    output: { ...chunks("customer"), entryFileNames: "customer/pages.js" },
  },
  chat: {
    input: { chat: "customer/chat.ts" },
    preserveEntrySignatures: "strict",
    output: { ...chunks("customer"), entryFileNames: "customer/chat.js" },
  },
  loader: { input: "customer/loader.ts", output: { ...SCRIPT, entryFileNames: "customer/widget.js" } },
  package: {
    input: "customer/package.ts",
    preserveEntrySignatures: "strict",
    output: { ...chunks("package"), entryFileNames: "package/index.js" },
  },
} as const;

export default defineConfig({
  plugins: [htmxWithoutSinks(), smallest(), customerFiles(), packageTypes(), sizeLimit(MOST_KB)],
  environments: Object.fromEntries(
    Object.entries(PARTS).map(([name, rolldownOptions]) => [
      name,
      {
        consumer: "client" as const,
        build: {
          target: "es2022",
          cssTarget: ["chrome123", "firefox120", "safari17.5"], // no properties that stand in for `light-dark()`
          // Imports stay as they are, without a helper that preloads.
          ...(rolldownOptions.output.format === "es" && { lib: { entry: "none", formats: ["es"] } }),
          modulePreload: false,
          emptyOutDir: name === "console",
          rolldownOptions,
        } satisfies BuildEnvironmentOptions,
      },
    ]),
  ),
  builder: {
    async buildApp(builder) {
      for (const name of Object.keys(PARTS)) await builder.build(builder.environments[name]!);
    },
  },
  test: {
    environment: "happy-dom",
    include: ["tests/**/*.test.ts"],
    restoreMocks: true,
    testTimeout: 300_000, // for a test that hangs: beside the other suites some take many times as long as alone
    setupFiles: ["tests/xpath.ts"],
    server: { deps: { inline: ["htmx.org"] } }, // tested as it is built
  },
});
