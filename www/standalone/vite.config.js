// standalone.html: the whole demo in one file.

import { defineConfig } from "vite";
import { oneFile } from "../build/one-file.js";

export default defineConfig(oneFile(new URL("standalone.html", import.meta.url)));
