// Serves a folder on this machine alone, as the hosts do that a test is about.

import { once } from "node:events";
import { createServer } from "node:http";

import sirv from "sirv";

/**
 * What pages are allowed.
 *
 * - `open`: whatever browsers allow.
 * - `trusted-types`: nothing that makes markup or code of a text.
 * - `strict`: that, and no more than what the documentation says that the pages need.
 *
 * @typedef {"open" | "trusted-types" | "strict"} Policy
 */

/**
 * @typedef {object} Options
 * @property {string} [mount] the folder of the address under which the site is, as in `some/folder`
 * @property {Record<string, string>} [headers] that every response has besides its own
 * @property {Policy} [policy] `open` without it
 * @property {Record<string, string>} [mediaTypes] what files of an extension are told to be,
 *   as by hosts that know no better: `{ wasm: "text/plain" }`
 */

const TRUSTED_TYPES = "require-trusted-types-for 'script'";
const STRICT = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; ${TRUSTED_TYPES}`;

/**
 * The policy that a response to a request for `path` is sent with.
 *
 * @param {Policy} policy
 * @param {string} path
 */
function policyFor(policy, path) {
  if (policy === "open") return undefined;
  // The one file has all of its scripts in itself, and brings a policy of its own.
  return policy === "strict" && !path.endsWith("standalone.html") ? STRICT : TRUSTED_TYPES;
}

/**
 * Serves `folder` until it is closed. What is in the folder may change meanwhile.
 *
 * @param {string} folder
 * @param {Options} [options]
 */
export async function serve(folder, { mount = "", headers = {}, policy = "open", mediaTypes = {} } = {}) {
  const base = mount === "" ? "/" : `/${mount}/`;
  const files = sirv(folder, {
    // Each request reads its file: the site is not the same at every moment of a test.
    dev: true,
    // Every file by its whole name.
    extensions: [],
    setHeaders(response, path) {
      const mediaType = mediaTypes[path.slice(path.lastIndexOf(".") + 1)];
      if (mediaType !== undefined) response.setHeader("Content-Type", mediaType);
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    for (const [name, value] of Object.entries(headers)) response.appendHeader(name, value);
    const allowed = policyFor(policy, path);
    if (allowed) response.appendHeader("Content-Security-Policy", allowed);
    // As GitHub Pages has it: a sandboxed frame has no origin of its own, and may load
    // modules only from where everybody may.
    response.setHeader("Access-Control-Allow-Origin", "*");
    const missing = () => {
      response.writeHead(404, { "Content-Type": "text/plain" }).end(`There is no ${path} here.\n`);
    };
    if (!path.startsWith(base)) return missing();
    // A folder is its index, as every host has it.
    const [, file = "", query = ""] = /^([^?]*)(.*)$/s.exec((request.url ?? "/").slice(base.length - 1)) ?? [];
    request.url = `${file.endsWith("/") ? `${file}index.html` : file}${query}`;
    files(request, response, missing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    /** The address of the site, which ends with `/`. */
    url: `http://127.0.0.1:${address.port}${base}`,
    async close() {
      server.close();
      // Browsers hold connections open for minutes.
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof serve>>} Server */
