/** Minifies the customers' scripts once more: this minifier finds what the build's own one leaves. */

import { minify } from "terser";
import type { Plugin } from "vite";

export function smallest(): Plugin {
  return {
    name: "frontdesk:smallest",
    apply: "build",
    applyToEnvironment: ({ name }) => name !== "console",
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        const { code } = await minify(file.code, {
          ecma: 2020,
          module: this.environment.name !== "loader",
          toplevel: true,
          // Safe here: nobody builds on `arguments`, or on getters that do something.
          compress: { passes: 3, unsafe_arrows: true, unsafe: true, pure_getters: true, keep_fargs: false },
        });
        file.code = code!;
      }
    },
  };
}
