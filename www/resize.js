// For pages with demos in frames: makes each frame as high as its demo. A classic
// script for the head of the page, so that it is there before the frames are.

globalThis.addEventListener?.("message", ({ source, data }) => {
  if (data?.type !== "interleaved:resize" || !Number.isFinite(data.height)) return;
  for (const frame of framesIn(document)) {
    if (frame.contentWindow !== source) continue;
    const { boxSizing, paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(frame);
    // Not by what the frame measures: it may not be displayed just now.
    const around = [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth];
    const more = boxSizing === "border-box" ? around.reduce((sum, length) => sum + parseFloat(length), 0) : 0;
    // No demo is higher than this; whatever else sends such a message may not fill the page.
    frame.style.height = `${Math.min(Math.max(data.height, 0), 20000) / zoomOf(frame) + more}px`;
  }
});

/**
 * How much a frame is zoomed, and what is in it isn't. That is so in older engines, which
 * can't say how much an element is zoomed in all; in others it is one for both.
 * @param {HTMLElement} node
 * @returns {number}
 */
function zoomOf(node) {
  if (Reflect.has(node, "currentCSSZoom")) return 1;
  const around = node.parentElement ?? /** @type {Partial<ShadowRoot>} */ (node.getRootNode()).host;
  const own = parseFloat(getComputedStyle(node).getPropertyValue("zoom")) || 1;
  return own * (around ? zoomOf(/** @type {HTMLElement} */ (around)) : 1);
}

/**
 * The frames of a page, in the shadow trees of its elements too.
 * @param {ParentNode} root
 * @returns {HTMLIFrameElement[]}
 */
function framesIn(root) {
  return [...root.querySelectorAll("*")].flatMap((node) => {
    if (node.shadowRoot) return framesIn(node.shadowRoot);
    return node.localName === "iframe" ? [/** @type {HTMLIFrameElement} */ (node)] : [];
  });
}
