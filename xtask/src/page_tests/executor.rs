//! What the page says of the executor: that it is what the core did, and how it is shown.

use anyhow::{Result, ensure};

use crate::key;
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
    (
        "the executor is shown when the reader opens it, by key, and not before",
        it_is_shown_when_it_is_opened,
    ),
    (
        "a step back shows what the step forward showed, and nothing jumps",
        a_step_back_undoes_a_step,
    ),
    (
        "the way back over a long run shows the same",
        the_way_back_over_a_long_run_shows_the_same,
    ),
    (
        "the executor's buttons step one lane",
        its_buttons_step_one_lane,
    ),
    (
        "the chosen lane and the language stay in a new run",
        the_choice_stays_in_a_new_run,
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

const DEMO: &str = "document.querySelector('interleaved-demo')";
const ROOT: &str = "document.querySelector('interleaved-demo').shadowRoot";
const TEXT: &str =
    "document.querySelector('interleaved-demo').shadowRoot.querySelector('.executor').textContent";

fn open(page: &Page, path: &str) -> Result<()> {
    page.open(path)?;
    page.wait_for(&format!("{ROOT}.querySelector('.lane')"))?;
    page.browser.click("summary")?;
    page.wait_for(&format!("{ROOT}.querySelector('.executor')"))
}

fn it_is_shown_when_it_is_opened(page: &Page) -> Result<()> {
    let loaded =
        "performance.getEntriesByType('resource').some(({ name }) => name.includes('executor'))";
    page.open("embed.html")?;
    page.wait_for(&format!("{ROOT}.querySelector('.lane')"))?;
    ensure!(
        !page.eval::<bool>(loaded)?,
        "it is loaded before it is wanted"
    );
    page.eval::<()>(&format!("{ROOT}.querySelector('summary').focus()"))?;
    page.browser.keys(key::SPACE)?;
    page.wait_for(&format!("{ROOT}.querySelector('.executor')"))?;
    let paused: bool = page.eval(&format!("{DEMO}.paused"))?;
    ensure!(paused, "the key that opens it runs the demo");
    page.browser.keys(".")?;
    page.wait_for(&format!("{DEMO}.events('sequential').length === 1"))?;
    page.browser.keys(key::ENTER)?;
    page.wait_for(&format!("!{ROOT}.querySelector('.executor')"))
}

/// Steps to the end and back. Gives how many steps there were, at how many of
/// them the way back shows something else, and how many heights there were.
const STEP: &str = r#"(async () => {
    const demo = document.querySelector("interleaved-demo");
    const panel = demo.shadowRoot.querySelector(".executor");
    const heights = new Set();
    const shown = () => {
        heights.add(panel.offsetHeight);
        const parts = [...panel.querySelectorAll(".on, .moved")].map((part) => part.className);
        return panel.textContent + parts.join();
    };
    const forward = [shown()];
    while (!demo.ended) {
        demo.stepForward();
        forward.push(shown());
    }
    const steps = forward.length;
    let different = 0;
    for (forward.pop(); forward.length; ) {
        demo.stepBack();
        if (shown() !== forward.pop()) different += 1;
    }
    return [steps, different, [...heights]];
})()"#;

fn a_step_back_undoes_a_step(page: &Page) -> Result<()> {
    for (width, query) in [
        (1280, ""),
        (320, ""),
        (
            320,
            "?lang=ko&lanes=threads&lock&tasks=A:0:3,Bora:0:2,Chul-su:0:3,D:0:1",
        ),
        (700, "?lanes=threads&lock"),
    ] {
        page.browser.resize(width, 800)?;
        open(page, &format!("embed.html{query}"))?;
        let (steps, different, heights): (u32, u32, Vec<f64>) = page.eval(STEP)?;
        ensure!(steps > 30, "{query} has {steps} steps");
        ensure!(different == 0, "{query}: {different} of {steps} differ");
        ensure!(
            heights.len() == 1,
            "{query} at {width} is {heights:?} pixels high"
        );
    }
    Ok(())
}

fn the_way_back_over_a_long_run_shows_the_same(page: &Page) -> Result<()> {
    let tasks: Vec<_> = (0..60).map(|task| format!("T{task}:0:30")).collect();
    open(
        page,
        &format!("embed.html?lanes=async&tasks={}", tasks.join(",")),
    )?;
    let texts: Vec<String> = page.eval(&format!(
        "(async () => {{
            const demo = {DEMO};
            const texts = [];
            for (const time of [3, 20, 30, 20, 3]) {{
                const seeked = new Promise((resolve) => demo.addEventListener('seeked', resolve, {{ once: true }}));
                demo.currentTime = time;
                await seeked;
                texts.push({TEXT});
            }}
            return texts;
        }})()"
    ))?;
    ensure!(texts[0] == texts[4] && texts[1] == texts[3], "{texts:?}");
    ensure!(texts[0] != texts[1] && texts[1] != texts[2], "{texts:?}");
    ensure!(texts[2].contains("48 more"), "{}", texts[2]);
    Ok(())
}

fn its_buttons_step_one_lane(page: &Page) -> Result<()> {
    open(page, "embed.html")?;
    let counts = format!("[{DEMO}.events('async').length, {DEMO}.events('sequential').length]");
    let mut forward = Vec::new();
    for _ in 0..12 {
        forward.push(page.eval::<(usize, usize)>(&counts)?);
        page.browser.click(".tools button[aria-label^=On]")?;
    }
    let asynchronous: Vec<_> = forward.iter().map(|counts| counts.0).collect();
    ensure!(asynchronous == Vec::from_iter(0..12), "{asynchronous:?}");
    ensure!(forward[11].1 > forward[1].1, "{forward:?}");
    for expected in (0..12).rev() {
        page.browser.click(".tools button[aria-label^=Back]")?;
        let (shown, _): (usize, usize) = page.eval(&counts)?;
        ensure!(shown == expected, "{shown} events instead of {expected}");
    }
    Ok(())
}

fn the_choice_stays_in_a_new_run(page: &Page) -> Result<()> {
    open(page, "embed.html?lanes=sequential,async,threads")?;
    page.browser.click("[data-lane=threads]")?;
    page.wait_for(&format!("{TEXT}.includes('may pick any')"))?;
    page.eval::<()>(&format!(
        "void Object.assign({DEMO}, {{ seed: '5', lang: 'ko' }})"
    ))?;
    page.wait_for(&format!("{TEXT}.includes('어느 것이든 고를 수 있습니다')"))?;
    let pressed = page.text("[data-lane][aria-pressed=true]")?;
    ensure!(pressed.starts_with("스레드"), "{pressed} is chosen");
    Ok(())
}
