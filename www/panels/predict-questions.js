// The questions of a prediction, and their answers: what the core does when it is asked.

import { Player } from "../engine/engine.js";
import { RUNS, TEXTS } from "./predict-texts.js";
import { isolated } from "../base/names.js";

/** @typedef {import("./panel.js").Context} Context */
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

/** The lanes that are asked about. @param {Player} player */
export function kindsOf({ lanes }) {
  return /** @type {Kind[]} */ (lanes.filter((lane) => lane in TEXTS.en.why.order));
}

/** How many steps each task has that has any. @param {Player} player */
export function stepsOf({ tasks }) {
  return tasks.map(({ steps }) => steps).filter((steps) => steps > 0);
}

/**
 * A player of the demo's settings, but for some changes, that has come to `time`.
 * @param {Context} context @param {number} time @param {Record<string, string>} [changes]
 */
async function runUntil({ host }, time, changes) {
  const run = new Player(new Map(Object.entries({ ...host.toJSON(), ...changes })));
  run.seek(time);
  while (run.behind) await rest();
  return run;
}

/** Lets the page answer in between. */
function rest() {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The prints of tasks, without their newlines. @param {Player} run @param {number} lane @param {number} from @param {number} to */
function prints(run, lane, from, to) {
  return run.events(lane, from, to).filter(({ text, index }) => index > 0 && text && text !== "\n");
}

/** @param {Context} context @param {AbortSignal} signal Ends it early. @returns {Promise<Threads>} */
export async function runThreads(context, signal) {
  const time = context.scale.interval * Math.max(1, Math.floor(RUN_STEPS / context.player.tasks.length));
  const orders = new Set();
  let torn = 0;
  for (let seed = 0; seed < RUNS && !signal.aborted; seed += 1) {
    const run = await runUntil(context, time, { lanes: "threads", seed: `${seed}` });
    const shown = run.state.lanes[0]?.shown ?? 0;
    orders.add(
      prints(run, 0, 0, shown)
        .map(({ at, index }) => `${at} ${index}`)
        .join(),
    );
    // There are as many newlines as texts, so where two texts share a line
    // another line is empty.
    if (run.text(0, 0, shown).includes("\n\n")) torn += 1;
    run.free();
    if (seed % 8 === 0) await rest();
  }
  return { orders: orders.size, torn };
}

/** Finds a moment and what comes after it: another one each round. @param {Context} context @param {number} round @returns {Promise<Next | undefined>} */
export async function findNext(context, round) {
  const { player, scale } = context;
  const { interval } = scale;
  const { lanes, tasks } = player;
  const concurrent = lanes.indexOf("async");
  const lane = concurrent < 0 ? lanes.indexOf("sequential") : concurrent;
  const steps = stepsOf(player);
  const firstEnd = concurrent < 0 ? (steps[0] ?? 0) : Math.min(...steps);
  // After the first round, and when the first task has finished: there it gets interesting.
  const moments = [...new Set([1, firstEnd, 2, 3])].map((rounds) => rounds * interval);
  const { duration = 0 } = player.state.lanes[lane] ?? {};
  const within = moments.filter((moment) => moment < duration);
  const time = within[round % within.length];
  if (time === undefined) return undefined;

  const run = await runUntil(context, time + interval);
  const shownAt = () => run.state.lanes[lane]?.shown ?? 0;
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
 * All questions, in the order in which they are asked; the one on the way is the last.
 * @param {Context} context @param {Words} words
 * @param {Threads | undefined} threads @param {Next | undefined} next
 */
export function questions({ host, player, scale }, words, threads, next) {
  const { lanes, tasks } = player;
  const { texts } = host;
  // Not what has been measured, but what there is to know before.
  const model = new Player(new Map(Object.entries(host.toJSON())));
  const { lanes: states, work } = model.state;
  model.free();
  const first = isolated(tasks[0]?.name ?? "");
  const { interval } = scale;
  const time = (/** @type {number} */ millis) => texts.seconds(scale.seconds(millis));
  /**
   * @param {string} id @param {Topic} topic @param {Kind} kind @param {[text: string, value: unknown, slip?: Slip][]} choices
   * @param {unknown} right @param {unknown[]} facts
   * @returns {Question}
   */
  const question = (id, topic, kind, choices, right, ...facts) => {
    const index = choices.findIndex(([, value]) => value === right);
    const reasons = words.why[topic];
    const why = (reasons[`${kind} ${work}`] ?? reasons[kind] ?? reasons["async"])?.(...facts);
    return {
      id,
      lane: texts.lanes[kind].name,
      choices: choices.map(([text, value, slip = "none"], choice) => {
        const wrong = `${words.wrong(choices[index]?.[0] ?? "")} ${words.slips[slip]}`;
        return { text, value, verdict: `${choice === index ? words.right : wrong} ${why}` };
      }),
      right: index,
    };
  };

  const kinds = kindsOf(player);
  const steps = stepsOf(player);
  const all = scale.steps;
  const longest = Math.max(...steps);
  const terms = steps.length > 1 && steps.length <= TERMS ? `(${steps.join(" + ")})` : all;
  const durations = kinds.map((kind) => {
    const { duration = 0 } = states[lanes.indexOf(kind)] ?? {};
    const choices = choose(
      [duration, "none"],
      [interval * all, "sum"],
      [interval * longest, "longest"],
      [interval * steps.length, "none"],
      [interval * Math.min(...steps), "none"],
      [interval, "none"],
      [interval * 2 * all, "none"],
    ).sort(([a], [b]) => a - b);
    /** @type {[string, number, Slip][]} */
    const said = choices.map(([millis, slip]) => [time(millis), millis / 1000, slip]);
    return question(`duration:${kind}`, "duration", kind, said, duration / 1000, time(interval), longest, terms, first);
  });
  /** @param {string} id @param {Topic} topic @param {number} least @param {[number, ...unknown[]]} facts */
  const yesOrNo = (id, topic, least, ...facts) =>
    kinds.map((kind) => {
      // Only the scheduler of threads leaves anything open.
      const right = kind === "threads" && facts[0] >= least;
      return question(
        `${id}:${kind}`,
        topic,
        kind,
        [
          [words.yes, true],
          [words.no, false],
        ],
        right,
        ...facts,
      );
    });
  const { orders = 0, torn = 0 } = threads ?? {};
  /** @type {Page[]} */
  const pages = [
    { topic: "duration", questions: durations },
    { topic: "order", questions: yesOrNo("order-varies", "order", 2, orders) },
    { topic: "tear", questions: yesOrNo("can-tear", "tear", 1, torn, "lock" in host.toJSON()) },
  ];
  if (next) {
    const kind = /** @type {Kind} */ (lanes[next.lane]);
    const choices = next.choices.map(([text, slip]) => /** @type {[string, string, Slip]} */ ([shown(text), text, slip]));
    pages.push({ topic: "next", questions: [question("next-line", "next", kind, choices, next.right, isolated(next.task), first)] });
  }
  return pages;
}
