// Every module can be imported where there is no page, and what is for pages does nothing.

import { InterleavedDemo } from "interleaved";
import { InterleavedCheck } from "interleaved/interleaved-check.js";
import { InterleavedDemo as Demo } from "interleaved/interleaved-demo.js";
import "interleaved/resize.js";

import { headless } from "./headless.js";

const classes = InterleavedDemo === Demo && typeof InterleavedCheck === "function";
console.log(JSON.stringify({ ...(await headless()), classes }));
