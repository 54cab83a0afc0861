// The look of the executor panel.

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
/* Its picture is drawn for the room beside the lanes, or for what there is below them. */
.executor { container-type: inline-size; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5em; padding-block: 0.6em; max-width: 62em }
.executor .tools, .executor .tools div { display: flex; flex-wrap: wrap; gap: 0.3em }
.executor .tools { gap: 0.5em 1.2em; margin-block-end: 0.3em }
.executor .tools div:empty { display: none }
.executor button { display: inline-flex; align-items: center; justify-content: center; min-width: 2.4em; min-height: 2.2em; padding: 0 0.8em; border: 1px solid var(--hair); border-radius: 0.4em; background: none; color: var(--muted); cursor: pointer }
.executor button[aria-pressed="true"] { border-color: var(--accent); color: var(--ink); font-weight: 600; box-shadow: inset 0 -2px var(--accent) }
.executor svg { width: 1.1em; height: 1.1em; fill: currentColor }
.executor .stack { display: grid }
.executor .stack > * { grid-area: 1 / 1; min-width: 0 }
.executor .room { visibility: hidden }
.executor .stack + .stack, .executor .note { color: var(--muted) }
.executor .note { font-size: 0.9em; max-width: 52em }
.executor .note:empty { display: none }

.cycle { display: grid; grid-template-columns: minmax(7em, 11em) 7em minmax(0, 1fr); column-gap: 0.6em; padding-block: 0.6em }
.cycle.with-lock { grid-template-columns: minmax(7em, 11em) 7em repeat(2, minmax(0, 1fr)) }
.cycle .ready { grid-area: 1 / 3 / auto / -1 }
.cycle .poll { grid-area: 1 / 2 }
.cycle .thread { grid-area: 1 / 1 / 5 / auto }
.cycle .pending { grid-area: 3 / 2 }
.cycle .sleeping { grid-area: 3 / 3 }
.cycle .wake { grid-area: 2 / 3 }
.cycle .locked { grid-area: 3 / 4 }
.cycle .handed { grid-area: 2 / 4 }
.cycle .ended { grid-area: 4 / 2 }
.cycle .finished { grid-area: 4 / 3 / auto / -1; margin-block-start: 0.9em }

.station { min-width: 0 }
.station p { display: flex; gap: 0.6em; border-block-end: 1px solid var(--hair); color: var(--muted); font-size: 0.9em }
.station p b { color: var(--ink) }
.station.on p { color: var(--accent); border-color: currentColor; font-weight: 700 }
.station ul { display: flex; flex-wrap: wrap; align-items: center; align-content: start; gap: 0.3em; padding: 0.4em 0; list-style: none }
.station li { min-height: 2em; line-height: 2em; padding-inline-end: 0.3em; color: var(--muted) }
.station .token { display: flex; align-items: center; max-width: 100%; padding-inline: 0.6em; border: 1px solid var(--hair); border-radius: 1em; line-height: 1.8; color: var(--ink); font-weight: 600 }
.token .mark { flex: none }
.token bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.token.moved { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent) }
.station.thread { display: grid; grid-template-rows: auto 1fr; padding: 0.5em 0.8em; border: 1px solid var(--hair); border-radius: 0.6em }
.station.thread.on { border-color: var(--accent) }
.thread p, .sleeping p { border-color: transparent !important }
.thread .stack { align-items: center }
.thread ul { justify-content: center }

.locked p { padding-block-end: 0.28em }
.deadlines { position: relative; margin-block-start: 0.25em; border-block-end: 1px solid var(--hair) }
.deadlines::before { content: ""; position: absolute; inset: auto auto -2px 0; width: calc(var(--past, 0) * 100%); border-block-end: 3px solid var(--accent) }
.deadlines i { position: absolute; inset-inline-start: calc(var(--x) * 100% - 2px); bottom: -0.35em; height: 0.7em; border-inline-start: 2px solid var(--ink) }

.edge { --line: 1px; position: relative; display: grid; place-items: center; min-height: 2.4em; color: var(--muted); font-size: 0.85em }
.edge span { position: relative; padding-inline: 0.4em; background: var(--paper); white-space: nowrap }
.edge::before, .edge::after { content: ""; position: absolute; border: 0 solid }
.edge::before { inset: calc(50% - var(--line) / 2) 0 auto; border-block-start-width: var(--line) }
.edge::after { inset: calc(50% - 0.225em) 0 auto auto; width: 0.45em; height: 0.45em; border-width: 1.5px 1.5px 0 0; rotate: 45deg }
.edge.poll::after { inset-inline: 0 auto; rotate: 225deg }
.edge.on { --line: 2.5px; color: var(--accent); font-weight: 700 }
.edge.on::after { border-width: 2.5px 2.5px 0 0 }
.edge:is(.wake, .handed) { justify-items: start; padding-inline-start: 1.1em }
.edge:is(.wake, .handed)::before { inset: 0.2em auto 0.1em calc(0.7em - var(--line) / 2); border-width: 0 0 0 var(--line) }
.edge:is(.wake, .handed)::after { inset: 0.2em auto auto 0.475em; rotate: -45deg }

@container (max-width: 35rem) {
  .cycle { grid-template-columns: 1.4em minmax(0, 1fr) 1.4em; column-gap: 0.5em; padding-block: 0 }
  .station ul { padding: 0.1em 0 }
  .edge { min-height: 2.1em }
  .cycle.with-lock { grid-template-columns: 1.4em minmax(0, 1fr) 1.2em 1.4em }
  .cycle .ready { grid-area: 1 / 2 }
  .cycle .poll { grid-area: 2 / 2 }
  .cycle .thread { grid-area: 3 / 2; grid-template: auto / auto 1fr; align-items: center; padding-block: 0 }
  .cycle .pending { grid-area: 4 / 2 }
  .cycle .sleeping { grid-area: 5 / 2 }
  .cycle .locked { grid-area: 6 / 2 }
  .cycle .finished { grid-area: 7 / 2; margin: 0 }
  .cycle .wake { grid-area: 1 / 3 / 5 }
  .cycle .handed { grid-area: 1 / 4 / 6 }
  .cycle .ended { grid-area: 3 / 1 / 7 }
  .edge:is(.poll, .pending) { justify-items: start; padding-inline-start: 1.1em }
  .edge:is(.poll, .pending)::before { inset: 0.2em auto 0.2em calc(0.7em - var(--line) / 2); border-width: 0 0 0 var(--line) }
  .edge:is(.poll, .pending)::after { inset: auto auto 0.2em 0.475em; rotate: 135deg }
  .edge:is(.wake, .handed, .ended) { place-items: center; padding: 0; margin-block-end: -0.8em }
  .edge:is(.wake, .handed, .ended) span { writing-mode: vertical-rl; padding: 0.4em 0 }
  .edge:is(.wake, .handed)::before { inset: 0.8em 50% 0 0; border-width: var(--line) var(--line) var(--line) 0 }
  .edge:is(.wake, .handed)::after { inset: calc(0.8em - 0.225em) auto auto 0; rotate: 225deg }
  .edge.handed::before, .edge.handed::after { inset-inline-start: -1.9em }
  .edge.ended::before { inset: 1.4em 0 0 50%; border-width: var(--line) 0 var(--line) var(--line) }
  .edge.ended::after { inset: auto 0 -0.225em auto }
}
`;
