// The questions of a prediction, and their answers: what the core does when it is asked.

import { isolated } from "../base/names.js";
import { piecesOf } from "../base/pieces.js";
import { traits } from "../log/lanes.js";
import { laneName } from "../view/lane.js";
import { textsIn } from "../words/texts.js";
import { RUNS, TEXTS } from "./predict-texts.js";

/** @typedef {Pick<import("../view/places.js").Context, "lanes" | "scale" | "settings" | "snapshot">} Context */
/** @typedef {import("./lesson.js").Lesson} Lesson */
/** @typedef {import("./lesson.js").Trial} Trial */
/** @typedef {import("./predict-texts.js").Facts} Facts */
/** @typedef {import("./predict-texts.js").Kind} Kind */
/** @typedef {import("./predict-texts.js").Topic} Topic */
/** @typedef {import("./predict-texts.js").Words} Words */
/** @typedef {keyof Words["slips"]} Slip */

/**
 * @typedef {object} Question
 * @property {string} id What the event calls it.
 * @property {string} lane The lane's name for the reader.
 * @property {{text: string, value: unknown, verdict: string}[]} choices
 * @property {number} right Which of them is.
 */

/** @typedef {{topic: Topic, questions: Question[]}} Page */

/**
 * @typedef {object} Threads What runs with different seeds have shown.
 * @property {number} orders How many orders of the lines there were.
 * @property {number} torn In how many a line was torn.
 */

/**
 * @typedef {object} Next The line after a moment of the run.
 * @property {number} lane
 * @property {number} time The moment, in virtual milliseconds.
 * @property {number} shown How many of the lane's events are shown then.
 * @property {string} task Whose line it is.
 * @property {string} right
 * @property {[string, Slip][]} choices
 */

/** How many choices a question has at most. */
const CHOICES = 4;
/** So many steps of each run are enough: what can differ soon does. */
const RUN_STEPS = 300;
/** More terms than this are not written as a sum. */
const TERMS = 6;

/** The names of the lanes that are asked about: of what is real nobody knows before. @param {Context["lanes"]} lanes */
export function kindsOf(lanes) {
  return /** @type {Kind[]} */ (lanes.map(({ name }) => name).filter((name) => name in TEXTS.en.why.order));
}

/** How many steps each task has that has any. @param {Lesson["tasks"]} tasks */
export function stepsOf(tasks) {
  return tasks.map(({ steps }) => steps).filter((steps) => steps > 0);
}

/** The prints of tasks, without their newlines. @param {Trial} run @param {number} lane @param {number} from @param {number} to */
function prints(run, lane, from, to) {
  const events = run.logs[lane]?.events(from, to) ?? [];
  return events.filter(({ text, index }) => index > 0 && text && piecesOf([{ text, index }]).length > 0);
}

/**
 * @param {Context} context @param {Lesson} lesson @param {string} lane The one in which chance decides.
 * @param {AbortSignal} signal Ends it early. @returns {Promise<Threads>}
 */
export async function runThreads({ scale, settings }, { tasks, model }, lane, signal) {
  const time = scale.interval * Math.max(1, Math.floor(RUN_STEPS / tasks.length));
  const orders = new Set();
  let torn = 0;
  for (let seed = 0; seed < RUNS && !signal.aborted; seed += 1) {
    const run = await model.sessionAt({ ...settings, lanes: lane, seed: `${seed}` }, time);
    const shown = run.snapshot.lanes[0]?.shown ?? 0;
    orders.add(
      prints(run, 0, 0, shown)
        .map(({ at, index }) => `${at} ${index}`)
        .join(),
    );
    torn += Number(run.logs[0]?.state(shown).torn !== 0);
    run.free();
    if (seed % 8 === 0) await model.rest();
  }
  return { orders: orders.size, torn };
}

/**
 * Finds a moment and what comes after it: another one each round.
 * @param {Context} context @param {Lesson} lesson @param {number} round @returns {Promise<Next | undefined>}
 */
export async function findNext({ lanes, scale, settings, snapshot }, { tasks, model }, round) {
  const { interval } = scale;
  // Where tasks run at once by a rule, it is worth asking; else in sequence.
  const byRule = lanes.filter(({ name }) => traits(name).order === "rule");
  const chosen = byRule.find(({ name }) => !traits(name).oneByOne) ?? byRule[0];
  if (!chosen) return undefined;
  const lane = chosen.index;
  const steps = stepsOf(tasks);
  const firstEnd = traits(chosen.name).oneByOne ? (steps[0] ?? 0) : Math.min(...steps);
  // After the first round, and when the first task has finished: there it gets interesting.
  const moments = [...new Set([1, firstEnd, 2, 3])].map((rounds) => rounds * interval);
  const { duration = 0 } = snapshot.lanes[lane] ?? {};
  const within = moments.filter((moment) => moment < duration);
  const time = within[round % within.length];
  if (time === undefined) return undefined;

  const run = await model.sessionAt({ ...settings }, time + interval);
  const shownAt = () => run.snapshot.lanes[lane]?.shown ?? 0;
  const later = shownAt();
  run.seek(time);
  const shown = shownAt();
  const before = prints(run, lane, 0, shown).map((event) => event.index - 1);
  const [event] = prints(run, lane, shown, later);
  run.free();
  const { text: right = "", task = "" } = event ?? {};
  const index = (event?.index ?? 1) - 1;

  const printed = tasks.map(() => 0);
  for (const each of before) printed[each] = (printed[each] ?? 0) + 1;
  /** @param {number} each @param {number} more The line after so many more. */
  const line = (each, more) => {
    const { name = "", low = "" } = tasks[each] ?? {};
    const count = BigInt((printed[each] ?? 0) + more);
    return `[${name}] total=${BigInt(low) * count + (count * (count - 1n)) / 2n}`;
  };
  const hasFinished = (/** @type {number} */ each) => printed[each] === tasks[each]?.steps;
  /** @param {number} each @returns {[string, Slip]} */
  const onward = (each) => [line(each, 1), hasFinished(each) ? "finished" : "none"];
  const others = [...tasks.keys()].filter((each) => tasks[each]?.steps);
  others.sort((a, b) => Number(hasFinished(b)) - Number(hasFinished(a)));
  const choices = choose(
    [right, "none"],
    onward(before.at(-1) ?? 0),
    [`[${task}] total=${BigInt(tasks[index]?.low ?? 0) + BigInt(printed[index] ?? 0)}`, "number"],
    ...others.slice(0, CHOICES).map(onward),
    [line(index, 2), "none"],
    [line(index, 0), "none"],
  );
  choices.sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  return { lane, time, shown, task, right, choices };
}

