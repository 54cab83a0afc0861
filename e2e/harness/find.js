// Elements in shadow trees, where WebDriver's own selectors don't look. Both functions
// run in the page: they know nothing of this module.

/**
 * The first element that a selector matches, in shadow trees too; `a >>> b` finds `b`
 * inside the first `a`, or inside its shadow tree.
 *
 * @param {string} selectors
 */
export function findDeep(selectors) {
  /** @type {(scope: ParentNode, selector: string) => Element | null} */
  const find = (scope, selector) => {
    const found = scope.querySelector(selector);
    if (found) return found;
    for (const { shadowRoot } of scope.querySelectorAll("*")) {
      const inner = shadowRoot && find(shadowRoot, selector);
      if (inner) return inner;
    }
    return null;
  };
  /** @type {Element | null} */
  let element = document.documentElement;
  for (const selector of selectors.split(">>>")) {
    element = element && find(element.shadowRoot ?? element, selector.trim());
  }
  return element;
}

/** What has the focus, in whichever shadow tree. */
export function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
