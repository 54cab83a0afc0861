// The site: each page, and each script that others link to, by its own name.

import { fileURLToPath } from "node:url";

import { defineConfig } from "vite";

import { chapters } from "./build/chapters.js";
import { docs } from "./build/docs.js";
import { licences } from "./build/licences.js";
import { smallStyles } from "./build/styles.js";

const PAGES = ["index.html", "embed.html", "course.html", "python.html", "python-embed.html"];
const SCRIPTS = [
  "interleaved.js",
  "interleaved-demo.js",
  "interleaved-check.js",
  "run-python.js",
  "interleaved-python.js",
  "thread.js",
  "loop-thread.js",
  "language.js",
  "resize.js",
  "pages/chapter.js",
];

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  root: path("."),
  // Any folder of any host will do.
  base: "./",
  publicDir: false,
  logLevel: "warn",
  plugins: [
    chapters(),
    docs(),
    licences(),
    smallStyles(),
    {
      name: "no-preloading",
      enforce: "pre",
      // Vite has each import preload what that imports in turn. Here there is never any: see below.
      load: (id) => (id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : null),
    },
    {
      name: "styles-from-folders",
      // From a folder on a disk a browser would refuse a style sheet that is asked for so.
      transformIndexHtml: (html) => html.replaceAll('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"'),
    },
  ],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    cssTarget: "esnext",
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Pages name what their scripts import; nothing is added to the pages of others.
      resolveDependencies: (_, dependencies, { hostType }) => (hostType === "html" ? dependencies : []),
    },
    rolldownOptions: {
      // What takes how long is no warning.
      checks: { pluginTimings: false },
      // What nobody uses of what it makes is left out.
      treeshake: { manualPureFunctions: ["Object.freeze"] },
      // It is long in the making, and nothing else needs it: it is put beside the site.
      external: (id) => id.endsWith("/bindings/python.js"),
      input: Object.fromEntries([...PAGES, ...SCRIPTS].map((name) => [name.replace(/\.\w+$/, ""), path(name)])),
      preserveEntrySignatures: "allow-extension",
      output: {
        entryFileNames: "[name].js",
        // Words lie where language.js asks for them, whether the site is built or not.
        chunkFileNames: ({ name }) => (name.startsWith("texts-") ? "words/[name].js" : "[name].js"),
        assetFileNames: "[name][extname]",
        codeSplitting: {
          groups: [
            // What demos, checkers and workers share, and what runs and shows a demo.
            {
              name: "common",
              test: /www\/(base\/(copy-log|dom|headless|home|keys|look|names|style)|bindings\/crossing|log\/lanes|words\/texts|site)\.js$/,
            },
            { name: "demo", test: /www\/(bindings\/core|engine\/(core|lesson|session)|log\/(log|replay)|interleaved-demo)\.js$/ },
            // What each demo loads after its first picture: its program, its words for who listens, its end.
            {
              name: "afterwards",
              test: /www\/(engine\/model|panels\/(code-texts|highlight|outline|outline-styles)|summation\/(conclusion|end|programs|steps)|view\/(announcer|counts|moment|spoken|timeline-table))\.js$/,
            },
          ],
        },
      },
    },
  },
});
