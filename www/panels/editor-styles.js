// The look of the editor.

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
@media screen { .place:has(> .editor) + .tasks { display: none } }
@media print { .editor { display: none !important } }
.editor { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.6em; font-size: 0.94em }
.editor ol { display: grid; align-items: start; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20em), 1fr)); gap: 0.4em 1.5em; padding: 0; list-style: none }
.editor li { display: flex; align-items: center; gap: 0.25em; white-space: pre }
.editor li .mark { flex: none; width: 0.85em; height: 0.85em }
.editor [hidden] { display: none !important }
.editor select { min-width: 0; max-width: 100%; min-height: 2.2em; padding: 0 0.3em; border: 1px solid var(--muted); border-radius: 0.4em; background: var(--paper); color: inherit; font: inherit }
.editor :where(input, textarea) { width: 4.2em; min-width: 0; min-height: 2.2em; padding: 0.2em 0.45em; border: 1px solid var(--muted); border-radius: 0.4em; background: var(--paper); color: inherit; font: inherit; appearance: textfield }
.editor ::-webkit-inner-spin-button { appearance: none }
.editor li input { flex: 1 1 3em }
.editor li .name { flex: 2 1 5em; font-weight: 600 }
.editor .seed { width: 7.5em }
.editor textarea { width: 100%; resize: vertical }
.editor [type="checkbox"] { appearance: auto; width: 1.15em; min-height: 1.15em; margin: 0; accent-color: var(--accent) }
.editor [aria-invalid="true"] { border-color: var(--alarm); outline: 1px solid var(--alarm); outline-offset: 0; text-decoration: underline wavy var(--alarm) 1px }
.editor [aria-invalid="true"]:focus { outline-width: 3px }
.editor button { min-width: 2.2em; min-height: 2.2em; padding: 0.1em 0.7em; border: 1px solid var(--hair); border-radius: 0.4em; background: none; cursor: pointer }
.editor li button { flex: none; padding: 0; border: 0; color: var(--muted); font-size: 1.2em; line-height: 1 }
.editor button[aria-disabled="true"] { color: var(--muted); opacity: 0.55; cursor: default }
@media (hover: hover) { .editor button:not([aria-disabled="true"]):hover { background: var(--wash) } }
.editor .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4em 0.8em }
.editor fieldset { display: contents }
.editor label { display: inline-flex; align-items: center; gap: 0.4em; max-width: 100%; min-height: 2.2em }
.editor .problem { flex: 1 0 100%; color: var(--alarm); white-space: normal }
.editor li:has(.problem) { flex-wrap: wrap }
.editor li .problem { padding-inline-start: 1.4em }
.permutations { display: grid; gap: 0.3em; flex-basis: 100% }
.permutations p { max-width: 70em; min-height: 1.5em }
.permutations p + p { min-height: 3em; color: var(--muted) }
.permutations b { color: var(--ink) }
@container (max-width: 35rem) {
  .permutations p { min-height: 4.5em }
  .permutations p + p { min-height: 7.5em }
}
@container (max-width: 15rem) {
  .editor :is(li, label) { flex-wrap: wrap }
  .editor li input { min-width: 3em }
}
`;
