// The script of a web worker whose event loop is shown, beside the pages: site.js knows where.

import "./engine/loop-thread.js";
