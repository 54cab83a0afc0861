// The style sheets of the elements, which stand in their modules.

import { transform } from "lightningcss";

/** Makes the sheets small that modules mark with `css`. @returns {import("vite").Plugin} */
export function smallStyles() {
  return {
    name: "small-styles",
    enforce: "pre",
    transform: {
      filter: { id: /\.js$/, code: "css`" },
      handler(code, filename) {
        return code.replaceAll(/\bcss`([^`]*)`/g, (_, sheet) => {
          const { code: small } = transform({ filename, code: Buffer.from(sheet), minify: true });
          return JSON.stringify(String(small));
        });
      },
    },
  };
}
