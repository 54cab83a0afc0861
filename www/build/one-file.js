// How a page is built that has everything in itself.

import { fileURLToPath } from "node:url";
import { viteSingleFile } from "vite-plugin-singlefile";
import { bundledScripts, replaceSite } from "./carry.js";
import { licences } from "./licences.js";
import { smallStyles } from "./styles.js";

const SCRIPT = /\s*<script type="module".*?<\/script>/;

/**
 * @param {URL} page The page; what stands in the place of site.js lies beside it.
 * @returns {import("vite").UserConfig}
 */
export function oneFile(page) {
  return {
    root: fileURLToPath(new URL(".", page)),
    base: "./",
    publicDir: false,
    logLevel: "warn",
    plugins: [
      replaceSite(new URL("site.js", page)),
      bundledScripts(),
      licences(),
      smallStyles(),
      {
        name: "script-last",
        // Who opens the file in an editor finds the settings before the scripts.
        transformIndexHtml: {
          order: "post",
          handler(html) {
            const [script = ""] = SCRIPT.exec(html) ?? [];
            // What is in the page needn't be asked for, in whatever way.
            return html
              .replace(script, "")
              .replace("</body>", () => `${script.trim()}\n</body>`)
              .replaceAll(" crossorigin", "");
          },
        },
      },
      viteSingleFile(),
    ],
    build: {
      outDir: "../../dist",
      emptyOutDir: false,
      target: "es2022",
      cssTarget: "esnext",
      modulePreload: false,
      rolldownOptions: { checks: { pluginTimings: false }, input: fileURLToPath(page) },
    },
  };
}
