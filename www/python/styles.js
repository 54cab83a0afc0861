// How a Python program looks: the program left, its run right, its timeline below; in a
// narrow frame one below the other, each scrolling within itself.

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
.python .body { grid-template: "bar bar" auto "said said" minmax(2.7em, auto) "program head" auto "program log" minmax(7em, 11em) "program cuts" auto "program errors" auto "program threads" minmax(9em, 1fr) "timeline timeline" auto / minmax(0, 9fr) minmax(0, 10fr); gap: 0.4em 1.2em }
.python :is(.stage, .lanes, .lane, .stage > .place, .beneath) { display: contents }
.python :is(.now, .track, .lane > .tasks, .measured, .stage > details, .axis) { display: none }
.python .lane > .head { grid-area: head; display: block; line-height: 1.35 }
.python .bar { grid-area: bar }
/* Before a run and at its end there is something to say of all of it; in between, of what happens. */
.python :is(.result, .moment) { grid-area: said; min-height: 0; line-height: 1.3; color: var(--ink); font-size: 1em; align-self: center }
.python:is([data-state="ready"], [data-state="ended"]) .moment { display: none }
.python:is([data-state="playing"], [data-state="paused"]) .result { display: none }
.python .conclusion { min-height: 0 }
.python .program { grid-area: program; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; height: 29em; min-width: 0 }
.python .lane > .log { grid-area: log; height: auto; min-height: 0; border: 1px solid var(--hair); border-radius: 0.4em; padding: 0.3em 0.5em; font-size: 0.9em }
.python .lanes:not(.ladder) .tears .log { height: auto }
.python .invite { inset: 0; padding: 0.4em 0.6em; max-width: none }
.python .place:has(> .cuts) { grid-area: cuts; min-width: 0 }
.python .place:has(> .cuts[hidden]) { display: none }
.python .errors { min-width: 0 }
.python .place:has(> .errors) { grid-area: errors; min-width: 0 }
.python .place:has(> .errors[hidden]) { display: none }
/* It has the room that the program leaves it, however much there is to be told. */
.python .place:has(> .threads) { grid-area: threads; position: relative; min-width: 0; min-height: 0 }
.python .timeline { grid-area: timeline }
.python .name { font-size: 0.95em }
.python .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }

.source { position: relative; display: grid; grid-template-columns: auto minmax(max-content, 1fr); align-content: start; overflow: auto; border: 1px solid var(--hair); border-radius: 0.4em; font: 0.86em/1.5 var(--mono) }
.source:focus-within { border-color: var(--accent) }
.margin { position: sticky; left: 0; z-index: 1; padding-block: 0.4em; background: var(--wash); color: var(--muted); user-select: none; border-inline-end: 1px solid var(--hair) }
.row-number { display: flex; justify-content: space-between; gap: 0.3em; height: 1.5em; min-width: 5em; padding-inline: 0.4em; white-space: nowrap }
.row-number .mark { margin-inline-end: 0.15em; width: 0.8em; height: 0.8em }
.row-number { cursor: pointer }
/* A shape as well as a colour: the number in a box. */
.row-number.breaks .number { padding-inline: 0.35em; border-radius: 0.3em; background: var(--alarm); color: var(--paper); font-weight: 700 }
@media (hover: hover) { .row-number:not(.breaks):hover .number { box-shadow: 0 0 0 1px var(--alarm); border-radius: 0.3em } }
.row-number.wrong { color: var(--alarm); font-weight: 700 }
.source :is(textarea, .cm-editor) { grid-column: 2; grid-row: 1; position: relative }
.source textarea { width: 100%; padding: 0.4em 0.6em; border: 0; outline: 0; resize: none; overflow: hidden; background: none; color: inherit; font: inherit; tab-size: 8; white-space: pre }
/* The editor's own rules name it twice. */
.source .cm-editor.cm-editor { outline: 0; background: none }
.source .cm-editor .cm-scroller { overflow: visible; font: inherit; line-height: inherit }
.source .cm-editor .cm-content { padding: 0.4em 0.6em; outline: 0; white-space: pre; caret-color: var(--ink); tab-size: 8 }
.source .cm-editor .cm-line { padding: 0 }
.source .cm-editor .cm-matchingBracket { background: none; outline: 1px solid var(--accent) }
.source .keyword { font-weight: 600 }
.source .string { color: var(--accent) }
.source .comment { color: var(--muted) }
.washes { grid-column: 2; grid-row: 1; position: relative }
.washes > * { position: absolute; inset-inline: 0; top: calc(0.4em + var(--line-number) * 1.5em); height: 1.5em; background: var(--wash); box-shadow: inset 3px 0 var(--accent) }
.washes > .wrong { box-shadow: inset 3px 0 var(--alarm) }
.problems { padding: 0; list-style: none; color: var(--alarm); font-size: 0.9em; max-height: 6em; overflow: auto }

