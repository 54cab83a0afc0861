// The script of a web worker, beside the pages: site.js knows where.

import "./engine/thread.js";
