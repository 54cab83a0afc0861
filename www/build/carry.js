// How the build makes what carries everything in itself: see carried.js.

import { fileURLToPath } from "node:url";
import { build } from "vite";

/** @typedef {import("vite").Plugin} Plugin */

/** Puts another module in the place of site.js. @param {URL} other @returns {Plugin} */
export function replaceSite(other) {
  const site = fileURLToPath(new URL("../site.js", import.meta.url));
  return {
    name: "replace-site",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!source.endsWith("/site.js")) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found?.id === site ? fileURLToPath(other) : found;
    },
  };
}

/** `import script from "../engine/thread.js?bundled"`: a script with all that it imports, as text. @returns {Plugin} */
export function bundledScripts() {
  const suffix = "?bundled";
  return {
    name: "bundled-scripts",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const entry = id.slice(0, -suffix.length);
      const made = await build({
        configFile: false,
        logLevel: "warn",
        build: {
          write: false,
          target: "es2022",
          modulePreload: false,
          rolldownOptions: { checks: { pluginTimings: false }, input: entry, output: { format: "iife" } },
        },
      });
      const [output] = [made].flat();
      if (!output || !("output" in output)) throw new Error(`${entry} could not be bundled`);
      return `export default ${JSON.stringify(output.output[0].code)}`;
    },
  };
}
