// When enough of a demo is in view for it to start by itself.

/** What part of a demo, or of the window's height, that is. */
const IN_VIEW = 0.4;

/** Calls back once. What comes back ends it. @param {Element} node @param {Window & typeof globalThis} window @param {() => void} seen */
export function whenVisible(node, window, seen) {
  const observer = new window.IntersectionObserver(
    (entries) => {
      // Of a demo that is higher than its frame there is never much to see at once.
      const enough = entries.some(
        ({ boundingClientRect, intersectionRect }) =>
          // In a frame that is hidden, or has no width yet, nothing is all there is.
          intersectionRect.width * intersectionRect.height > 0 &&
          intersectionRect.height >= IN_VIEW * Math.min(boundingClientRect.height, window.innerHeight),
      );
      if (!enough) return;
      observer.disconnect();
      seen();
    },
    { threshold: Array.from({ length: 21 }, (_, step) => (step / 20) * IN_VIEW) },
  );
  observer.observe(node);
  return () => observer.disconnect();
}
