// Copying from a log that is shown in rows, of which only those in view are there: what is
// selected is copied as it was printed, byte for byte, whatever of it is in view.

import { windowOf } from "./home.js";

/**
 * @typedef {object} Printed What the rows show, as it was printed.
 * @property {() => string} text All of it.
 * @property {(row: Element) => number} startOf Where the text of a row begins in it.
 * @property {(text: Element) => number} [lengthOf] How long what a part of a row stands for is,
 *   if it may be longer than what is shown of it.
 */

/**
 * @param {HTMLElement} box The log: the keyboard selects all of it while it has the focus.
 * @param {HTMLElement} rows What holds its rows, in their order.
 * @param {string} texts Matches what was printed in a row; all else isn't copied.
 * @param {Printed} printed
 */
export function copyAsPrinted(box, rows, texts, printed) {
  box.addEventListener("copy", (event) => {
    const selected = selectionIn(box);
    if (!selected || !event.clipboardData) return;
    const [from, to] = [selected.start, selected.end].map((place) => placeOf(place, rows, texts, printed));
    event.clipboardData.setData("text/plain", printed.text().slice(from, to));
    event.preventDefault();
  });
  box.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "a") return;
    // Of the box, whose children stay there.
    windowOf(box).getSelection()?.selectAllChildren(box);
    event.preventDefault();
  });
}

/** @typedef {{node: Node, offset: number}} Place One in the page, as ranges have them. */

/**
 * Where in the text a place is.
 * @param {Place} place @param {HTMLElement} rows @param {string} texts @param {Printed} printed
 */
function placeOf({ node, offset }, rows, texts, { startOf, lengthOf }) {
  const range = rows.ownerDocument.createRange();
  const all = rows.querySelectorAll(".row");
  for (const row of all) {
    range.selectNodeContents(row);
    const side = range.comparePoint(node, offset);
    if (side > 0) continue;
    // What begins before the first row that is there begins with the first that there is.
    if (side < 0) return row === all[0] ? 0 : startOf(row);
    let at = startOf(row);
    for (const text of row.querySelectorAll(texts)) {
      range.selectNodeContents(text);
      const side = range.comparePoint(node, offset);
      if (side < 0) break;
      if (side === 0) range.setEnd(node, offset);
      const isWhole = side > 0 && lengthOf;
      at += isWhole ? lengthOf(text) : range.toString().length;
    }
    return at;
  }
  return Infinity;
}

/**
 * What is selected in a log, unless other text beside it is selected as well.
 * @param {HTMLElement} box
 */
function selectionIn(box) {
  const range = selectedRange(box);
  if (!range) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  // Of a selection within the log these are empty: a range doesn't end before it begins.
  const before = box.ownerDocument.createRange();
  before.setStart(startContainer, startOffset);
  before.setEndBefore(box);
  const after = box.ownerDocument.createRange();
  after.setEnd(endContainer, endOffset);
  after.setStartAfter(box);
  if (`${before}${after}`.trim()) return undefined;
  return { start: { node: startContainer, offset: startOffset }, end: { node: endContainer, offset: endOffset } };
}

/**
 * What is selected in the tree in which a node is. Each engine has its own way to say it
 * of a shadow tree.
 * @param {Node} node
 * @returns {StaticRange | Range | undefined}
 */
function selectedRange(node) {
  const root = /** @type {ShadowRoot & {getSelection?: () => Selection | null}} */ (node.getRootNode());
  const whole = windowOf(node).getSelection();
  const composed = whole && "getComposedRanges" in whole;
  const selection = root.getSelection?.() ?? whole;
  /** @type {StaticRange | Range | undefined} */
  let range;
  if (composed) [range] = /** @type {any} */ (whole).getComposedRanges({ shadowRoots: [root] });
  else if (selection?.rangeCount) range = selection.getRangeAt(0);
  const inRoot = range && [range.startContainer, range.endContainer].every((each) => each.getRootNode() === root);
  return inRoot ? range : undefined;
}

/**
 * The trees in which nothing is selected, with their documents, until there another selection
 * is made: to ask is to lay out the page, which several logs would do in each frame.
 * @type {WeakMap<Node, Document>}
 */
const unselected = new WeakMap();

/**
 * Changes which rows of a log are there, without loss to what is selected.
 * @param {HTMLElement} box
 * @param {(isHeld: (row: Element) => boolean) => void} change It is told of the rows in which
 *   the selection begins and ends: they have to stay.
 */
export function keepSelection(box, change) {
  const [root, page] = [box.getRootNode(), box.ownerDocument];
  const range = unselected.get(root) === page ? undefined : selectedRange(box);
  if (!range) {
    if (unselected.get(root) !== page) page.addEventListener("selectionchange", () => unselected.delete(root), { once: true });
    unselected.set(root, page);
    change(() => false);
    return;
  }
  // As they are before: some ranges change with their rows.
  const { startContainer: from, startOffset, endContainer: to, endOffset } = range;
  change((row) => row.contains(from) || row.contains(to));
  const after = selectedRange(box);
  if (after?.startContainer === from && after.endContainer === to) return;
  // WebKit loses it with the first row that is selected, though it begins before that row.
  windowOf(box).getSelection()?.setBaseAndExtent(from, startOffset, to, endOffset);
}
