// What the chapters say is what the machine does: each program runs, an answer that is a line of
// output is right if some schedule prints it, and an exercise has something to mend.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { readChapter, sameInBoth } from "../../www/build/chapter.js";
import { chapterPage, contentsPage, readCourse } from "../../www/build/chapters.js";
import { explorePython } from "../../www/explore-python.js";
import { judge } from "../../www/python/judge.js";
import { runPython } from "../../www/run-python.js";

/** @import { Chapter, Program } from "../../www/build/chapter.js" */

const FOLDER = new URL("../../www/chapters/", import.meta.url);
const names = readdirSync(new URL("en/", FOLDER));

/** @param {string} file @returns {Chapter} */
const chapter = (file) => readChapter(readFileSync(new URL(file, FOLDER), "utf8"), file);

/** @param {Program} program */
const ruleOf = ({ settings }) => (settings["switch"] === "gil" ? "gil" : "instruction");

/** All outcomes under all schedules. @param {Program} program */
async function outcomesOf(program) {
  const { outcomes, complete } = await explorePython(program.code, { switch: ruleOf(program) });
  assert.ok(complete, `all schedules are gone through:\n${program.code}`);
  return outcomes;
}

/** That a program is as the chapter claims. @param {Program} program @param {string} where */
async function holds(program, where) {
  const { seed, schedule } = program.settings;
  const { shows, deadlock } = program.claims;
  if (shows !== undefined) {
    const { output } = await runPython(program.code, { switch: ruleOf(program), seed: Number(seed ?? 0), schedule });
    assert.equal(output.trimEnd(), shows.trimEnd(), `${where}: it shows`);
  }
  if (deadlock === undefined) return;
  const isPossible = (await outcomesOf(program)).some(({ kind }) => kind === "deadlock");
  assert.equal(isPossible ? "possible" : "impossible", deadlock, `${where}: deadlock`);
}

test("pages can be made of all chapters: they are listed, tell the same in both languages, and their links lead somewhere", () => {
  const course = readCourse();
  for (const lang of /** @type {const} */ (["en", "ko"])) {
    for (const name of course[lang].keys()) assert.ok(chapterPage(course, lang, name).includes("</main>"));
    assert.ok(contentsPage(course, lang).includes("shared-data.html#a-lock"));
  }
});

test("each chapter is there in both languages, which run and claim the same", () => {
  assert.deepEqual(readdirSync(new URL("ko/", FOLDER)), names);
  for (const name of names) sameInBoth(chapter(`en/${name}`), chapter(`ko/${name}`), `ko/${name}`);
});

/** That a chapter is as the machine does. @param {Chapter} chapter @param {string} file */
async function check({ blocks }, file) {
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
        // Lines of an answer stand in one.
        if (answer !== undefined) assert.equal(printed.includes(answer.replaceAll("⏎", "\n")), right, `${file}:${block.line}: ${answer}`);
      }
    } else if (block.kind === "exercise") {
      const judgement = judge({ outcomes: await outcomesOf(block), complete: true }, block.always ?? "");
      assert.equal(judgement.verdict, "refused", `${file}:${block.line}: as it stands it can go wrong`);
    }
    if (block.kind === "program" || block.kind === "exercise") await holds(block, `${file}:${block.line}`);
  }
}

for (const file of names.flatMap((name) => [`en/${name}`, `ko/${name}`])) {
  test(`what ${file} says is what the machine does`, () => check(chapter(file), file));
}

test("the example of the guide is a chapter, and what it says is what the machine does", async () => {
  const example = (/** @type {string} */ page) => {
    const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
    return readChapter(/````markdown\n(.*?)````/s.exec(text)?.[1] ?? "", page);
  };
  const [en, ko] = [example("chapters.md"), example("ko/chapters.md")];
  sameInBoth(en, ko, "ko/chapters.md");
  await check(en, "chapters.md");
  const course = { en: new Map([["example", en]]), ko: new Map([["example", ko]]) };
  const page = chapterPage(course, "ko", "example");
  assert.ok(page.includes('<section id="a-visitor-is-lost"><h2>') && page.includes('id="exercise-1"'));
});

test("a link that leads nowhere is told with file and line", () => {
  const broken = new Map([["example", readChapter("# A\n\n## B\n\nSee [there](#c).\n", "example.md")]]);
  assert.throws(() => chapterPage({ en: broken, ko: broken }, "en", "example"), {
    message: "www/chapters/en/example.md:5: the link “#c” leads nowhere: there is b",
  });
});
