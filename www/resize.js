// For pages with demos in frames: makes each frame as high as its demo. A classic
// script for the head of the page, so that it is there before the frames are.

globalThis.addEventListener?.("message", ({ source, data }) => {
  if (data?.type !== "interleaved:resize" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== source) continue;
    const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    // No demo is higher than this; whatever else sends such a message may not fill the page.
    frame.style.height = `${Math.min(Math.max(data.height, 0), 20000) + border}px`;
  }
});
