// What scripts may not do. Where a text could become markup or code, browsers refuse it
// as well, in the tests of the pages, but only where a test comes by.

import js from "@eslint/js";
import unsanitized from "eslint-plugin-no-unsanitized";

/** Methods that make markup of a text, whatever the text. */
const MAKERS = ["createContextualFragment", "insertAdjacentHTML", "parseFromString", "parseHTMLUnsafe", "setHTML", "setHTMLUnsafe"];

/** Properties that may be read, but not set. */
const SET = "/^(innerHTML|outerHTML|srcdoc)$/";
const MARKUP = "A text could become markup.";

export default [
  { ignores: ["www/bindings/", "**/node_modules/", "dist/", "target/"] },
  js.configs.recommended,
  {
    rules: {
      // The compiler of types knows what there is.
      "no-undef": "off",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" }],
      // A pattern names control characters where it looks for them.
      "no-control-regex": "off",
    },
  },
  {
    files: ["www/**", "packages/**"],
    languageOptions: { globals: { globalThis: "readonly", setInterval: "readonly", setTimeout: "readonly", window: "readonly" } },
    plugins: { "no-unsanitized": unsanitized },
    rules: {
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-unsanitized/property": ["error", { escape: { methods: [], taggedTemplates: [] } }],
      "no-restricted-properties": [
        "error",
        ...MAKERS.map((property) => ({ property, message: MARKUP })),
        { object: "document", property: "write", message: MARKUP },
        { object: "document", property: "writeln", message: MARKUP },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: `AssignmentExpression[left.property.name=${SET}]`, message: MARKUP },
        { selector: `AssignmentExpression[left.property.value=${SET}]`, message: MARKUP },
        { selector: "Property[key.name='srcdoc']", message: MARKUP },
        { selector: "CallExpression[callee.object.property.name=/ocument$/][callee.property.name=/^write(ln)?$/]", message: MARKUP },
      ],
      "no-restricted-globals": ["error", { name: "importScripts", message: "A text could become code." }],
    },
  },
];
