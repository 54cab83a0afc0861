// What runs in python-embed.html.

import { showAlone } from "./python-alone.js";

void showAlone();