.cuts ol { max-height: 8em; overflow: auto; padding: 0; list-style: none; border-inline-start: 3px solid var(--accent); background: var(--wash); font-size: 0.9em; line-height: 1.35 }
.cuts .old { opacity: 0.5 }
.cuts button { width: 100%; padding: 0.25em 0.6em; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer }
.cuts button[data-past] { color: var(--accent) }
.row-number .cut { color: var(--accent); font-weight: 700 }
.cut-mark { position: absolute; inset-block: 0; left: calc(var(--left) + var(--at) * var(--interval)); border-left: 2px dashed var(--accent); pointer-events: none }
.errors pre { max-height: 11.4em; overflow: auto; padding: 0.3em 0.5em; border-inline-start: 3px solid var(--alarm); background: var(--wash); font: 0.82em/1.35 var(--mono); white-space: pre-wrap }
.threads { position: absolute; inset: 0; overflow: auto; font-size: 0.9em; line-height: 1.4 }
.threads-list { padding: 0; list-style: none }
.threads-list > li { padding-block: 0.1em; border-block-start: 1px solid var(--hair) }
.thread { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.3em }
.thread .state { flex: 1; padding-inline-start: 0.4em; color: var(--muted) }
[data-state="running"] > .thread .state { color: var(--accent); font-weight: 600 }
[data-state="ended"] > .thread b { color: var(--muted) }
.thread button { display: inline-flex; align-items: center; justify-content: center; min-width: max(1.9em, var(--finger, 24px)); min-height: max(1.6em, var(--finger, 24px)); border: 0; background: none; color: var(--muted); cursor: pointer }
.thread button svg { width: 1em; height: 1em; fill: currentColor }
@media (hover: hover) { .thread button:hover { background: var(--wash); color: var(--ink) } }
.call { padding-inline-start: 1.2em }
.where { margin-inline-end: 0.6em; color: var(--muted) }
.variable { display: inline-block; max-width: 100%; margin-inline-end: 0.7em; overflow-wrap: anywhere; font-family: var(--mono); font-size: 0.92em }
.variable .value { padding: 0; border: 0; background: none; font: inherit; text-align: start }
.variable button.value { border-block-end: 1px dotted; cursor: pointer; min-height: 24px }
.variable.changed { background: var(--wash); box-shadow: inset 0 -2px var(--accent) }
.shared { color: var(--accent); font-family: system-ui, sans-serif }
.parts { display: block; padding-inline-start: 1.4em; border-inline-start: 2px solid var(--hair) }
:is(.globals, .resources) { padding-block-start: 0.2em; border-block-start: 1px solid var(--hair) }

/* Runs side by side: what each prints, and when. */
.python.several .body { grid-template: "bar bar" auto "said said" minmax(2.7em, auto) "program lanes" auto / minmax(0, 3fr) minmax(0, 5fr) }
.python.bare .body { grid-template: "bar" auto "said" minmax(2.7em, auto) "lanes" auto / minmax(0, 1fr) }
.python.several .lanes { display: grid; grid-area: lanes; align-content: start }
.python.several .lane { display: grid }
.python.several :is(.lane > *, .lane .moment) { grid-area: auto }
.python.several .lane .moment { display: block; min-height: 2.7em; align-self: start; color: var(--muted); font-size: 0.9em }
.python.several .result { display: block }
.python.several .lanes:not(.ladder) .tears .log { height: 19em }

@container (max-width: 45rem) {
  .python.several .body { grid-template: "bar" auto "said" auto "program" auto "lanes" auto / minmax(0, 1fr) }
  .python.bare .body { grid-template: "bar" auto "said" auto "lanes" auto / minmax(0, 1fr) }
  .python.several .lanes:not(.ladder) .tears .log { height: 12em }
  .python .body { grid-template: "bar" auto "said" minmax(2.8em, auto) "program" auto "head" auto "log" minmax(6em, 9em) "cuts" auto "errors" auto "threads" auto "timeline" auto / minmax(0, 1fr); gap: 4px }
  .python .bar { position: sticky; top: 0; z-index: 2; background: var(--paper); padding-block: 2px }
  .python .program { height: 15em }
  .python :is(.result, .moment) { font-size: 0.92em }
  .threads { position: static }
}
@media print {
  .python .source, .python .program, .python .threads { height: auto; max-height: none; overflow: visible }
}
`;
