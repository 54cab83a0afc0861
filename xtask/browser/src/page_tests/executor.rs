//! What the page says of the executor: that it is what the core did.

use anyhow::{Result, ensure};

use crate::page::{Page, Test};

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "every state of the executor follows from the core's events",
        every_state_follows_from_the_events,
    ),
    (
        "sleepers stand by deadline, then by when they began to wait",
        sleepers_stand_by_deadline,
    ),
];

/// Runs each configuration event by event. Before each event says what must come,
/// and after it looks where the tasks are. Gives what was wrong, and how many
/// events there were.
const FOLLOW: &str = r#"(async () => {
    const { loaded, Player } = await import("./engine.js");
    const { start, apply, next } = await import("./executor-state.js");
    await loaded();
    const many = Array.from({ length: 40 }, (_, i) => `T${i}:0:${i % 4}`).join(" ");
    const wrong = [];
    let count = 0;
    for (const tasks of ["A:1:5 B:5:10 C:10:15", "A:0:0", "A:0:0 B:3:1", "A:0:1 B:0:0 C:0:3 D:0:1", many]) {
        for (const lock of [[], [["lock", ""]]]) {
            for (const seed of ["1", "2", "7"]) {
                const lanes = "sequential async threads";
                const player = new Player(new Map([["tasks", tasks], ["lanes", lanes], ["seed", seed], ...lock]), () => {});
                while (!player.state.ended) player.stepForward();
                for (const [lane, kind] of player.lanes.entries()) {
                    const state = start();
                    for (const event of player.events(lane, 0, player.state.lanes[lane].shown)) {
                        const { what, task, until } = next(state, kind, player.tasks.length);
                        const now = what === "advances" ? until : (state.last?.at ?? 0);
                        const foreseen = event.at === now && {
                            starts: () => event.kind === "started" && event.index === task,
                            main: () => event.index === undefined,
                            polled: () => event.kind === "polled" && event.index === task,
                            picks: () => event.kind === "polled" && state.ready.has(event.index),
                            runs: () =>
                                event.index === task && ["wrote", "waiting", "finished"].includes(event.kind) ||
                                kind === "threads" && state.step === "wrote" && event.kind === "polled",
                            woke: () => event.kind === "woke" && event.index === task,
                            handed: () => event.kind === "woke" && event.index === task && state.locked.has(task),
                            advances: () => event.kind === "woke" && event.index === task && state.sleeping.has(task),
                            over: () => false,
                        }[what]();
                        apply(state, event);
                        const { ready, running = -1, sleeping, locked, finished, started } = state;
                        const places = [...ready.keys(), ...sleeping.keys(), ...locked, ...finished];
                        if (running >= 0) places.push(running);
                        const sorted = places.sort((one, other) => one - other).join();
                        const inOne = sorted === [...Array(started).keys()].join();
                        if (!foreseen || !inOne) wrong.push([tasks, kind, seed, what, sorted, event]);
                        count += 1;
                    }
                    if (next(state, kind, player.tasks.length).what !== "over") wrong.push([tasks, kind, seed, "no end"]);
                }
                player.free();
            }
        }
    }
    return [JSON.stringify(wrong.slice(0, 3)), wrong.length, count];
})()"#;

fn every_state_follows_from_the_events(page: &Page) -> Result<()> {
    page.open_modules("embed.html")?;
    let (examples, wrong, count): (String, u32, u32) = page.eval(FOLLOW)?;
    ensure!(wrong == 0, "{wrong} of {count} events, such as {examples}");
    ensure!(count > 5_000, "only {count} events");
    Ok(())
}

fn sleepers_stand_by_deadline(page: &Page) -> Result<()> {
    page.open_modules("embed.html")?;
    let (order, next): (Vec<u32>, String) = page.eval(
        r#"(async () => {
            const { start, apply, next, sleepers } = await import("./executor-state.js");
            const state = start();
            for (const [index, until] of [[2, 50], [0, 70], [3, 50], [1, 20]]) {
                for (const kind of ["started", "polled", "waiting"]) apply(state, { at: 0, kind, index, until });
            }
            return [sleepers(state).map(([task]) => task), JSON.stringify(next(state, "async", 4))];
        })()"#,
    )?;
    ensure!(order == [1, 2, 3, 0], "{order:?}");
    ensure!(
        next == r#"{"what":"advances","task":1,"until":20}"#,
        "{next}"
    );
    Ok(())
}
