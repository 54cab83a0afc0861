// Whose a key is. What an element and its controls use is no key of the page around it,
// which may turn its own pages with arrows or open a search with a letter.

/** What a text field does nothing with: it leaves fields, and windows. */
const NOT_TYPED = /^(Tab|Escape|F\d+|Shift|Control|Alt|Meta|CapsLock)$/;
/** What edits a text while Ctrl or ⌘ is down. */
const EDITS = /^([acvxyz]|Arrow.*|Home|End|Backspace|Delete|Enter|Insert)$/i;
/** What goes through a text word by word while Alt is down, as on a Mac, or opens a list. */
const WITH_ALT = /^(Arrow.*|Backspace|Delete)$/;

/** The keys of controls, by the selector of these. @type {[string, RegExp][]} */
const CONTROLS = [
  ["button, summary, a[href]", /^( |Enter)$/],
  ["[type=checkbox]", /^ $/],
  ["[type=radio]", /^( |Enter|Arrow.*)$/],
  ["[type=range]", /^(Arrow.*|Page.*|Home|End)$/],
  // Letters choose the option that begins with them.
  ["select", /^(.|Enter|Arrow.*|Page.*|Home|End)$/],
];

const FIELDS = "textarea, input:not([type=checkbox], [type=radio], [type=range])";

/**
 * Keeps an element's keys from those who listen further out, whether they listen for keys
 * that go down or come up. Who listens on the way down, with `capture`, has heard them by then.
 * @param {HTMLElement} host @param {(event: KeyboardEvent) => boolean} isOwn Whether it uses a key
 *   whatever has the focus.
 */
export function keepKeys(host, isOwn = () => false) {
  /** @type {Set<string>} */
  const down = new Set();
  /** @param {KeyboardEvent} event */
  const keep = (event) => {
    const { type, code } = event;
    // What has been made use of inside is told so. And a key comes up where the focus is by then.
    const kept = event.defaultPrevented || isOwn(event) || isUsed(event) || (type === "keyup" && down.has(code));
    if (type === "keydown" && kept) down.add(code);
    if (type === "keyup") down.delete(code);
    if (kept) event.stopPropagation();
  };
  for (const type of /** @type {const} */ (["keydown", "keypress", "keyup"])) host.addEventListener(type, keep);
}

/** Whether a key does something to what has the focus. @param {KeyboardEvent} event */
function isUsed(event) {
  const target = focused(event);
  // A dialog is all that there is while it is open.
  if (!target || target.closest("dialog")) return target !== undefined;
  const { key, isComposing } = event;
  // With AltGr characters are typed.
  const [alt, commands] = event.getModifierState("AltGraph") ? [false, false] : [event.altKey, event.ctrlKey || event.metaKey];
  if (alt && target.matches(`${FIELDS}, select`)) return WITH_ALT.test(key);
  if (target.matches(FIELDS)) return isComposing || (commands ? EDITS.test(key) : !NOT_TYPED.test(key));
  if (commands || alt) return false;
  const [, keys] = CONTROLS.find(([selector]) => target.matches(selector)) ?? [];
  return keys?.test(key) || scrolls(target, key);
}

/**
 * What has the focus, in shadow trees too.
 * @param {KeyboardEvent} event
 * @returns {Element | undefined}
 */
export function focused(event) {
  const target = /** @type {Node | undefined} */ (event.composedPath()[0]);
  // No `instanceof`: a page's own element may come from another window.
  return target?.nodeType === 1 ? /** @type {Element} */ (target) : undefined;
}

/** Whether a key scrolls a box which has the focus. @param {Element} target @param {string} key */
function scrolls(target, key) {
  const down = target.scrollHeight > target.clientHeight;
  const across = target.scrollWidth > target.clientWidth;
  if (!target.matches("[tabindex], pre")) return false;
  return (down && /^( |Arrow(Up|Down)|Page.*|Home|End)$/.test(key)) || (across && /^Arrow(Left|Right)$/.test(key));
}
