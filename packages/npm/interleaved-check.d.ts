/** The attributes of the element, for frameworks that type their elements. */
export interface InterleavedCheckAttributes {
  /** The log; by default the one that the course's notebook printed. */
  log?: string;
  /** The tasks, as `name:low:high`, if the log alone shouldn't say. */
  tasks?: string;
  /** `ko` or `en`; by default the document's language, else the browser's, else English. */
  lang?: string;
  /**
   * `auto` follows the reader's system.
   * @default auto
   */
  theme?: "auto" | "light" | "dark";
}

/** A log that somebody pastes, who can have printed it, and who wrote what in which order. */
export class InterleavedCheck extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "interleaved-check": InterleavedCheck;
  }
}
