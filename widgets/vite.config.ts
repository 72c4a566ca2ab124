/** Builds what browsers run: one file a part, minified, within its size. */

import { defineConfig } from "vitest/config";

import { htmxWithoutSinks } from "./build/htmx-without-sinks.ts";
import { sizeLimit } from "./build/size-limit.ts";

/** KB of 1,000 bytes that the console's script may weigh, gzipped. */
const CONSOLE_KB = 40;

export default defineConfig({
  plugins: [htmxWithoutSinks(), sizeLimit({ "console/console.js": CONSOLE_KB })],
  build: {
    target: "es2022",
    modulePreload: false,
    rolldownOptions: {
      input: "console/main.ts",
      output: { format: "iife", entryFileNames: "console/console.js", minify: true },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["tests/**/*.test.ts"],
    restoreMocks: true,
    setupFiles: ["tests/xpath.ts"],
    server: { deps: { inline: ["htmx.org"] } }, // tested as it is built
  },
});
