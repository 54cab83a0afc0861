// Makes custom-elements.json, which tells editors and documentation what the elements
// have, of the package's types, so that there is one description.

import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { create, ts } from "@custom-elements-manifest/analyzer";

const MODULES = ["interleaved.js", "interleaved-demo.js", "interleaved-check.js", "interleaved-python.js"];

/** The elements: the class, and the module that registers it. */
const ELEMENTS = [
  { tagName: "interleaved-demo", name: "InterleavedDemo", registers: "interleaved.js" },
  { tagName: "interleaved-check", name: "InterleavedCheck", registers: "interleaved-check.js" },
  { tagName: "interleaved-python", name: "InterleavedPython", registers: "interleaved-python.js" },
];

/** What every element has; the types only say more of the parameters. */
const INHERITED = ["addEventListener", "removeEventListener"];

/** The manifest as an object. */
export function manifest() {
  const sources = MODULES.map((name) => {
    const types = readFileSync(new URL(name.replace(".js", ".d.ts"), import.meta.url), "utf8");
    return ts.createSourceFile(name, types, ts.ScriptTarget.ES2022, true);
  });
  const made = create({ modules: sources, plugins: [] });
  for (const [index, module] of made.modules.entries()) complete(module, sources[index]);
  return { ...made, readme: "README.md" };
}

/** Adds what the analyzer doesn't look for in types. @param {any} module @param {any} source */
function complete(module, source) {
  const nodes = new Map(source.statements.map((/** @type {any} */ node) => [node.name?.text, node]));
  for (const declaration of module.declarations) {
    const { name, kind } = declaration;
    if (kind === "function") declaration.return = { type: { text: nodes.get(name).type.getText() } };
    if (kind !== "class") continue;
    declaration.members = declaration.members?.filter((/** @type {any} */ member) => !INHERITED.includes(member.name));
    declaration.superclass = { name: declaration.superclass.name, package: "global:" };
    const element = ELEMENTS.find((other) => other.name === name);
    if (!element) continue;
    Object.assign(declaration, { customElement: true, tagName: element.tagName, attributes: properties(nodes.get(`${name}Attributes`)) });
    for (const attribute of declaration.attributes) {
      // HTML writes a property's name in lower case, or with hyphens.
      const lowered = attribute.name.replaceAll("-", "");
      const field = declaration.members?.find((/** @type {any} */ member) => member.name.toLowerCase() === lowered);
      if (field) attribute.fieldName = field.name;
    }
    const events = nodes.get(`${name}EventMap`);
    if (events) declaration.events = properties(events);
  }
  // Types are no exports of JavaScript.
  module.exports = module.exports.filter(({ name }) => {
    const node = nodes.get(name);
    return node ? !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node) : ELEMENTS.some((element) => element.name === name);
  });
  for (const { tagName, name, registers } of ELEMENTS) {
    const at = MODULES.find((other) => other.startsWith(tagName));
    if (registers === module.path)
      module.exports.push({ kind: "custom-element-definition", name: tagName, declaration: { name, module: at } });
  }
}

/** The members of an interface: the attributes or the events of an element. @param {any} node */
function properties(node) {
  return node.members.map((/** @type {any} */ member) => {
    const [comment] = member.jsDoc ?? [];
    const preset = comment?.tags?.find((/** @type {any} */ { tagName }) => tagName.text === "default");
    return {
      name: member.name.text,
      type: { text: member.type.getText() },
      ...(comment?.comment && { description: comment.comment }),
      ...(preset && { default: preset.comment }),
    };
  });
}

const [, program, out] = argv;
if (out && program === fileURLToPath(import.meta.url)) writeFileSync(out, `${JSON.stringify(manifest(), null, 2)}\n`);
