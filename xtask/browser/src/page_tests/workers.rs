//! Real threads: the lane of web workers, and steps that compute in earnest.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::helpers::{MODULE, Stage, check, check_script, document, open, script, wait_for};
use crate::page::{Page, Test};
use crate::serve::Options;
use xtask::engine::Engine;

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "real threads print what their tasks print",
        real_threads_print_what_their_tasks_print,
    ),
    (
        "under the lock no print of real threads tears",
        under_the_lock_no_print_tears,
    ),
    (
        "real threads can be paused, and go on",
        real_threads_can_be_paused_and_go_on,
    ),
    (
        "the record of real threads can be stepped",
        the_record_can_be_stepped,
    ),
    (
        "no worker outlives its run or its element",
        no_worker_outlives_its_run_or_its_element,
    ),
    (
        "workers start in a sandbox and from another origin",
        workers_start_in_a_sandbox_and_from_another_origin,
    ),
    (
        "where workers are refused the lane says so, and the others go on",
        where_workers_are_refused_the_lane_says_so,
    ),
    (
        "a worker that fails or never answers is told of",
        a_worker_that_fails_or_never_answers_is_told_of,
    ),
    (
        "threads that can't be loaded hold nobody up",
        threads_that_cant_be_loaded_hold_nobody_up,
    ),
    (
        "lanes that compute take turns, and the page stays alive",
        lanes_that_compute_take_turns,
    ),
    (
        "a task that never waits holds the others up",
        a_task_that_never_waits_holds_the_others_up,
    ),
    (
        "more tasks than workers are an error",
        more_tasks_than_workers_are_an_error,
    ),
    (
        "what workers need is loaded for them alone",
        what_workers_need_is_loaded_for_them_alone,
    ),
];

/// Counts the workers that are alive. To be run before any is made.
const COUNT: &str = "
    window.made = 0;
    window.alive = new Set();
    window.Worker = class extends Worker {
        constructor(...parts) { super(...parts); made += 1; alive.add(this); }
        terminate() { alive.delete(this); super.terminate(); }
    };";

/// The totals of each task in a log, in order, however its lines are torn.
pub const TOTALS: &str = "const totals = (log) => {
        const of = {};
        for (const [, name, total] of log.matchAll(/\\[(.*?)\\] total=(-?\\d+)/g)) (of[name] ??= []).push(total);
        return of;
    };
    const torn = (log) => log.split('\\n').filter((line) => line.lastIndexOf('[') > 0).length;";

fn real_threads_print_what_their_tasks_print(page: &Page) -> Result<()> {
    open(
        page,
        "lanes=async%20workers&speed=20&tasks=A:1:5%20B:5:10%20C:10:15%20%ED%95%9C:0:1%20e:3:3",
    )?;
    page.browser.click("button.play")?;
    wait_for(page, "demo.ended")?;
    check_script(
        page,
        &format!(
            "{TOTALS}
            const log = demo.logText('workers');
            const events = demo.events('workers');
            const writes = events.filter(({{ kind }}) => kind === 'wrote');
            const own = (index) => events.filter((event) => event.index === index).map(({{ kind }}) => kind);
            return [
                totals(log),
                log.endsWith('\\nDone!!!\\n'),
                writes.filter(({{ text }}) => text === '\\n').length,
                writes.length,
                own(3),
                own(4),
                events.at(-1).kind,
                demo.duration >= 5,
                text('.measured:not([hidden])').startsWith('Measured here: '),
            ];"
        ),
        json!([
            {
                "A": ["1", "3", "6", "10"],
                "B": ["5", "11", "18", "26", "35"],
                "C": ["10", "21", "33", "46", "60"],
                "한": ["0"],
            },
            true,
            16,
            32,
            ["started", "polled", "waiting", "woke", "polled", "wrote", "polled", "wrote", "finished"],
            ["started", "polled", "finished"],
            "done",
            true,
            true,
        ]),
    )
}

fn under_the_lock_no_print_tears(page: &Page) -> Result<()> {
    const TASKS: &str = "A:0:100%20B:0:100%20C:0:100%20D:0:100%20E:0:100";
    let mut torn = [0, 0];
    for (lock, torn) in ["", "&lock"].iter().zip(&mut torn) {
        open(
            page,
            &format!("lanes=workers&interval=10&tasks={TASKS}{lock}"),
        )?;
        for _ in 0..2 {
            let run: (usize, bool, bool) = script(
                page,
                &format!(
                    "{TOTALS}
                    const end = event('ended');
                    await demo.play();
                    await end;
                    const log = demo.logText('workers');
                    const all = Object.values(totals(log));
                    return [
                        torn(log),
                        all.length === 5 && all.every((own) => own.length === 100),
                        all.every((own) => own.every((total, i) => Number(total) === (i * (i + 1)) / 2)),
                    ];"
                ),
            )?;
            *torn += run.0;
            ensure!(run.1 && run.2, "the totals are not those of the tasks");
        }
    }
    let [without, with] = torn;
    println!("  1,000 prints of 5 real threads: {without} lines torn, with the lock {with}");
    check("torn lines under the lock", with, 0)
}

