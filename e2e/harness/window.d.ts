// What functions that run in the page may find there besides what every page has.

interface Window {
  /** What a test leaves in the page, for what it runs there later. */
  kept: Record<string, any>;
}

interface HTMLElementTagNameMap {
  "interleaved-python": import("../../www/interleaved-python.js").InterleavedPython;
}
