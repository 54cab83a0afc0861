// What a reader waits for: the bytes of a page, and the time until it does something.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { site } from "../../e2e/harness/places.js";
import { CONTENDERS, isOurs } from "../harness/contenders.js";
import { contenders } from "../harness/places.js";
import { Table, cell } from "../harness/table.js";

/** @import { Bench } from "../harness/bench.js" */

const ROUNDS = 5;

/** The interval of every page, in milliseconds. */
const INTERVAL = 1_000;

/**
 * Waits until the page shows a line. Tells how many milliseconds that was since the page
 * was asked for, and the addresses of all that was loaded. This runs in the page.
 */
async function firstLine() {
  /** @type {(root: ParentNode & Node) => (string | null)[]} */
  const texts = (root) => [
    root.textContent,
    ...Array.from(root.querySelectorAll("*")).flatMap(({ shadowRoot }) => (shadowRoot ? texts(shadowRoot) : [])),
  ];
  while (!texts(document.body).some((text) => /\] total=\d/.test(text ?? ""))) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const time = performance.now();
  const entries = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  return { time, loaded: entries.map(({ name }) => name) };
}

/** @param {Bench} bench */
export async function pages(bench) {
  const table = new Table(
    "Pages",
    "All that is loaded for three summations until their first line is seen, in KB of 1,000 bytes, as it is and " +
      "as servers compress it at their hardest; and the milliseconds from the navigation to that line, less the " +
      "interval of one second. All wasm but Python's is compiled as the one that ships: small. The server is on " +
      "this machine, sends everything uncompressed, and lets nothing be cached.",
    ["raw", "gzip", "brotli", "ready"],
  );
  const own = ["embed.html", "standalone.html"].map((file) => {
    return page(`interleaved, ${file}`, bench.page.url, site, `${file}?autoplay&interval=${INTERVAL}`);
  });
  const others = CONTENDERS.filter((contender) => !isOurs(contender)).map(({ name, folder }) => {
    return page(name, bench.contenders, contenders, `small/${folder}/index.html`);
  });
  const all = [...own, ...others];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { url, path, times, loaded } of all) {
      await bench.page.goto("about:blank");
      await bench.page.goto(url + path);
      const seen = await bench.page.run(firstLine);
      times.push(seen.time - INTERVAL);
      for (const address of seen.loaded) loaded.add(address);
    }
  }
  for (const each of all) {
    const sizes = await weigh(each);
    table.push(each.name, [...sizes.map((bytes) => cell([bytes / 1e3])), cell(each.times)]);
  }
  return [table.withRatios()];
}

/**
 * A page, with all that it loads.
 *
 * @param {string} name
 * @param {string} url the address of its site
 * @param {string} folder what is served there
 * @param {string} path
 */
function page(name, url, folder, path) {
  return { name, url, folder, path, times: /** @type {number[]} */ ([]), loaded: /** @type {Set<string>} */ (new Set()) };
}

/** @param {ReturnType<typeof page>} page */
async function weigh({ url, folder, loaded }) {
  const addresses = Array.from(loaded, (address) => address.replace(/[?#].*/s, ""));
  // What a page makes by itself, a blob say, isn't loaded.
  const names = new Set(addresses.filter((address) => address.startsWith(url)).map((address) => address.slice(url.length)));
  const sizes = [0, 0, 0];
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    const own = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
    own.forEach((size, index) => (sizes[index] = (sizes[index] ?? 0) + size));
  }
  return sizes;
}
