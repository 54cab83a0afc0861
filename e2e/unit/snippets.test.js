// The code that a teacher pastes: no name of a task means anything to the tools it passes.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, element, frame, PACKAGE, tag } from "../../www/panels/snippets.js";

/** Every mark that some tool takes for its own. */
const NAME = `a"b'c<d>e&f\`g{h}i|j\\k$l*m~n[o]p\tq\nr가😀`;

/**
 * What is pasted, with these settings.
 *
 * @param {Record<string, string>} settings
 */
function wanted(settings) {
  return {
    settings,
    page: "https://example.org/embed.html",
    script: "https://example.org/interleaved.js",
    title: "A demo",
    height: 900,
  };
}

test("an attribute has none of the marks, and its references say the name", () => {
  const written = tag("interleaved-demo", { tasks: NAME });
  const value = /^<interleaved-demo tasks="(.*)"><\/interleaved-demo>$/s.exec(written)?.[1] ?? "";
  assert.doesNotMatch(value, /["'<>`{}|\\$*~[\]\t\n]/);
  /** @type {Record<string, string>} */
  const characters = { amp: "&", lt: "<", gt: ">", quot: '"' };
  const said = value.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) => {
    return code ? String.fromCharCode(code) : String(characters[name]);
  });
  assert.equal(said, NAME);
});

test("a switch is written as its name alone", () => {
  assert.equal(tag("interleaved-demo", { lock: "", seed: "7" }), '<interleaved-demo lock seed="7"></interleaved-demo>');
});

test("an address has the settings, whatever they are, in what may stand there", () => {
  const settings = { tasks: `${NAME}:1:5,B:5:10`, lock: "" };
  const url = address(wanted(settings));
  assert.match(url, /^[\x21-\x7e]+$/);
  assert.doesNotMatch(url, /[*<>"'`]/);
  assert.deepEqual(Object.fromEntries(new URL(url).searchParams), settings);
  assert.equal(address(wanted({})), "https://example.org/embed.html");
  const within = address({ ...wanted({ seed: "7" }), page: "https://example.org/?page=demo" });
  assert.equal(within, "https://example.org/?page=demo&seed=7");
});

test("a frame has its title, its height and its address", () => {
  const written = frame(wanted({ lang: "ko", seed: "7" }));
  assert.ok(written.includes('src="https://example.org/embed.html?lang=ko&amp;seed=7"'), written);
  assert.ok(written.includes('title="A demo"'), written);
  assert.ok(written.includes('height="900"'), written);
});

test("an element comes with its script, or with an import of the package", () => {
  const byScript = element(wanted({ seed: "7" }));
  assert.ok(byScript.includes('<script type="module" src="https://example.org/interleaved.js">'), byScript);
  const byPackage = element({ ...wanted({ seed: "7" }), script: PACKAGE });
  assert.ok(byPackage.includes('import "interleaved";'), byPackage);
  for (const written of [byScript, byPackage]) {
    assert.ok(written.endsWith('<interleaved-demo seed="7"></interleaved-demo>'), written);
  }
});
