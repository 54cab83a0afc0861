// What the chapters say is what the machine does: each program runs, an answer that is a line of
// output is right if some schedule prints it, and an exercise has something to mend.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { readChapter, sameInBoth } from "../../www/build/chapter.js";
import { explorePython } from "../../www/explore-python.js";

/** @import { Chapter, Program } from "../../www/build/chapter.js" */

const FOLDER = new URL("../../www/chapters/", import.meta.url);
const names = readdirSync(new URL("en/", FOLDER));

/** @param {string} file @returns {Chapter} */
const chapter = (file) => readChapter(readFileSync(new URL(file, FOLDER), "utf8"), file);

/** All outcomes under all schedules. @param {Program} program */
async function outcomesOf({ code, settings }) {
  const rule = settings["switch"] === "gil" ? "gil" : "instruction";
  const { outcomes, complete } = await explorePython(code, { switch: rule });
  assert.ok(complete, "all schedules are gone through");
  return outcomes;
}

test("each chapter is there in both languages, which run and claim the same", () => {
  assert.deepEqual(readdirSync(new URL("ko/", FOLDER)), names);
  for (const name of names) sameInBoth(chapter(`en/${name}`), chapter(`ko/${name}`), `ko/${name}`);
});

for (const file of names.flatMap((name) => [`en/${name}`, `ko/${name}`])) {
  test(`what ${file} says is what the machine does`, async () => {
    const { blocks } = chapter(file);
    for (const [index, block] of blocks.entries()) {
      if (block.kind === "question") {
        const program = blocks.slice(index).find(({ kind }) => kind === "program");
        assert.ok(program?.kind === "program", `${file}:${block.line}: a program follows`);
        const printed = (await outcomesOf(program)).map(({ output }) => output.trim());
        for (const { right, tokens } of block.answers) {
          const [, answer] =
            /^`(.*)`$/.exec(
              tokens
                .map(({ raw }) => raw)
                .join("")
                .trim(),
            ) ?? [];
          if (answer !== undefined) assert.equal(printed.includes(answer), right, `${file}:${block.line}: ${answer}`);
        }
      } else if (block.kind === "exercise") {
        const wrong = (await outcomesOf(block)).filter(({ kind, output }) => kind !== "done" || output !== block.always);
        assert.ok(wrong.length > 0, `${file}:${block.line}: as it stands it can go wrong`);
      }
    }
  });
}
