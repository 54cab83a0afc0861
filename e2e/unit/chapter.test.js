// What a chapter may have in it, and for what is wrong the exact sentence.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, sectionId } from "../../www/build/chapter-links.js";
import { readChapter, sameInBoth } from "../../www/build/chapter.js";

const CHAPTER = `# Shared data

Two threads count.

\`\`\`python run seed=3 switch=gil shows="2\\n"
print(2)
\`\`\`

What can it print?

- [x] \`2\`
- [ ] \`1\`

> Nobody is interrupted there.

\`\`\`python exercise always="2\\n3"
print(1)
\`\`\`

\`\`\`python
shown = True
\`\`\`
`;

const read = (/** @type {string} */ source) => readChapter(source, "a.md");
const refused = (/** @type {string} */ source, /** @type {string} */ message) => assert.throws(() => read(source), { message });
const fenced = (/** @type {string} */ words) => `# A\n\n\`\`\`${words}\nprint(1)\n\`\`\`\n`;

test("programs, questions and exercises are found, with their lines", () => {
  const { title, blocks } = read(CHAPTER);
  assert.equal(title, "Shared data");
  assert.deepEqual(
    blocks.map(({ kind, line }) => [kind, line]),
    [
      ["text", 3],
      ["program", 5],
      ["question", 11],
      ["exercise", 16],
      ["text", 20],
    ],
  );
  const [, program, question, exercise] = blocks;
  assert(program?.kind === "program" && question?.kind === "question" && exercise?.kind === "exercise");
  assert.deepEqual(program.settings, { seed: "3", switch: "gil" });
  assert.deepEqual(program.claims, { shows: "2\n" });
  assert.equal(program.code, "print(2)\n");
  assert.deepEqual(
    question.answers.map(({ right }) => right),
    [true, false],
  );
  assert.equal(question.asked[0]?.raw.trim(), "What can it print?");
  assert.equal(question.why[0]?.raw.trim(), "Nobody is interrupted there.");
  assert.equal(exercise.always, "2\n3");
});

test("what is wrong with a program is told with file and line", () => {
  refused(fenced("python walk"), "a.md:3: “walk” is unknown here; “run” and “exercise” are known");
  refused(fenced("rust run"), "a.md:3: only programs in python can be run, not in “rust”");
  refused(fenced("python run seed=x"), "a.md:3: “x” is no value of “seed”");
  refused(
    fenced("python run sede=1"),
    "a.md:3: “sede=1” is unknown here; seed, switch, schedule, shows, deadlock are known, each with = and its value",
  );
  refused(fenced('python exercise always="4'), "a.md:3: a quotation mark is missing");
  refused(fenced("python exercise"), 'a.md:3: an exercise says what it has to print under every schedule, as in always="4"');
});

test("what is wrong with a question is told with file and line", () => {
  const asked = (/** @type {string} */ answers, why = "\n> So.\n") => `# A\n\nWhy?\n\n${answers}${why}`;
  refused(asked("- [ ] a\n- [ ] b\n"), "a.md:5: a question needs a right answer, which begins with [x]");
  refused(asked("- [x] a\n- [x] b\n"), "a.md:5: a question needs a wrong answer, which begins with [ ]");
  refused(asked("- [x] a\n- b\n"), "a.md:5: each answer of a question begins with [ ] or [x]");
  refused(asked("- [x] a\n- [ ] b\n", ""), "a.md:5: a question needs a quotation after it, which says why");
  refused(asked("- [x] a\n\n  ~~~\n  b\n  ~~~\n- [ ] b\n"), "a.md:5: an answer is one line of text");
  refused("# A\n\n- [x] a\n- [ ] b\n\n> So.\n", "a.md:3: a question needs a paragraph that asks it");
});

test("a chapter has one title, sections with titles of their own, and no HTML", () => {
  refused("Text.\n", "a.md:1: a chapter begins with its title, as in “# Shared data”");
  refused("# A\n\n# B\n", "a.md:3: a chapter has one title, and this is a second");
  refused("# A\n\n## B\n\n## B\n", "a.md:5: another section has this title already, so its address leads there");
  refused("# A\n\nSo <b>bold</b>.\n", "a.md:3: a chapter has no HTML in it");
  refused("# A\n\n<div>x</div>\n", "a.md:3: a chapter has no HTML in it");
});

test("both languages have the same programs, answers and claims", () => {
  const other = (/** @type {string} */ from, /** @type {string} */ to) =>
    sameInBoth(read(CHAPTER), read(CHAPTER.replace(from, to)), "b.md");
  other("Two threads count.", "스레드 두 개가 셉니다.");
  assert.throws(() => other("seed=3", "seed=4"), { message: "b.md:5: this program isn't that of the other language" });
  assert.throws(() => other("- [x] `2`\n- [ ] `1`", "- [ ] `2`\n- [x] `1`"), {
    message: "b.md:11: this question isn't that of the other language",
  });
  assert.throws(() => other('```python exercise always="2\\n3"', "```python"), {
    message: "b.md:1: the last exercise of the other language is missing",
  });
  assert.throws(() => other("Two threads count.", "## Two threads\n\nThey count."), {
    message: "b.md:3: this section isn't that of the other language",
  });
});

test("a link leads to a section, a chapter, a page of the site or another site, else it is refused", () => {
  const places = new Map([
    ["shared-data", ["a-lock"]],
    ["deadlock", ["two-locks"]],
  ]);
  const to = (/** @type {string} */ href, lang = /** @type {"en" | "ko"} */ ("ko")) =>
    address(href, { lang, name: "shared-data", up: lang === "en" ? "../" : "../../", places });
  assert.equal(to("#a-lock"), "#a-lock");
  assert.equal(to("deadlock.md#two-locks"), "deadlock.html#two-locks");
  assert.equal(to("https://example.com/a"), "https://example.com/a");
  assert.equal(to("../../index.html#torn"), "../../index.html?lang=ko#torn");
  assert.equal(to("../../python.html?example=lock", "en"), "../python.html?example=lock&lang=en");
  assert.equal(to("../../../docs/python.md"), "../../docs/ko/python.html");
  const nowhere = (/** @type {string} */ href, /** @type {string} */ why) =>
    assert.throws(() => to(href), { message: `the link “${href}” leads nowhere: ${why}` });
  nowhere("#lock", "there is a-lock");
  nowhere("deadlock.md#a-lock", "there is two-locks");
  nowhere("live.md", "there is no chapter live");
  nowhere("../../index.html#tron", "index.html has no “tron”");
  nowhere("../../indx.html", "the site has no indx.html");
  nowhere("../../../docs/pyton.md", "docs/ has no ko/pyton.md");
  nowhere("javascript:alert(1)", "it is neither a chapter, nor a page of the site, nor https:");
  assert.equal(sectionId("Check, then act"), "check-then-act");
});
