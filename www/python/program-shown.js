// A run as a view shows it.

import { isolated } from "../base/names.js";
import { cutSentence } from "./cuts.js";
import { conclusion, sentence } from "./sentences.js";
import { wordsIn } from "./words.js";

/**
 * @param {import("./run.js").PythonRun} run @param {import("../engine/session.js").Session<{name: string}>} session
 * @param {() => Record<string, string>} settings @param {() => import("../words/texts.js").Language} language
 * @returns {import("../view/view.js").Run}
 */
export function shownRun(run, session, settings, language) {
  const words = () => wordsIn(language());
  return {
    logs: session.logs,
    snapshot: () => session.snapshot,
    settings,
    program: {
      // Threads come when the program makes them, and how much they print nobody knows.
      tasks: [],
      lines: 0,
      widest: { letters: 0, lines: 0 },
      conclude: ({ snapshot, time }) => ({
        ratios: [],
        sentences: snapshot.lanes.map(({ name, duration }, lane) => {
          const sentence = conclusion(run.moment(lane), run.answer(lane), words(), time(duration));
          return run.lanes.length > 1 ? `${name}: ${sentence}` : sentence;
        }),
      }),
      own: {
        lane: (lane) => ({ name: run.lanes.length > 1 ? lane : words().name, how: words().how, invite: words().inviteLog }),
        invite: () => (run.refusals().length ? words().outcomes.refused : words().invite),
        watch: () => (run.lanes.length > 1 ? words().beside : words().watch),
        say: (log, event, time) => {
          const cut = event.kind === "preempted" ? run.cuts.find(({ at, index }) => at === event.at && index === event.index) : undefined;
          if (cut) return words().atLine(cut.line) + cutSentence(cut, words());
          return sentence(event, run.moment(session.logs.indexOf(log)), isolated(event.task), words(), time);
        },
      },
    },
  };
}
