// python-standalone.html: a Python program and what runs and shows it, in one file.

import { defineConfig } from "vite";
import { oneFile } from "../build/one-file.js";

export default defineConfig(oneFile(new URL("python-standalone.html", import.meta.url)));
