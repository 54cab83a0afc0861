// How a demo looks. Paper and ink, one accent, hairlines; a colour and a shape for each task.

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
:host {
  --paper: light-dark(#fdfcf9, #17181b);
  --ink: light-dark(#1d1c1a, #ecebe6);
  --muted: light-dark(#66625a, #a6a299);
  --hair: light-dark(#dfdbd2, #37383d);
  --wash: light-dark(#f3f0e9, #212226);
  --accent: light-dark(#3a47a8, #aab4ff);
  --on-accent: light-dark(#fff, #17181b);
  --alarm: light-dark(#a3241b, #ff9c92);
  --look0: light-dark(#00649c, #6fbcf2);
  --look1: light-dark(#b04600, #ff9a5c);
  --look2: light-dark(#00704f, #45cf9f);
  --look3: light-dark(#94437a, #eaa3d0);
  --look4: light-dark(#7d5f00, #e6bb3f);
  --look5: light-dark(#2b6fb3, #9ccaff);
  --look6: light-dark(#8a3b2e, #f0a796);
  --look7: light-dark(#4a4a4a, #c9c9c9);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "D2Coding", "NanumGothicCoding", "Noto Sans Mono CJK KR", "DejaVu Sans Mono", NanumGothic, monospace;
  display: block;
  container-type: inline-size;
  /* Contained, it has no width of its own; as a flex item or a float it needs one. */
  contain-intrinsic-inline-size: 45rem;
  min-inline-size: 0;
  max-inline-size: 100%;
  color: var(--ink);
  color-scheme: light dark;
}
:host([hidden]) { display: none }
:host([theme="light"]) { color-scheme: light }
:host([theme="dark"]) { color-scheme: dark }
/* Paper is light. */
@media print { :host, :host([theme]) { color-scheme: light } }
* { box-sizing: border-box; margin: 0 }
[hidden] { display: none !important }
.frame {
  /* How the page around sets its own text is no matter of ours; whether it shows us is, and a reader's spacing. */
  all: initial;
  display: block;
  color-scheme: inherit;
  letter-spacing: inherit;
  pointer-events: inherit;
  visibility: inherit;
  word-spacing: inherit;
  background: var(--paper);
  color: var(--ink);
  font: 400 max(14px, clamp(0.9rem, 0.55cqi + 0.6rem, 1.4rem))/1.5 system-ui, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", NanumGothic, sans-serif;
  font-variant-numeric: tabular-nums;
  text-align: start;
  overflow-wrap: anywhere;
  --type: 0.82;
}
/* Both languages run from left to right, whatever the page around does. */
.alert, .body, dialog { direction: ltr }
.frame:lang(ko) { word-break: keep-all }
.body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5em; padding: 0.7em 1em }
button, select, input { font: inherit; color: inherit }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px }

.alert:not(:empty) {
  margin: 1em 1em 0;
  padding: 0.6em 0.9em;
  border-inline-start: 4px solid var(--alarm);
  background: var(--wash);
  color: var(--alarm);
  white-space: pre-line;
}
.alert:not(:empty):has(~ .body[hidden]) { margin-block-end: 1em }
.missing button { padding: 0.2em 0.8em; border: 1px solid; border-radius: 0.4em; background: none; color: var(--accent); cursor: pointer }
.fallback { display: block; padding: 1em }

/* A finger needs room. */
@media (pointer: coarse) { .frame { --finger: 44px } }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3em 0.7em }
.bar button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 0.45em;
  min-height: max(2.6em, var(--finger, 0px));
  border: 1px solid transparent;
  border-radius: 0.5em;
  background: none;
  cursor: pointer;
}
.bar svg { width: 1.15em; height: 1.15em; fill: currentColor; flex: none }
.bar .play { min-width: 9.6em; padding: 0 0.6em; white-space: nowrap; background: var(--accent); color: var(--on-accent); font-weight: 600 }
.bar .steps { display: inline-flex }
.bar .step { min-width: max(2.6em, var(--finger, 0px)); color: var(--muted) }
@media (hover: hover) { .bar .step:hover { background: var(--wash); color: var(--ink) } }
.bar input { flex: 1 1 5em; min-width: 4em; height: max(2em, var(--finger, 0px)); margin: 0; accent-color: var(--accent); cursor: pointer }
.time { text-align: end; white-space: nowrap }
.bar label { display: inline-flex; align-items: center; gap: 0.4em; color: var(--muted) }
.bar select { min-height: max(2.2em, var(--finger, 0px)); padding: 0 0.3em; border: 1px solid var(--hair); border-radius: 0.4em; background: var(--paper); color: var(--ink) }

/* A direction that a name doesn't end would go on after it, were it not a box of its own. */
bdi { display: inline-block; max-width: 100% }
.mark { display: inline-block; width: 0.72em; height: 0.72em; margin-inline-end: 0.4em; background: var(--look); forced-color-adjust: none }
.look0 { --look: var(--look0) }
.look1 { --look: var(--look1) }
.look2 { --look: var(--look2) }
.look3 { --look: var(--look3) }
.look4 { --look: var(--look4) }
.look5 { --look: var(--look5) }
.look6 { --look: var(--look6) }
.look7 { --look: var(--look7) }
.mark.look0 { border-radius: 50% }
.mark.look1 { clip-path: polygon(50% 4%, 100% 96%, 0 96%) }
.mark.look2 { clip-path: inset(6%) }
.mark.look3 { clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%) }
.mark.look4 { clip-path: polygon(0 4%, 100% 4%, 50% 96%) }
.mark.look5 { clip-path: polygon(35% 0, 65% 0, 65% 35%, 100% 35%, 100% 65%, 65% 65%, 65% 100%, 35% 100%, 35% 65%, 0 65%, 0 35%, 35% 35%) }
.mark.look6 { clip-path: polygon(50% 0, 100% 40%, 80% 100%, 20% 100%, 0 40%) }
.mark.look7 { clip-path: polygon(0 0, 35% 0, 50% 30%, 65% 0, 100% 0, 70% 50%, 100% 100%, 65% 100%, 50% 70%, 35% 100%, 0 100%, 30% 50%) }

.conclusion { min-height: 3em }
.stage { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5em 1.5em; border-block: 1px solid var(--hair); padding-block: 0.5em; align-items: start }
.lanes { display: grid; grid-template-columns: repeat(var(--count), minmax(0, 1fr)); gap: 0 1.5em }
.place:not(.wanted):empty { display: none }
/* What would answer an open question, or one that is about to come: totals, the axis, the clock; and what else asks. */
.body:has(.predict.open, .wanted[data-panel="predict"]:empty) :is(.conclusion, .time, .scrub, .clock, .track, .values, .timeline, .axis) { visibility: hidden }
/* The program comes a little later than the lanes. */
.stage > .wanted { min-width: 0 }
.stage > .wanted:empty { min-height: 9.3em }
summary { width: max-content; max-width: 100%; min-height: max(24px, var(--finger, 0px)); align-content: center; color: var(--accent); font-weight: 600; cursor: pointer }
.axis { display: none }
.lane { display: grid; grid-template: subgrid / minmax(0, 1fr); grid-row: span 5; gap: 0.3em; min-width: 0; align-content: start }
.lane .head { display: grid; grid-template-columns: 1fr auto; gap: 0 0.8em; align-items: baseline }
.name { font-weight: 700; font-size: 1.12em; overflow-wrap: break-word }
.now { white-space: nowrap; color: var(--muted) }
.clock { display: inline-block; padding-inline-start: 0.4em; color: var(--ink); font-weight: 600 }
.ratio:not(:empty) { padding-inline-start: 0.5em; color: var(--accent); font-weight: 700 }
[data-state="running"] .state { color: var(--accent) }
[data-state="failed"] .state { color: var(--alarm) }
.track { grid-column: 1 / -1; height: 0.35em; background: linear-gradient(var(--ink)) 0 / calc(var(--part, 0) * 100%) no-repeat var(--hair); forced-color-adjust: none }
.tasks { padding: 0; list-style: none; font-size: 0.85em; line-height: 1.35 }
.tasks li { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.tasks b { margin-inline-end: 0.6em }
.says { color: var(--muted) }
.values { font-family: var(--mono) }
.begun .says { display: none }
.timeline { position: relative; align-self: start; min-width: 0; padding-block-end: 1.4em; font-size: 0.88em; line-height: 1.2 }
.plot { position: relative; height: calc(var(--ems) * 1em) }
.plot svg { position: absolute; width: 100%; height: 100% }
.plot path { fill: none; stroke: var(--look, var(--ink)); stroke-width: 1.5 }
.plot :is(.print, .turn, .run) { fill: var(--look, var(--ink)); stroke: none }
.plot .grid { stroke: var(--hair); stroke-width: 1 }
.plot .end { stroke-width: 3 }
.plot .stuck { stroke: var(--alarm); stroke-width: 2 }
.plot .torn { stroke: var(--alarm); stroke-width: 2; stroke-dasharray: 3 2 }
/* Layers of their own: else thousands of strokes are painted again with what changes beside them. */
.dense .plot, .dense ~ .log { will-change: transform }
.dense :is(.wait, .end) { stroke: var(--muted); stroke-width: 0.7 }
.corner { position: absolute; width: 0; height: 0 }
.corner.right { left: 100% }
.corner.below { top: 100% }
.ring { position: absolute; left: var(--x); top: var(--y); width: 1.4em; height: 1.4em; translate: -50% -50%; border: 2px solid var(--ink); border-radius: 50%; pointer-events: none }
.future { position: absolute; inset: 0 0 0 calc(var(--left) + var(--now, 0) * var(--interval)); border-left: 2px solid var(--accent); background: var(--paper); background: color-mix(in srgb, var(--paper) 65%, transparent) }
.words > * { position: absolute; left: var(--x); top: var(--y); translate: 0 -50%; white-space: nowrap }
.words .task { max-width: calc(var(--left) - var(--x) - 0.5em); overflow: hidden; text-overflow: ellipsis }
.words :is(.thread, .tick) { color: var(--muted) }
.words .tick { translate: -50% -50% }
:is(.told, .heard) { position: absolute; top: 0; width: 1px; height: 1px; contain: strict; white-space: nowrap }
.log {
  --line: 1.36em;
  position: relative;
  overflow: auto;
  overflow-anchor: none;
  height: calc(var(--box) * var(--line) + 0.4em);
  font: 0.95em/1.36 var(--mono);
}
.rows { position: relative; height: calc(var(--lines) * var(--line)); min-width: max-content }
.row { position: absolute; top: calc(var(--place) * var(--line)); inset-inline: 0; height: var(--line); white-space: pre; display: flex; align-items: baseline }
.at { flex: none; width: 3.8em; min-width: calc(1.95em + var(--decimals, 1) * 0.65em); padding-inline-end: 1em; text-align: end; color: var(--muted); user-select: none; font-size: 0.88em }
.piece { color: var(--look, var(--ink)) }
.piece.main { font-weight: 700 }
.tag { color: var(--alarm); font: 0.85em system-ui, NanumGothic, sans-serif; padding-inline-start: 0.8em; user-select: none }
.tag > span { margin-inline-end: 0.4em; color: var(--look, var(--ink)); font-weight: 600 }
.tag .mark { margin-inline-end: 0.15em }
.end { color: var(--alarm); font-weight: 700; user-select: none }
.pointed { background: var(--wash); box-shadow: inset 3px 0 var(--accent) }
/* One piece from the next: by more than colour. */
.torn .piece { text-decoration: underline 2px; text-underline-offset: 3px }
.torn .piece + .piece { text-decoration-style: dotted }
/* Whose they are stands below two texts in one line. */
.whole .row { position: static }
.lanes:not(.ladder) .whole .torn:has(.piece) {
  height: auto;
  flex-wrap: wrap;
  & .tag { flex-basis: 100%; padding-inline-start: 3.9em }
}
.lanes:not(.ladder) .tears .whole { height: calc((var(--box) + 1) * var(--line) + 0.4em) }
.lanes:has(> :nth-child(4)) .log { font-size: 0.85em }
.saved { display: none }
.saved, .invite { user-select: none }
.invite { position: absolute; background: var(--paper); inset: 0 0 auto; max-width: 28em; padding: 0.4em 0.4em 0.4em 0; color: var(--muted); font: max(12px, 1em)/1.5 system-ui, "Apple SD Gothic Neo", "Malgun Gothic", NanumGothic, sans-serif }
.invite p { margin-block-end: 0.5em }
.beneath { color: var(--muted); font-size: 0.88em }
.moment { min-height: 3em }
.measured { min-height: 4.5em }

.ladder { --line: max(16px, 1.3em); grid-template-columns: auto repeat(var(--count), minmax(0, 1fr)); column-gap: 1.2em }
.ladder .axis { display: grid; grid-row: 3; grid-auto-rows: var(--line); margin-block-start: 0.3em; color: var(--muted); text-align: end }
.ladder .axis span { font-size: 0.82em; line-height: var(--line) }
.ladder .lane { grid-row: 1 / span 5 }
.lanes.ladder .log { --line: max(16px, 1.3em / var(--type)); font-size: calc(var(--type) * 1em); line-height: 1.2; height: calc(var(--rungs) * var(--line)); overflow: auto hidden }
.ladder .rows { --line: inherit; height: 100% }
.ladder .rows::after { content: ""; position: absolute; inset: 0 auto auto 0; width: 2px; height: calc(var(--now, 0) * var(--line)); background: var(--accent) }
[data-state="ended"] .ladder .rows::after { display: none }
.ladder .at { display: none }
.band { position: absolute; top: calc(var(--place) * var(--line)); inset-inline: 0; height: var(--line); display: flex; align-items: center; gap: 0.6em; padding-inline-start: 0.5em; border-block-start: 1px solid var(--hair) }
.band .row { position: static; flex: none; height: auto }
.ladder .saved:not(:empty) { display: grid; place-content: center; position: absolute; inset-inline: 0; bottom: 0; top: calc(var(--from) * var(--line) + 1px); background: var(--paper); color: var(--muted); font-family: system-ui, NanumGothic, sans-serif }

:host([size="large"]) .frame { --type: 1; font-size: max(24px, 1.25cqi) }
:host([size="large"]) :is(.says, .now, .tasks, .log, .beneath, .timeline, .tag, .axis span, .outline, .at, summary, select) { font-size: 1em }
:host([size="large"]) .log { --line: 1.25em }

@container (min-width: 66rem) {
  .stage:has(> .wanted) {
    grid-template: auto 1fr / 23em minmax(0, 1fr);
    & > .lanes { grid-area: 1 / 2 / span 2 }
  }
}
@container (max-width: 45rem) {
  .body { padding: 6px; gap: 4px }
  .bar { gap: 0 4px }
  .bar > :is(.play, .steps, .time) { order: -1 }
  .bar .play { flex: 1 1 6em; min-width: min-content; padding: 0; line-height: 1.1; white-space: normal }
  .bar label span { display: none }
  .stage { padding-block: 4px }
}
@container (max-width: 60rem) {
  .lanes:has(> :nth-child(4)) .head { grid-template-columns: 1fr }
}
@container (max-width: 35rem) {
  .lanes { column-gap: 0.8em }
  .lanes:has(> :nth-child(4)) { grid-template-columns: repeat(2, minmax(0, 1fr)); row-gap: 0.6em }
  .conclusion { min-height: 4.2em; line-height: 1.4; font-size: 0.95em }
  .lane .head { grid-template-columns: 1fr }
  .name { font-size: 1em; line-height: 1.3 }
  .now { font-size: 0.9em; line-height: 1.3 }
  .log { font-size: 0.85em }
  .lanes:has(> :nth-child(3)) .log { --line: 1.35em; font-size: 0.78em; line-height: 1.35; min-height: 12em }
  .lanes:has(> :nth-child(3)) .at { width: 2.6em; padding-inline-end: 0.4em }
  /* Two texts in one line have room beside a log that has none. */
  .stage .lanes:where(:has(> .tears):not(:has(> :nth-child(4)))) {
    &:where(:has(> :nth-child(2):not(.tears))) { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) }
    &:where(:has(> :nth-child(3):not(.tears))) { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) }
  }
  .lanes:has(> :nth-child(3)) .whole .torn:has(.piece) .tag { padding-inline-start: 2.7em }
  .beneath { font-size: 0.8em; line-height: 1.3 }
  .moment { min-height: 3.9em }
  .timeline { font-size: 0.75em }
}
@container (max-width: 15rem) {
  .lanes { grid-template-columns: minmax(0, 1fr) !important }
}
.paper { container-type: inline-size; width: 660px; font-size: 10pt }
.paper .body { display: block; padding: 0 }
.paper .body > * { margin-block-end: 0.9em }
.paper .rows { height: calc(var(--shown) * var(--line)) }
.paper .lanes { column-gap: 1em }
.paper .log { overflow: visible clip; height: auto; max-height: calc(300 * var(--line)); font-size: calc(9.5pt - 0.6pt * var(--count)) }
.paper .at { width: 3.6em; padding-inline-end: 0.7em }
@media print {
  .bar, .moment, .predict.off, .chooser, button:not([aria-pressed="true"]), details:not([open]), [data-state="ready"] :is(.lanes, .result), :not([data-state="ended"]) > * > * > .conclusion { display: none !important }
  .lanes, .result, .program, .executor { break-inside: avoid }
  .mark, .track, .plot { print-color-adjust: exact }
}
`;
