// The lanes' programs below the run, with the line at which each task is.

import { element, setText } from "../base/dom.js";
import { laneName } from "../view/lane.js";
import { TEXTS } from "./code-texts.js";
import { Listing } from "./listing.js";

export { styles } from "./code-styles.js";

/** @typedef {import("../view/places.js").Context} Context */

/** @type {Record<string, string>} */
const NAMES = { python: "Python", rust: "Rust", javascript: "JavaScript" };

/** @param {Context} context @param {import("./lesson.js").Lesson} lesson @returns {import("../view/places.js").Panel} */
export function create({ lanes, snapshot, settings, numbered, pointing, setting: code }, { tasks }) {
  const title = element("p", { class: "title" });
  const legend = element("p", { class: "legend" });
  const note = element("p", { class: "note" });
  const chooser = element("div", { class: "chooser", role: "group" });
  const { interval, work } = snapshot;
  const listings = lanes.map((lane) => new Listing(lane, code, { tasks, interval, work, lock: "lock" in settings }));
  const choices = listings.map((listing) => {
    const choice = element("button", { type: "button" });
    choice.addEventListener("click", () => choose(listing));
    chooser.append(choice);
    return choice;
  });
  const root = element(
    "section",
    { class: "code" },
    element("header", {}, title, legend),
    note,
    chooser,
    element("div", { class: "programs" }, ...listings.map((listing) => listing.root)),
  );
  root.dataset["lanes"] = String(listings.length);
  root.style.setProperty("--lanes", String(listings.length));
  const unlisten = pointing.listen((at) => {
    for (const listing of listings) listing.point(at);
  });

  /** Where there is no room for all programs, one is shown. @param {Listing | undefined} chosen */
  function choose(chosen) {
    for (const [lane, listing] of listings.entries()) {
      listing.root.classList.toggle("chosen", listing === chosen);
      choices[lane]?.setAttribute("aria-pressed", String(listing === chosen));
    }
  }
  choose(listings[0]);

  return {
    root,
    translate(language) {
      const texts = TEXTS[language];
      setText(title, texts.title(NAMES[code] ?? ""));
      root.setAttribute("aria-label", numbered(title.textContent ?? ""));
      setText(legend, texts.legend);
      setText(note, texts.notes[code] ?? "");
      chooser.setAttribute("aria-label", texts.show);
      for (const [lane, listing] of listings.entries()) {
        const name = laneName(lanes[lane]?.name ?? "", language);
        listing.translate(texts, name);
        const choice = choices[lane];
        if (choice) setText(choice, name);
      }
    },
    update(snapshot) {
      for (const [lane, listing] of listings.entries()) listing.update(snapshot.lanes[lane]?.shown ?? 0);
    },
    remove: unlisten,
  };
}