fn real_threads_can_be_paused_and_go_on(page: &Page) -> Result<()> {
    open(page, "lanes=workers&interval=50&tasks=A:0:40%20B:0:40")?;
    page.browser.click("button.play")?;
    wait_for(page, "demo.events('workers').length > 12")?;
    check_script(
        page,
        "const frames = (count) => new Promise((resolve) => {
            const next = () => (count-- > 0 ? requestAnimationFrame(next) : resolve());
            next();
        });
        demo.pause();
        // What was on its way when they were told still counts.
        await frames(20);
        const held = demo.events('workers').length;
        await frames(40);
        const still = demo.events('workers').length === held;
        demo.speed = 10;
        const end = event('ended');
        await demo.play();
        await end;
        return [still, held < 200, demo.logText('workers').endsWith('Done!!!\\n')];",
        json!([true, true, true]),
    )?;
    // Back at the start nothing is left of the run, and there can be another.
    check_script(
        page,
        "demo.reset();
        const fresh = [demo.events('workers').length, demo.duration, demo.logText('workers')];
        const end = event('ended');
        await demo.play();
        await end;
        return [fresh, demo.logText('workers').split('\\n').length > 80];",
        json!([[0, 2, ""], true]),
    )
}

fn the_record_can_be_stepped(page: &Page) -> Result<()> {
    open(page, "lanes=threads%20workers&speed=20&tasks=A:1:3%20B:5:7")?;
    page.browser.click("button.play")?;
    wait_for(page, "demo.ended")?;
    let whole: Value = script(
        page,
        "return [demo.events('workers'), demo.logText('workers')]",
    )?;
    // Back to nothing, event by event, and on again: the same, and no new run.
    check_script(
        page,
        "for (let i = 0; i < 200; i++) demo.stepBack();
        const back = [demo.currentTime, demo.events('workers').length];
        for (let i = 0; i < 200; i++) demo.stepForward();
        return [back, [demo.events('workers'), demo.logText('workers')], demo.ended];",
        json!([[0, 0], whole, true]),
    )?;
    check_script(
        page,
        "demo.currentTime = 1;
        const held = text('.measured:not([hidden])');
        const end = event('ended');
        await demo.play();
        await end;
        return [
            held.startsWith('This is the record of what real threads did.'),
            [demo.events('workers'), demo.logText('workers')],
        ];",
        json!([true, whole]),
    )?;
    // Nobody can send them on: the other lane is at its end, and they haven't begun.
    script::<()>(page, "demo.reset(); demo.currentTime = 99;")?;
    check_script(
        page,
        "const before = [demo.ended, demo.logText('threads').endsWith('Done!!!\\n'), demo.events('workers').length];
        const end = event('ended');
        await demo.play();
        await end;
        return [before, demo.logText('workers').endsWith('Done!!!\\n')];",
        json!([[false, true, 0], true]),
    )
}

fn no_worker_outlives_its_run_or_its_element(page: &Page) -> Result<()> {
    let body = format!(
        "<script>{COUNT}</script>{MODULE}
        <interleaved-demo lanes='workers' interval='100' tasks='A:0:50 B:0:50 C:0:50'></interleaved-demo>"
    );
    let _stage = Stage::open(page, &body)?;
    script::<()>(page, "await demo.ready")?;
    check_script(page, "return made", json!(0))?;
    let start = |expect: usize| {
        script::<()>(page, "await demo.play()")?;
        wait_for(
            page,
            "alive.size === 3 && demo.events('workers').length > 12",
        )?;
        check_script(page, "return made", json!(expect))
    };
    start(4)?;
    check_script(page, "demo.reset(); return alive.size", json!(0))?;
    start(7)?;
    // Moved, it is the same run.
    check_script(
        page,
        "const before = demo.events('workers').length;
        document.body.prepend(demo);
        await new Promise(requestAnimationFrame);
        return [made, alive.size, demo.events('workers').length >= before, demo.paused];",
        json!([7, 3, true, false]),
    )?;
    check_script(
        page,
        "demo.setAttribute('interval', '90'); await demo.ready; return alive.size",
        json!(0),
    )?;
    start(10)?;
    check_script(
        page,
        "demo.remove(); await new Promise(requestAnimationFrame); return alive.size",
        json!(0),
    )?;
    script::<()>(
        page,
        "const next = document.createElement('interleaved-demo');
        for (const [name, value] of [['lanes', 'workers'], ['interval', '1'], ['tasks', 'A:0:9 B:0:9']]) {
            next.setAttribute(name, value);
        }
        document.body.append(next);
        await next.play();",
    )?;
    wait_for(page, "demo.ended && alive.size === 0 && made === 12")
}

