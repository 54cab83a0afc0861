// A chapter of the course: Markdown in; its sections, programs, questions and exercises out. What
// can't be meant is an error with file and line.

import { marked } from "marked";

/**
 * @typedef {object} Program What a reader can run.
 * @property {"program" | "exercise"} kind
 * @property {number} line
 * @property {string} code
 * @property {Record<string, string>} settings As the element `<interleaved-python>` has them.
 * @property {string} [always] What an exercise has to print, whatever the schedule.
 * @property {Record<string, string>} claims What a test holds it to: what a run of it `shows`, and
 *   whether a `deadlock` is possible.
 *
 * @typedef {object} Question The paragraph before it asks, and the quotation after it says why.
 * @property {"question"} kind
 * @property {number} line
 * @property {import("marked").Token[]} asked
 * @property {{ right: boolean, tokens: import("marked").Token[] }[]} answers
 * @property {import("marked").Token[]} why
 *
 * @typedef {{ kind: "text", line: number, token: import("marked").Token }} Text
 * @typedef {Program | Question | Text} Block
 * @typedef {{ title: string, blocks: Block[] }} Chapter
 */

/** The values that a setting may have. @type {Record<string, RegExp>} */
const SETTINGS = {
  seed: /^\d+$/,
  switch: /^(instruction|gil)$/,
  schedule: /^[\d,*/]*$/,
};
/** Those that a claim may have. @type {Record<string, RegExp>} */
const CLAIMS = {
  shows: /^/,
  deadlock: /^(possible|impossible)$/,
};

/**
 * @param {string} source
 * @param {string} file How errors name it.
 * @returns {Chapter}
 */
export function readChapter(source, file) {
  const tokens = marked.lexer(source);
  /** @type {Block[]} */
  const blocks = [];
  let title = "";
  let line = 1;
  let begin = 1;
  /** @type {(message: string, at?: number) => never} */
  const refuse = (message, at = begin) => {
    throw new Error(`${file}:${at}: ${message}`);
  };

  for (const token of tokens) {
    begin = line;
    line += token.raw.split("\n").length - 1;
    const before = blocks.at(-1);
    if (token.type === "space") continue;
    marked.walkTokens([token], ({ type }) => {
      if (type === "html") refuse("a chapter has no HTML in it");
    });
    if (token.type === "heading" && token.depth === 1) {
      if (title) refuse("a chapter has one title, and this is a second");
      title = token.text;
    } else if (token.type === "heading" && blocks.some((block) => isSection(block) && block.token.raw.trim() === token.raw.trim())) {
      refuse("another section has this title already, so its address leads there");
    } else if (token.type === "code") {
      blocks.push(readFence(/** @type {import("marked").Tokens.Code} */ (token), begin, refuse));
    } else if (token.type === "list" && token.items.some((/** @type {{ task: boolean }} */ { task }) => task)) {
      if (before?.kind !== "text" || before.token.type !== "paragraph") refuse("a question needs a paragraph that asks it");
      blocks.pop();
      blocks.push(readQuestion(/** @type {import("marked").Tokens.List} */ (token), /** @type {Text} */ (before).token, begin, refuse));
    } else if (token.type === "blockquote" && before?.kind === "question" && before.why.length === 0) {
      before.why = token.tokens ?? [];
    } else {
      blocks.push({ kind: "text", line: begin, token });
    }
  }
  if (!title) refuse("a chapter begins with its title, as in “# Shared data”", 1);
  for (const block of blocks) {
    if (block.kind === "question" && block.why.length === 0) {
      refuse("a question needs a quotation after it, which says why", block.line);
    }
  }
  return { title, blocks };
}

/**
 * @param {import("marked").Tokens.Code} token
 * @param {number} line
 * @param {(message: string) => never} refuse
 * @returns {Program | Text}
 */
