// The fields of the editor's form, and what is said of them where they are.

import { element } from "../base/dom.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @typedef {{field: Field, message: string, node?: HTMLElement}} Fault What is wrong with a field, and where that is said. */

/** Whether a field has a whole number, as the setting takes it. @param {HTMLInputElement} field */
export function isWhole({ value }) {
  return /^[-+]?\d+$/.test(value);
}

/** @param {Field} field @param {string} value */
export function setValue(field, value) {
  // The caret moves even where the value is set to what it was.
  if (field.value !== value) field.value = value;
}

/** Whether a button does anything. It isn't disabled, because that takes the focus away. @param {HTMLElement} node @param {boolean} can */
export function able(node, can) {
  node.setAttribute("aria-disabled", String(!can));
}

/** Says what is wrong, in the place of what was. @param {Fault[]} before @param {Fault[]} faults */
export function showFaults(before, faults) {
  for (const { field } of before) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
  for (const [index, fault] of faults.entries()) {
    const { field, message } = fault;
    const said = before.find((other) => other.field === field && other.message === message)?.node;
    fault.node = said ?? element("p", { class: "problem", role: "alert" }, message);
    fault.node.id = `problem-${index}`;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", fault.node.id);
    // Only what is new is to be read aloud.
    if (!said) placeBeside(field, fault.node);
  }
  for (const { node } of before) {
    if (!faults.some((fault) => fault.node === node)) node?.remove();
  }
}

/** Puts what is wrong with a field where the field is. @param {Field} field @param {HTMLElement} node */
function placeBeside(field, node) {
  const row = field.closest("li");
  if (row) row.append(node);
  else (field.closest("fieldset, label") ?? field).after(node);
}
