// Where the bench's things are.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The sources of the contenders. */
export const sources = fileURLToPath(new URL("..", import.meta.url));

export const root = join(sources, "..");

/** What is built of them, and measured. */
export const target = join(root, "target", "bench");

/** The contenders in a browser: what is served. */
export const contenders = join(target, "site");
