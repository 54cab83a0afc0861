// The form of the page for teachers, and the code that it gives.

/** @import { InPage } from "./in-page.js" */
/** @import { Page } from "./page.js" */

/** @typedef {Omit<HTMLInputElement, "type"> & Omit<HTMLSelectElement, "type"> & { type: string }} Control */

/**
 * Leaves in the page what fills in the form and reads the code. This runs in the page.
 *
 * @param {InPage} page
 */
export function makeForm({ event, vouch, kept }) {
  /** The control of a setting. @type {(name: string) => Control} */
  const field = (name) => {
    const control = document.getElementById(name);
    if (!control) throw new Error(`there is no field ${name}`);
    return /** @type {Control} */ (control);
  };
  /** All that a selector matches. @type {(selector: string, scope?: ParentNode) => Control[]} */
  const all = (selector, scope = document) => Array.from(scope.querySelectorAll(selector));
  /** Clicks on a switch, or gives a field another value. @type {(control: Control, value?: string) => void} */
  const choose = (control, value = "") => {
    if (control.type === "checkbox" || control.type === "radio") {
      control.click();
    } else {
      control.value = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  /** Does something that changes the demo's settings, and waits for that. */
  const change = async (/** @type {() => void} */ act) => {
    const changed = event("settingschange");
    act();
    await changed;
  };
  /** Chooses what stands at a place in a list. @type {(name: string, index: number) => void} */
  const chooseAt = (name, index) => {
    field(name).selectedIndex = index;
    choose(field(name), field(name).value);
  };
  const codes = () => all("figure code").map(({ textContent }) => textContent ?? "");
  /**
   * Reads code as markup, but applies no style: the page's policy would tell of that.
   *
   * @type {(code: string) => Document}
   */
  const parsed = (code) => {
    const text = vouch("createHTML", code.replaceAll(" style=", " data-style="));
    return new DOMParser().parseFromString(text, "text/html");
  };
  const form = { field, all, choose, chooseAt, change, codes, parsed };
  kept.form = form;
  return form;
}

/** @typedef {ReturnType<typeof makeForm>} Form */

/**
 * Opens the page for teachers, and waits until it gives code.
 *
 * @param {Page} page
 * @param {string} query
 */
export async function openCourse(page, query) {
  await page.open(`course.html?${query}`);
  await page.until(() => document.querySelector("figure"));
  await page.run(makeForm);
}
