// Registers <interleaved-demo>. To choose another name, import the class alone. In
// Node and in workers, where nothing can be registered, the functions work as well.

import { InterleavedDemo } from "./interleaved-demo.js";
import { SettingError } from "./words/texts.js";

const elements = globalThis.customElements;
if (elements && !elements.get("interleaved-demo")) elements.define("interleaved-demo", InterleavedDemo);

// What a page without them needn't load.

/** @type {typeof import("./engine/simulate.js").simulate} */
export const simulate = async (...given) => (await import("./engine/simulate.js")).simulate(...given);

/** @type {typeof import("./check/check-log.js").checkLog} */
export const checkLog = async (...given) => (await import("./check/check-log.js")).checkLog(...given);

/** @type {typeof import("./run-python.js").runPython} */
export const runPython = async (...given) => (await import("./run-python.js")).runPython(...given);

/** @type {typeof import("./explore-python.js").explorePython} */
export const explorePython = async (...given) => (await import("./explore-python.js")).explorePython(...given);

export { InterleavedDemo, SettingError };
