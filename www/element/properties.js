// Each setting is a property of the element as well.

import { LOWERED, meant, SETTINGS, SWITCHES } from "./settings.js";

/** The names that a setting's attribute may have, its own first. @param {string} setting */
export function namesOf(setting) {
  return [setting, ...Object.entries(LOWERED).flatMap(([name, meant]) => (meant === setting ? [name] : []))];
}

/** What an attribute says for a property's value; nothing, if there is to be none. @param {string} name @param {unknown} value */
export function settingText(name, value) {
  // Without the attribute the controls are shown.
  if (name === "controls" && value === false) return "none";
  if (value === null || value === undefined || value === false) return undefined;
  return value === true ? "" : String(value);
}

/** @param {Element} element @returns {[name: string, value: string][]} */
export function attributesOf(element) {
  return element.getAttributeNames().map((name) => [name, element.getAttribute(name) ?? ""]);
}

/**
 * Gives a class those properties that it hasn't got; `lang` is HTML's own.
 * @template {HTMLElement} E
 * @param {E} prototype @param {(element: E, name: string, value: unknown) => void} set
 */
export function defineSettings(prototype, set) {
  for (const name of SETTINGS) {
    const property = name.replace(/-./g, (part) => part.slice(1).toUpperCase());
    if (property in prototype) continue;
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      /** @this {E} */
      get() {
        const [text = null] = namesOf(name).flatMap((each) => this.getAttribute(each) ?? []);
        return SWITCHES.includes(name) ? meant(name, text) !== null : text;
      },
      /** @this {E} @param {unknown} value */
      set(value) {
        set(this, name, value);
      },
    });
  }
}

/** What was set as a property before the class was there hides the class's own property. @param {HTMLElement} element @param {object} prototype */
export function takeProperties(element, prototype) {
  for (const name of Object.keys(element)) {
    if (!Object.getOwnPropertyDescriptor(prototype, name)?.get) continue;
    const value = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    try {
      Reflect.set(element, name, value);
    } catch (error) {
      // It is thrown where others of that page's are, since who set it can't catch it any more.
      reportError(error);
    }
  }
}
