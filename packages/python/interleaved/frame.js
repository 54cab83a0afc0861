// In a page with demos in frames: makes each as high as its demo, and as light or
// dark as what is behind it. Every output brings this, and the first one does it.
globalThis.interleavedFrames ??= (() => {
  const frames = () => document.querySelectorAll("iframe[data-interleaved]");

  // What a page looks like isn't always what it tells its frames it does.
  const shade = (frame) => {
    for (let node = frame.parentElement; node; node = node.parentElement) {
      const [, red, green, blue, alpha = 1] = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)/.exec(getComputedStyle(node).backgroundColor) ?? [];
      if (!red || alpha < 0.5) continue;
      frame.style.colorScheme = red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? "dark" : "light";
      return;
    }
  };

  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "interleaved:resize" || !(data.height > 0)) return;
    for (const frame of frames()) {
      if (frame.contentWindow !== source) continue;
      shade(frame);
      // No demo is higher than this; whatever else sends such a message may not fill the page.
      if (frame.dataset.interleaved === "fit") frame.style.height = `${Math.min(data.height, 20000)}px`;
    }
  });

  // A theme that is changed shows itself in an attribute; its style may come a little later.
  const watch = new MutationObserver(() => {
    for (const delay of [0, 500]) setTimeout(() => frames().forEach(shade), delay);
  });
  for (const node of [document.documentElement, document.body]) watch.observe(node, { attributes: true });
  return true;
})();
