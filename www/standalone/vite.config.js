// standalone.html: the whole demo in one file.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { bundledScripts, replaceSite } from "../build/carry.js";
import { smallStyles } from "../build/styles.js";

const SCRIPT = /\s*<script type="module".*?<\/script>/;

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  publicDir: false,
  logLevel: "warn",
  plugins: [
    replaceSite(new URL("site.js", import.meta.url)),
    bundledScripts(),
    smallStyles(),
    {
      name: "script-last",
      // Who opens the file in an editor finds the settings before the scripts.
      transformIndexHtml: {
        order: "post",
        handler(html) {
          const [script = ""] = SCRIPT.exec(html) ?? [];
          // What is in the page needn't be asked for, in whatever way.
          return html.replace(script, "").replace("</body>", `${script.trim()}\n</body>`).replaceAll(" crossorigin", "");
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
    rolldownOptions: { checks: { pluginTimings: false }, input: fileURLToPath(new URL("standalone.html", import.meta.url)) },
  },
});
