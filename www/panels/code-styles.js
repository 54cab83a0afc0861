// The look of the programs.

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
.code {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 0.7em;
  border-block-end: 1px solid var(--hair);
  padding-inline-end: 0.6em;
  padding-block-end: 0.9em;
  & header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1em }
  & .title { font-weight: 700; font-size: 1.12em }
  & .legend, & .note { color: var(--muted); font-size: 0.9em }
  & .note { max-width: 60em }
  & .note:empty { display: none }
  & button { min-height: 2em; padding: 0 0.8em; border: 1px solid var(--hair); border-radius: 0.4em; background: none; font-size: 0.9em; cursor: pointer }
  & button:hover { background: var(--wash) }
  & .chooser { display: none; flex-wrap: wrap; gap: 0.4em }
  & [aria-pressed="true"] { border-color: var(--accent); color: var(--accent); box-shadow: inset 0 -2px var(--accent); font-weight: 600 }
  & .programs { display: grid; grid-template-columns: repeat(var(--lanes), minmax(0, 1fr)); gap: 1em 2em; align-items: start }
  & .program { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.4em }
  & .program header { flex-wrap: nowrap; align-items: center; min-height: 2.2em }
  & .name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 1em }
  & .said { color: var(--muted); font-size: 0.9em }
  & pre, & textarea { font: 0.84em/1.6 var(--mono) }
  & textarea { width: 100%; border: 1px solid var(--hair); background: var(--paper); color: var(--ink) }
  & pre { display: grid; grid-template-columns: repeat(var(--few), max-content) var(--others) minmax(0, 1fr); direction: ltr }
  & .line { position: relative; display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: start }
  & .line:has(> .who:not(.away), > .others:not(:empty)) { background: var(--wash) }
  & .line > code { grid-column: -2; grid-row: 1; font: inherit; white-space: pre-wrap; word-break: normal; border-inline-start: 1px solid var(--hair); margin-inline-start: 0.4em; padding-inline-start: calc(0.6em + var(--indent)); text-indent: calc(-1 * var(--indent)) }
  & :is(.string, .comment) { unicode-bidi: isolate }
  & .who, & .others, & .by { color: var(--look, var(--ink)); user-select: none }
  & .who { grid-column: var(--column); grid-row: 1; max-width: 4.6em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-inline: 0.15em 0.35em; font-weight: 600 }
  /* Inline, so that it is cut off with dots. */
  & bdi { display: inline }
  & .who .mark, & .by .mark { margin-inline-end: 0.25em }
  & .main { grid-column: 1 / -2; max-width: none }
  & .main .mark { background: currentColor; clip-path: polygon(0 0, 55% 0, 100% 50%, 55% 100%, 0 100%, 45% 50%) }
  & .away { visibility: hidden }
  & .others { grid-column: -3; grid-row: 1; text-align: end; color: var(--muted) }
  & .by { position: absolute; inset-block-start: 0; inset-inline-end: 0; max-width: 50%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-inline: 0.6em; background: var(--paper); font-weight: 600; outline: 1px solid var(--accent) }
  & .keyword { font-weight: 600 }
  & .string { color: var(--accent); unicode-bidi: isolate }
  & .comment { color: var(--muted) }
}
/* The program of one lane has room beside it, where both are seen at once. */
@container (min-width: 66rem) {
  .body:has(> .place > [data-lanes="1"]) {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    column-gap: 1.5em;
    & > * { grid-column: 1 / -1 }
    & > .stage { grid-column: 1; align-content: start }
    & > .place:has(> .code) { grid-column: 2 }
    & .code { gap: 0.3em; padding-block: 0.3em; border: 0 }
    & .code pre { line-height: 1.35 }
  }
}
@container (max-width: 15rem) {
  .code pre { overflow-x: auto }
  .code .line > code { white-space: pre }
}
@container (max-width: 70rem) {
  [data-lanes="3"], [data-lanes="4"] {
    & .chooser { display: flex }
    & .programs { grid-template-columns: minmax(0, 1fr) }
    & .program:not(.chosen) { display: none }
  }
}
@container (max-width: 44rem) {
  [data-lanes="2"] {
    & .chooser { display: flex }
    & .programs { grid-template-columns: minmax(0, 1fr) }
    & .program:not(.chosen) { display: none }
  }
}
`;