fn workers_start_in_a_sandbox_and_from_another_origin(page: &Page) -> Result<()> {
    let site = page.serve(Options::default())?;
    let query = "lanes=workers&amp;lock&amp;speed=100&amp;autoplay";
    let frame = format!(
        "<iframe sandbox='allow-scripts' src='{}embed.html?{query}'></iframe>",
        site.url
    );
    // The strict policy of a host that allows this site's scripts alone.
    let element = format!(
        "<script type='module' src='{}interleaved.js'></script>
        <interleaved-demo lanes='workers' lock speed='100' autoplay></interleaved-demo>",
        site.url
    );
    let host = Stage::new(
        page,
        &[
            ("frame.html", document("en", &frame)),
            ("element.html", document("en", &element)),
        ],
        Options::default(),
    )?;
    let ends = "demo.ended && demo.logText('workers').endsWith('Done!!!\\n')";
    host.goto(page, "frame.html")?;
    page.browser.enter_frame("iframe")?;
    wait_for(page, ends)?;
    check_script(page, "return self.origin", json!("null"))?;
    host.goto(page, "element.html")?;
    wait_for(page, ends)
}

/// How a site is served under `policy`.
fn under(policy: &str) -> Options {
    Options {
        headers: vec![("Content-Security-Policy".into(), policy.into())],
        ..Options::default()
    }
}

fn where_workers_are_refused_the_lane_says_so(page: &Page) -> Result<()> {
    const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
    let server = page.serve(under(POLICY))?;
    let query = "embed.html?lanes=workers%20async&speed=100";
    page.browser.goto(&format!("{}{query}", server.url))?;
    script::<()>(page, "await demo.ready")?;
    page.browser.click("button.play")?;
    wait_for(
        page,
        "demo.ended && demo.logText('workers').endsWith('Done!!!\\n')",
    )?;

    let policy = format!("{POLICY}; worker-src 'none'");
    let server = page.serve(under(&policy))?;
    for (language, sentence, state) in [
        ("en", "No web worker can be started here", "failed"),
        ("ko", "여기서는 웹 워커를 시작할 수 없습니다", "실패"),
    ] {
        let url = format!("{}{query}&lang={language}", server.url);
        page.browser.goto(&url)?;
        script::<()>(page, "await demo.ready")?;
        page.browser.click("button.play")?;
        wait_for(
            page,
            &format!("demo.ended && text('.measured:not([hidden])').startsWith('{sentence}')"),
        )?;
        check_script(
            page,
            "return [demo.logText('async').endsWith('Done!!!\\n'), demo.events('workers').length,
                     text('.lane .state'), text('.lane .saved'), text('.result .value')]",
            json!([true, 0, state, "", state]),
        )?;
    }
    // Browsers tell of what a policy refuses there.
    page.browser.console_errors()?;
    Ok(())
}

fn a_worker_that_fails_or_never_answers_is_told_of(page: &Page) -> Result<()> {
    for (thread, sentence) in [
        (
            "onmessage = () => { throw new Error('oh'); };",
            "A web worker has failed.",
        ),
        (
            "onmessage = () => {};",
            "A web worker didn’t answer for 10 s.",
        ),
        (
            // It starts, and that is all.
            "onmessage = ({ data: { type } }) => {
                if (type === 'calibrate') postMessage({ type: 'rounds', rounds: 1000 });
                if (type === 'start') postMessage({ type: 'ready' });
            };",
            "A web worker didn’t answer for 10 s.",
        ),
    ] {
        let body = format!(
            "{MODULE}<interleaved-demo lanes='sequential workers' speed='100' lang='en'></interleaved-demo>"
        );
        let pages = [
            ("stage.html", document("en", &body)),
            ("thread.js", thread.to_owned()),
        ];
        let stage = Stage::new(page, &pages, Options::default())?;
        stage.goto(page, "stage.html")?;
        script::<()>(page, "await demo.ready; demo.play();")?;
        page.wait_for_long("document.querySelector('interleaved-demo').ended")?;
        wait_for(
            page,
            &format!("text('.measured:not([hidden])').startsWith('{sentence}')"),
        )?;
        check_script(
            page,
            "return [demo.logText('sequential').endsWith('Done!!\\n'), text('.conclusion')]",
            json!([true, "Ended after 14.00 s."]),
        )?;
    }
    page.browser.console_errors()?;
    Ok(())
}

