// Whoever gets the editor gets its licence with it.

import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../node_modules/@codemirror/state/LICENSE", import.meta.url), "utf8");
const NOTICE = `/*! CodeMirror and Lezer\n${text.trim()}\n*/`;

/** @returns {import("vite").Plugin} */
export function licences() {
  return {
    name: "licences",
    outputOptions: (options) => ({
      ...options,
      postBanner: ({ moduleIds }) => (moduleIds.some((id) => id.includes("/node_modules/@codemirror/")) ? NOTICE : ""),
    }),
  };
}