/**
 * The first few that differ, each with what is wrong with it.
 * @template T
 * @param {[T, Slip][]} all
 */
function choose(...all) {
  const isFirst = (/** @type {[T, Slip]} */ [value], /** @type {number} */ place) => all.findIndex(([other]) => other === value) === place;
  return all.filter(isFirst).slice(0, CHOICES);
}

/** A line of a log as a reader sees it: the name in it turns nothing else round. @param {string} line */
function shown(line) {
  const end = line.lastIndexOf("] total=");
  return `[${isolated(line.slice(1, end))}${line.slice(end)}`;
}

/**
 * @typedef {object} Found What has been found out for the questions, and how they are put.
 * @property {import("../words/texts.js").Language} language
 * @property {Words} words
 * @property {Threads | undefined} threads
 * @property {Next | undefined} next
 */

/** A choice: what is said, what it is, and what is wrong with it. @typedef {[text: string, value: unknown, slip?: Slip]} Choice */

/**
 * All questions, in the order in which they are asked; the one on the way is the last.
 * @param {Context} context @param {Lesson} lesson @param {Found} found
 */
export function questions({ lanes, scale, settings }, { tasks, model }, { language, words, threads, next }) {
  // Not what has been measured, but what there is to know before.
  const trial = model.session({ ...settings });
  const { lanes: states, work } = trial.snapshot;
  trial.free();
  const steps = stepsOf(tasks);
  const { interval } = scale;
  const time = (/** @type {number} */ millis) => textsIn(language).seconds(scale.seconds(millis));
  const sum = steps.reduce((all, count) => all + count, 0);
  /** @type {Facts} */
  const facts = {
    step: time(interval),
    longest: Math.max(...steps),
    steps: steps.length > 1 && steps.length <= TERMS ? `(${steps.join(" + ")})` : `${sum}`,
    first: isolated(tasks[0]?.name ?? ""),
    orders: threads?.orders ?? 0,
    torn: threads?.torn ?? 0,
    lock: "lock" in settings,
    task: isolated(next?.task ?? ""),
  };

  /** @param {string} id @param {Topic} topic @param {Kind} kind @param {Choice[]} choices @param {unknown} right @returns {Question} */
  const question = (id, topic, kind, choices, right) => {
    const index = choices.findIndex(([, value]) => value === right);
    const reasons = words.why[topic];
    const why = (reasons[`${kind} ${work}`] ?? reasons[kind] ?? reasons["async"])?.(facts);
    return {
      id,
      lane: laneName(kind, language),
      choices: choices.map(([text, value, slip = "none"], choice) => {
        const wrong = `${words.wrong(choices[index]?.[0] ?? "")} ${words.slips[slip]}`;
        return { text, value, verdict: `${choice === index ? words.right : wrong} ${why}` };
      }),
      right: index,
    };
  };

  const kinds = kindsOf(lanes);
  const durations = kinds.map((kind) => {
    const { duration = 0 } = states.find(({ name }) => name === kind) ?? {};
    const said = durationChoices(duration, interval, steps).map(
      ([millis, slip]) => /** @type {Choice} */ ([time(millis), millis / 1000, slip]),
    );
    return question(`duration:${kind}`, "duration", kind, said, duration / 1000);
  });
  /** @param {string} id @param {Topic} topic @param {boolean} varies Whether it is so where chance decides. */
  const yesOrNo = (id, topic, varies) => {
    /** @type {Choice[]} */
    const choices = [
      [words.yes, true],
      [words.no, false],
    ];
    // Only the scheduler of threads leaves anything open.
    return kinds.map((kind) => question(`${id}:${kind}`, topic, kind, choices, varies && traits(kind).order === "chance"));
  };
  /** @type {Page[]} */
  const pages = [
    { topic: "duration", questions: durations },
    { topic: "order", questions: yesOrNo("order-varies", "order", facts.orders > 1) },
    { topic: "tear", questions: yesOrNo("can-tear", "tear", facts.torn > 0) },
  ];
  if (next) {
    const kind = /** @type {Kind} */ (lanes[next.lane]?.name);
    const choices = next.choices.map(([text, slip]) => /** @type {Choice} */ ([shown(text), text, slip]));
    pages.push({ topic: "next", questions: [question("next-line", "next", kind, choices, next.right)] });
  }
  return pages;
}

/** The durations that there are to choose from. @param {number} right @param {number} interval @param {number[]} steps Those of the tasks. */
function durationChoices(right, interval, steps) {
  const all = steps.reduce((sum, count) => sum + count, 0);
  return choose(
    [right, "none"],
    [interval * all, "sum"],
    [interval * Math.max(...steps), "longest"],
    [interval * steps.length, "none"],
    [interval * Math.min(...steps), "none"],
    [interval, "none"],
    [interval * 2 * all, "none"],
  ).sort(([a], [b]) => a - b);
}
