// The look of the checker.

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
.check { grid-template: auto 1fr / minmax(0, 1fr) minmax(0, 1.2fr); gap: 1em 2em; border-block: 1px solid var(--hair) }
.check .head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: 0.3em 1em }
.check .given { display: grid; gap: 0.4em; align-content: start }
.check label, .check .title { font-weight: 700 }
.check :is(textarea, input) { width: 100%; padding: 0.5em 0.7em; border: 1px solid var(--muted); border-radius: 0.4em; background: var(--paper); color: var(--ink); font: 0.95em/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, "D2Coding", "NanumGothicCoding", "Noto Sans Mono CJK KR", "DejaVu Sans Mono", NanumGothic, monospace }
.check textarea { resize: vertical }
.check [aria-invalid] { border-color: var(--alarm) }
.check ::placeholder { color: var(--muted); opacity: 1 }
.check .examples { display: flex; flex-wrap: wrap; gap: 0.2em 0.9em }
.check button { min-height: 2em; padding: 0; border: 0; background: none; color: var(--accent); text-decoration: underline; text-underline-offset: 3px; cursor: pointer }
.check .answer { grid-row: span 2; display: grid; gap: 0.8em; align-content: start }
.check [role="status"] { min-height: 7em }
.check .happened { min-height: 13.5em }
.check .verdict { font-weight: 700; font-size: 1.3em; line-height: 1.3; color: var(--accent) }
[data-verdict="impossible"] .verdict { color: var(--alarm) }
.check ul { padding-inline-start: 1.2em; color: var(--muted) }
.check .tasks { gap: 0.15em 1em }
.check .legend { color: var(--muted); font-size: 0.9em }
.check .sequence { grid-column: 1 / -1; display: grid; gap: 0.4em; min-width: 0 }
.check .row { align-items: center }
.check .tag { font-style: normal }
.check :is(.mark, .end) { user-select: none }
.check .at { width: 3.4em }
.check .torn .end { text-decoration: none }
.check .end { padding-inline-start: 0.5em }
.check .end .mark { margin-inline: 0.15em 0 }
.check .plain { color: var(--muted) }
.check .wrong { background: var(--wash); box-shadow: inset 3px 0 var(--alarm) }
.check .order { --w: max(1.7em, var(--digits) * 0.62em + 0.6em); --h: 1.8em; overflow: auto; max-height: calc((var(--box) + 1) * var(--h) + 1.2em); border: 1px solid var(--hair) }
.check .field { display: grid; grid-template-columns: auto calc(var(--columns) * var(--w)); width: max-content }
.check :is(.names, .plot) { position: relative; height: calc((var(--tasks) + 1) * var(--h)) }
.check .names { position: sticky; inset-inline-start: 0; z-index: 1; width: calc(var(--name) * 0.75em + 2.4em); background: var(--paper); border-inline-end: 1px solid var(--hair) }
.check :is(.names, .plot) > span { position: absolute; top: calc(var(--y) * var(--h)); height: var(--h); line-height: var(--h); white-space: nowrap }
.check .names > span { inset-inline: 0.6em 0.2em; overflow: hidden; text-overflow: ellipsis; color: var(--look); font-weight: 600 }
.check .names bdi { display: inline }
.check .plot > span { inset-inline-start: calc(var(--x) * var(--w)) }
.check .plot > .line { height: 100%; width: calc(var(--length) * var(--w)); border-inline-start: 1px solid var(--hair); padding-inline-start: 0.3em; color: var(--muted); font-size: 1em }
.check .plot > .line.torn { background: var(--wash); color: var(--alarm); font-weight: 700 }
.check .plot > .wrong { background: none; color: var(--alarm); font-weight: 700; box-shadow: none }
.check .plot > .write { width: var(--w); text-align: center; color: var(--look); font-weight: 700 }
.check .write .mark { margin: 0; vertical-align: -0.05em }
.check .plot > .join { top: calc((var(--y) + 0.5) * var(--h) - 1px); inset-inline-start: calc((var(--x) + 0.5) * var(--w) + 0.55em); width: calc(var(--length) * var(--w) - 1.1em); height: 0; border-block-start: 2px solid var(--look) }
.check .plot > .far { border-block-start-style: dashed }
.check .plot > .lost { color: var(--alarm); outline: 1px dashed var(--alarm); outline-offset: -4px }
@container (max-width: 720px) {
  .check { grid-template: none / minmax(0, 1fr) }
  .check .answer { grid-row: auto }
  .check .happened { min-height: 0 }
  .check .at { width: 2.6em; padding-inline-end: 0.6em }
  .check .whole .rows { min-width: 0 }
  .check .whole .row { height: auto; flex-wrap: wrap }
  .check .whole .tag { flex-basis: 100%; padding-inline-start: 2.8em; white-space: normal }
}
`;
