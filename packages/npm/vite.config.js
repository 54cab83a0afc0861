// The modules of the npm package, made of the site as it stands in dist/.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { bundledScripts, replaceSite } from "../../www/build/carry.js";
import { licences } from "../../www/build/licences.js";
import { smallStyles } from "../../www/build/styles.js";

const SCRIPTS = ["interleaved", "interleaved-demo", "interleaved-check", "interleaved-python", "resize"];

const www = (/** @type {string} */ name) => fileURLToPath(new URL(`../../www/${name}.js`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  publicDir: false,
  logLevel: "warn",
  plugins: [replaceSite(new URL("site.js", import.meta.url)), bundledScripts(), licences(), smallStyles()],
  build: {
    outDir: "../../target/packages/npm",
    emptyOutDir: true,
    target: "es2022",
    lib: { entry: Object.fromEntries(SCRIPTS.map((name) => [name, www(name)])), formats: ["es"] },
    rolldownOptions: { checks: { pluginTimings: false }, output: { chunkFileNames: "[name].js" } },
  },
});
