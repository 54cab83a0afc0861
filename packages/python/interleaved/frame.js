// What a frame does when it has loaded, as its attribute `onload` has it: makes it as
// high as its demo, and as light or dark as what is behind it.
((frame) => {
  // One that is moved in the page loads again.
  frame.interleavedStop?.();

  // Its page takes after the frame's colour scheme, and few pages tell theirs.
  const shade = () => {
    for (let node = frame.parentElement; node; node = node.parentElement) {
      const { backgroundColor } = getComputedStyle(node);
      const [red, green, blue, alpha = 1] = backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
      if (!backgroundColor.startsWith("rgb") || alpha < 0.5) continue;
      frame.style.colorScheme = red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? "dark" : "light";
      return;
    }
  };

  const hear = ({ source, data }) => {
    if (!frame.isConnected) return frame.interleavedStop();
    if (source !== frame.contentWindow || data?.type !== "interleaved:resize" || !(data.height > 0)) return;
    shade();
    // No demo is higher than this, whatever it says.
    if (frame.dataset.height === "fit") frame.style.height = `${Math.min(data.height, 20000)}px`;
  };

  // A theme that is changed shows itself in an attribute; its style may come a little later.
  const watch = new MutationObserver(() => {
    for (const delay of [0, 500]) setTimeout(shade, delay);
  });

  frame.interleavedStop = () => {
    window.removeEventListener("message", hear);
    watch.disconnect();
  };
  // In an attribute the bare names would be the frame's.
  window.addEventListener("message", hear);
  for (const node of [document.documentElement, document.body]) watch.observe(node, { attributes: true });
  shade();
})(this);