fn threads_that_cant_be_loaded_hold_nobody_up(page: &Page) -> Result<()> {
    let stage = Stage::new(page, &[], Options::default())?;
    let put_back = stage.take_away("crew.js")?;
    stage.goto(page, "embed.html?lanes=workers%20async&speed=100&lang=en")?;
    script::<()>(page, "await demo.ready; await demo.play();")?;
    wait_for(page, "demo.ended")?;
    check_script(
        page,
        "return [demo.logText('async').endsWith('Done!!!\\n'), demo.logText('workers'), text('[role=alert]')]",
        json!([
            true,
            "",
            "This part of the demo couldn't be loaded. Check the connection; if trying again doesn't help, reload the page."
        ]),
    )?;
    put_back()?;
    // Others remember for as long as the page is there what they couldn't fetch.
    if page.browser.engine == Engine::Chrome {
        script::<()>(page, "await demo.play();")?;
        wait_for(page, "demo.logText('workers').endsWith('Done!!!\\n')")?;
    }
    // What couldn't be fetched is logged by the browser itself.
    page.browser.console_errors()?;
    Ok(())
}

fn lanes_that_compute_take_turns(page: &Page) -> Result<()> {
    open(
        page,
        "lanes=sequential%20async%20threads%20workers&work=compute&interval=40&tasks=A:1:5%20B:5:9%20C:1:5%20D:1:5",
    )?;
    let measured: (Vec<f64>, usize, usize) = script(
        page,
        "let frames = 0;
        let together = 0;
        const busy = () => ['sequential', 'async', 'workers'].filter((lane) => {
            const kinds = demo.events(lane).map(({ kind }) => kind);
            return kinds.length > 0 && !kinds.includes('done');
        });
        const count = () => {
            frames += 1;
            if (busy().length > 1) together += 1;
            if (!demo.ended) requestAnimationFrame(count);
        };
        const end = event('ended');
        await demo.play();
        count();
        await end;
        const times = [...root.querySelectorAll('.clock')].map((clock) => parseFloat(clock.innerText));
        return [times, frames, together];",
    )?;
    let (times, frames, together) = measured;
    let [one_by_one, futures, _, threads] = times[..] else {
        anyhow::bail!("there are {} clocks", times.len());
    };
    println!(
        "  computing: async/sequential {:.2}, sequential/workers {:.2}",
        futures / one_by_one,
        one_by_one / threads
    );
    check("how often two lanes computed at once", together, 0)?;
    ensure!(frames > 2, "the page stood still: {frames} frames");
    check_script(
        page,
        &format!(
            "{TOTALS}
            const lines = (lane) => demo.logText(lane).split('\\n').slice(0, 16).join();
            const kinds = new Set(demo.events('async').map(({{ kind }}) => kind));
            return [
                lines('async') === lines('sequential'),
                kinds.has('waiting'),
                Object.values(totals(demo.logText('workers'))).flat().length,
                text('.conclusion').includes('no faster, because a future that computes doesn’t give way'),
            ];"
        ),
        json!([true, false, 16, true]),
    )
}

fn a_task_that_never_waits_holds_the_others_up(page: &Page) -> Result<()> {
    open(page, "lanes=async%20workers&work=block&interval=30")?;
    script::<()>(
        page,
        "const end = event('ended'); await demo.play(); await end;",
    )?;
    check_script(
        page,
        "const log = demo.logText('async');
        return [log.indexOf('[A] total=10') < log.indexOf('[B] total=5'), demo.logText('workers').endsWith('Done!!!\\n')];",
        json!([true, true]),
    )
}

fn more_tasks_than_workers_are_an_error(page: &Page) -> Result<()> {
    let tasks: String = (0..65).map(|n| format!("t{n}:0:1%20")).collect();
    page.open(&format!("embed.html?lanes=workers&tasks={tasks}&lang=en"))?;
    wait_for(
        page,
        "text('[role=alert]') === 'tasks: 65 are too many for the lane workers, where each gets a \
         thread of its own. At most 64 can.'",
    )
}

fn what_workers_need_is_loaded_for_them_alone(page: &Page) -> Result<()> {
    let loaded = "return performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\\//, ''))
        .filter((name) => /crew|thread|worker/.test(name)).sort()";
    open(
        page,
        "lanes=sequential%20async%20threads&autoplay&speed=100",
    )?;
    wait_for(page, "demo.ended")?;
    check_script(page, loaded, json!([]))?;
    open(page, "lanes=workers&autoplay&speed=100")?;
    wait_for(page, "demo.ended")?;
    // The module is compiled once, here, and posted; the workers load the script alone.
    let names: Vec<String> = script(page, loaded)?;
    let wasm = names.iter().filter(|name| name.ends_with(".wasm"));
    check("wasm files for workers", wasm.count(), 1)
}
