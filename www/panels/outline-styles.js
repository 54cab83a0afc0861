// The look of the few lines that every task runs.

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
.outline {
  --who: calc(var(--marks) * 0.95em + 0.3em);
  font: min(0.73em, calc((100cqi - 4em) / 28))/1.38 var(--mono);
  & header { display: flex; gap: 1em; color: var(--muted); font-family: system-ui, NanumGothic, sans-serif }
  & header :nth-child(2) { margin-inline-start: auto }
  & .line { display: grid; grid: auto / auto-flow var(--who); grid-template-columns: var(--who) minmax(0, 1fr); gap: 0.5em; min-height: 1.38em }
  & code { font: inherit; white-space: pre-wrap; word-break: normal; padding-inline-start: 4ch; text-indent: -4ch }
  & .who { white-space: nowrap; overflow: hidden; border-inline-end: 2px solid var(--hair) }
  & code ~ .who { border-inline: 0; border-inline-start: 2px solid var(--hair); padding-inline-start: 0.3em }
  & .no { border-color: transparent !important }
  & .line:has(.mark) { background: var(--wash) }
  & .mark { margin-inline-end: 0.2em }
  & .pointed { box-shadow: inset 3px 0 var(--accent) }
  & .keyword { font-weight: 600 }
  & .string { color: var(--accent) }
}
`;
