// The panels of the lesson: parts of a demo that are loaded only when they are wanted.

/** @typedef {import("../view/places.js").Context} Context */
/** @typedef {import("../view/places.js").Panel} Panel */

/** @typedef {import("./lesson.js").Lesson} Lesson */

/**
 * @param {() => Pick<Lesson, "tasks">} lesson As it is when a panel is made.
 * @param {() => Promise<Lesson["model"]>} model Loads it: only some panels need it.
 * @returns {import("../view/places.js").Loaders}
 */
export function panels(lesson, model) {
  /** @param {Promise<{create: (context: Context, lesson: Lesson) => Panel, styles: string}>} module */
  const loaded = async (module) => {
    const [{ create, styles }, asked] = await Promise.all([module, model()]);
    return { styles, create: (/** @type {Context} */ context) => create(context, { ...lesson(), model: asked }) };
  };
  return {
    outline: () => loaded(import("./outline.js")),
    executor: () => import("./executor-view.js"),
    code: () => loaded(import("./code-view.js")),
    predict: () => loaded(import("./predict.js")),
    editor: () => loaded(import("./editor.js")),
  };
}

/** The panels that settings want, by the values of those. @param {{code: string, editor: boolean, predict: boolean}} page */
export function wanted({ code, editor, predict }) {
  /** @type {Record<string, string>} */
  const panels = {};
  // Where the author wants whole programs, these have the marks.
  if (code === "none") panels["outline"] = "python";
  else panels["code"] = code;
  if (editor) panels["editor"] = "editor";
  if (predict) panels["predict"] = "predict";
  return panels;
}
