import { headless } from "./headless.js";

void headless().then(postMessage);