function readFence(token, line, refuse) {
  const [language, use, ...rest] = wordsOf(token.lang ?? "", refuse);
  if (use === undefined) return { kind: "text", line, token };
  if (language !== "python") refuse(`only programs in python can be run, not in “${language}”`);
  if (use !== "run" && use !== "exercise") refuse(`“${use}” is unknown here; “run” and “exercise” are known`);
  const kind = use === "run" ? "program" : "exercise";
  /** @type {Program} */
  const program = { kind, line, code: `${token.text}\n`, settings: {}, claims: {} };
  const known = [...Object.keys(SETTINGS), ...Object.keys(CLAIMS)].join(", ");
  for (const word of rest) {
    const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
    const right = SETTINGS[name] ?? CLAIMS[name];
    if (name === "always" && kind === "exercise") program.always = value;
    else if (!right) refuse(`“${word}” is unknown here; ${known} are known, each with = and its value`);
    else if (!right.test(value)) refuse(`“${value}” is no value of “${name}”`);
    else (name in SETTINGS ? program.settings : program.claims)[name] = value;
  }
  if (kind === "exercise" && program.always === undefined) {
    refuse('an exercise says what it has to print under every schedule, as in always="4"');
  }
  return program;
}

/** @param {string} info @param {(message: string) => never} refuse */
function wordsOf(info, refuse) {
  const words = info.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  if ((info.match(/"/g)?.length ?? 0) % 2 === 1) refuse("a quotation mark is missing");
  return words.map((word) => word.replaceAll('"', "").replaceAll("\\n", "\n"));
}

/**
 * @param {import("marked").Tokens.List} list
 * @param {import("marked").Token} asked
 * @param {number} line
 * @param {(message: string) => never} refuse
 * @returns {Question}
 */
function readQuestion(list, asked, line, refuse) {
  const isLine = (/** @type {import("marked").Token} */ { type }) => ["text", "paragraph", "checkbox"].includes(type);
  if (!list.items.every(({ tokens }) => tokens.every(isLine))) refuse("an answer is one line of text");
  if (list.items.some(({ task }) => !task)) refuse("each answer of a question begins with [ ] or [x]");
  const answers = list.items.map(({ checked, tokens }) => ({
    right: checked === true,
    tokens: tokens.filter(({ type }) => type !== "checkbox"),
  }));
  if (!answers.some(({ right }) => right)) refuse("a question needs a right answer, which begins with [x]");
  if (answers.every(({ right }) => right)) refuse("a question needs a wrong answer, which begins with [ ]");
  return { kind: "question", line, asked: [asked], answers, why: [] };
}

/**
 * Says where two languages of a chapter don't tell the same: in what runs, and in what is right.
 * @param {Chapter} one
 * @param {Chapter} other
 * @param {string} file That of the other.
 */
export function sameInBoth(one, other, file) {
  const told = (/** @type {Chapter} */ { blocks }) => blocks.filter((block) => block.kind !== "text" || isSection(block));
  const [these, those] = [told(one), told(other)];
  those.forEach((block, i) => {
    const counterpart = these[i];
    if (!counterpart || shapeOf(counterpart) !== shapeOf(block)) {
      throw new Error(`${file}:${block.line}: this ${nameOf(block)} isn't that of the other language`);
    }
  });
  const missing = these[those.length];
  if (missing) throw new Error(`${file}:1: the last ${nameOf(missing)} of the other language is missing`);
}

/** Whether a section begins here. @param {Block} block @returns {block is Text} */
export const isSection = (block) => block.kind === "text" && block.token.type === "heading" && block.token["depth"] === 2;

/** @param {Block} block */
const nameOf = (block) => (isSection(block) ? "section" : block.kind);

/** @param {Block} block */
function shapeOf(block) {
  if (block.kind === "question") return `question ${block.answers.map(({ right }) => right).join(" ")}`;
  if (block.kind === "text") return "text";
  // Comments may be in the reader's language; settings and claims are the same.
  return JSON.stringify([block.kind, block.settings, block.claims, block.always]);
}
