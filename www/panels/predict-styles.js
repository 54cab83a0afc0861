// The look of the predictions.

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
.predict {
  display: grid; gap: 0.7em; padding: 0.9em 1.1em; border-radius: 0.5em; background: var(--wash);
  & .stack, & .verdicts { display: grid }
  & .stack > *, & .verdicts > p { grid-area: 1 / 1; visibility: hidden }
  & .stack > .current, & .checked .said { visibility: visible }
  &.off .stack { display: none }
  & fieldset { min-width: 0; padding: 0; border: 0 }
  & legend { padding: 0; font-weight: 700 }
  & legend span { margin-inline-end: 0.5em; color: var(--muted); font-weight: 400 }
  & .groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17em, 100%), 1fr)); gap: 0.7em 2em; margin-block-start: 0.5em }
  & fieldset fieldset legend { color: var(--muted); font-weight: 400 }
  & .choices { display: flex; flex-wrap: wrap; gap: 0.4em; margin-block: 0.3em 0.5em }
  & label { display: inline-flex; align-items: center; gap: 0.5em; min-height: 2.2em; padding: 0 0.9em 0 0.7em; border: 1px solid var(--hair); border-radius: 1.1em; background: var(--paper); cursor: pointer }
  & .next label { font-family: var(--mono) }
  & label:has(:checked) { border-color: var(--accent) }
  & .checked .right { outline: 2px solid var(--accent) }
  & :disabled label { cursor: default }
  & input { flex: none; margin: 0; accent-color: var(--accent) }
  & .verdicts p { position: relative; padding-inline-start: 1.6em }
  & svg { position: absolute; inset-inline-start: 0; top: 0.2em; width: 1.15em; fill: none; stroke: var(--accent); stroke-width: 2.5 }
  & .wrong svg { stroke: var(--alarm) }
  & ul { padding-inline-start: 1.3em }
  & .actions { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: 0.5em }
  & .actions p { flex: 1; color: var(--muted) }
  & button { min-height: 2.6em; padding: 0 1em; border: 1px solid transparent; border-radius: 0.5em; background: none; cursor: pointer }
  & .main { min-width: min(8.2em, 100%); background: var(--accent); color: var(--on-accent); font-weight: 600 }
  &.off .main { border-color: var(--accent); background: none; color: var(--accent) }
  & .gone { visibility: hidden }
  & .skip { color: var(--muted); text-decoration: underline; text-underline-offset: 3px }
  @media print {
    &:has(fieldset.current) .stack > fieldset { grid-area: auto; visibility: visible }
    & :is(.verdicts, .actions, .stack > div:not(.current)) { display: none }
  }
  @container (max-width: 35rem) {
    & .actions p { flex-basis: 100%; min-height: 3em }
    &.off .actions p { min-height: 0 }
  }
}
`;
