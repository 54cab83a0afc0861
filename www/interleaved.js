// Registers <interleaved-demo>. To choose another name, import the class alone.

import { InterleavedDemo } from "./interleaved-demo.js";

if (!customElements.get("interleaved-demo")) {
  customElements.define("interleaved-demo", InterleavedDemo);
}

export { InterleavedDemo };
