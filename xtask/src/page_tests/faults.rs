//! What can go wrong around the demo: what is on the screen stays, what can't go on
//! says so, and nothing is left behind.
//!
//! Some faults are tested where they belong: a wasm file that is missing or forbidden
//! in `element`, workers that are refused, fail or fall silent in `workers`, styles
//! of the page around and pages from right to left in `embedding`, text that is
//! enlarged or spaced in `layout`.

use std::fs;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::element::{INSTRUMENTS, SEEN, UNDER_WAY, WITH_TEXT, check_failure};
use super::helpers::{
    MODULE, Stage, check, check_script, document, native, native_events, native_logs, open, script,
    wait_for,
};
use super::layout::CLASHES;
use crate::engine::Engine;
use crate::page::{Page, Test};
use crate::places;
use crate::serve::Options;

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "a wasm file of another media type is as good",
        a_wasm_file_of_another_media_type_is_as_good,
    ),
    (
        "a wasm file that is cut off or is none says so, and comes with the next try",
        a_wasm_file_that_is_cut_off_says_so,
    ),
    (
        "a script that is missing leaves the text inside",
        a_script_that_is_missing_leaves_the_text_inside,
    ),
    (
        "without JavaScript every page says what it would show",
        without_javascript_every_page_says_what_it_would_show,
    ),
    (
        "threads whose wasm file is missing say so, and come with the next try",
        threads_whose_wasm_file_is_missing_say_so,
    ),
    (
        "where nothing can be stored all works",
        where_nothing_can_be_stored_all_works,
    ),
    (
        "timers that are seconds late lose nothing",
        timers_that_are_seconds_late_lose_nothing,
    ),
    (
        "a clock that jumps back holds nothing up and takes nothing back",
        a_clock_that_jumps_back,
    ),
    (
        "a page that is frozen in the middle goes on from there",
        a_page_that_is_frozen_goes_on_from_there,
    ),
    (
        "a demo that is copied is another one, at its start",
        a_demo_that_is_copied_is_another_one,
    ),
    (
        "a demo comes from wherever a script makes it",
        a_demo_comes_from_wherever_a_script_makes_it,
    ),
    (
        "attributes that change many times a frame hold nothing up",
        attributes_that_change_many_times_a_frame,
    ),
    (
        "two versions on one page stand side by side",
        two_versions_on_one_page,
    ),
    (
        "what the reader prefers may change in the middle of a run",
        what_the_reader_prefers_may_change,
    ),
    (
        "at a zoom of 400 % nothing overlaps or is cut off",
        at_a_zoom_of_400_percent,
    ),
];

/// What becomes of a file.
type Change = fn(&[u8]) -> Vec<u8>;

/// That the run has ended, and that the log of its futures has all of it.
const ENDED: &str = "demo.ended && demo.logText('async').endsWith('Done!!!\\n')";

fn a_wasm_file_of_another_media_type_is_as_good(page: &Page) -> Result<()> {
    for media_type in [
        "application/octet-stream",
        "text/plain; charset=utf-8",
        "text/html",
    ] {
        let stage = Stage::new(
            page,
            &[],
            Options {
                media_types: vec![("wasm", media_type)],
                ..Options::default()
            },
        )?;
        stage.goto(page, "embed.html?lanes=async,workers&speed=100")?;
        script::<()>(page, "await demo.ready; await demo.play();")?;
        wait_for(
            page,
            &format!("{ENDED} && demo.logText('workers').endsWith('Done!!!\\n')"),
        )?;
    }
    Ok(())
}

fn a_wasm_file_that_is_cut_off_says_so(page: &Page) -> Result<()> {
    let html = document("en", &format!("{INSTRUMENTS}{MODULE}{WITH_TEXT}"));
    let stage = Stage::new(page, &[("stage.html", html)], Options::default())?;
    let changes: [Change; 4] = [
        |bytes| bytes[..bytes.len() / 2].to_vec(),
        |bytes| bytes[..bytes.len() - 1].to_vec(),
        |_| Vec::new(),
        // As of hosts that have a page for whatever they don't have.
        |_| b"<!doctype html><title>Not here</title>".to_vec(),
    ];
    for change in changes {
        let put_back = stage.spoil("core_bg.wasm", change)?;
        stage.goto(page, "stage.html")?;
        check_failure(page)?;
        // Nothing works, and nothing throws.
        check_script(
            page,
            "await demo.play();
            demo.stepForward();
            demo.currentTime = 2;
            demo.setAttribute('lang', 'ko');
            await demo.ready;
            return [demo.paused, demo.ended, demo.laneNames, demo.toSVG(), text('[role=alert]').length > 20];",
            json!([true, false, [], "", true]),
        )?;
        page.browser.console_errors()?;
        put_back()?;
        script::<()>(page, "await demo.ready")?;
        check_script(page, SEEN, json!([false, true, ""]))?;
        check_script(
            page,
            &format!("demo.remove(); await null; return {UNDER_WAY}"),
            json!([0, 0, 0]),
        )?;
    }
    Ok(())
}

fn a_script_that_is_missing_leaves_the_text_inside(page: &Page) -> Result<()> {
    let html = document("en", &format!("{MODULE}{WITH_TEXT}"));
    let (own, pages) = (&["stage.html"][..], &["embed.html", "index.html"][..]);
    for (name, paths) in [
        ("interleaved.js", own),
        ("page.js", pages),
        ("interleaved-demo.js", &[own, pages].concat()),
    ] {
        // Each has an address of its own: WebKit keeps what a page has asked for early.
        let stage = Stage::new(page, &[("stage.html", html.clone())], Options::default())?;
        let put_back = stage.take_away(name)?;
        for path in paths {
            stage.goto(page, path)?;
            check_script(
                page,
                "return [...demo.children].some((each) => each.offsetHeight > 0)",
                json!(true),
            )?;
            if own.contains(path) {
                check_script(page, SEEN, json!([true, false, ""]))?;
            }
        }
        page.browser.console_errors()?;
        put_back()?;
    }
    Ok(())
}

fn without_javascript_every_page_says_what_it_would_show(page: &Page) -> Result<()> {
    // In a frame whose scripts are off, as with a reader who has switched them off.
    let html = document(
        "en",
        "<iframe sandbox='allow-same-origin' width='600' height='900'></iframe>",
    );
    let stage = Stage::new(page, &[("stage.html", html)], Options::default())?;
    stage.goto(page, "stage.html")?;
    for (path, words) in [
        (
            "embed.html?lang=ko",
            &["needs JavaScript", "JavaScript와 WebAssembly가 필요합니다"][..],
        ),
        ("standalone.html", &["JavaScript"]),
        (
            "index.html",
            &[
                "Waiting together takes less time",
                "What it prints:",
                "함께 기다리면 시간이 줄어듭니다",
                "출력은 이렇습니다.",
                "Six steps of one second",
            ],
        ),
    ] {
        // `innerText` has only what is seen.
        let text: String = page.eval(&format!(
            "(async () => {{
                const frame = document.querySelector('iframe');
                const loaded = new Promise((resolve) => {{ frame.onload = resolve; }});
                frame.src = '{path}';
                await loaded;
                if (frame.contentDocument.querySelector('interleaved-demo').shadowRoot) return 'a script ran';
                return frame.contentDocument.body.innerText;
            }})()"
        ))?;
        for word in words {
            ensure!(text.contains(word), "{path} has no {word:?}: {text}");
        }
    }
    // Browsers tell of scripts that they refuse.
    page.browser.console_errors()?;
    // Where a policy of the page refuses them the same text is there.
    let html = document("en", &format!("{MODULE}{WITH_TEXT}"));
    let policy = "script-src 'none'";
    let stage = Stage::new(
        page,
        &[("stage.html", html)],
        Options {
            headers: vec![("Content-Security-Policy".into(), policy.into())],
            ..Options::default()
        },
    )?;
    stage.goto(page, "stage.html")?;
    check_script(page, SEEN, json!([true, false, ""]))?;
    page.browser.console_errors().map(drop)
}

fn threads_whose_wasm_file_is_missing_say_so(page: &Page) -> Result<()> {
    let html = document(
        "en",
        &format!("{MODULE}<interleaved-demo lanes='workers async' speed='100'></interleaved-demo>"),
    );
    let stage = Stage::new(page, &[("stage.html", html)], Options::default())?;
    for name in ["worker_bg.wasm", "thread.js"] {
        let put_back = stage.take_away(name)?;
        stage.goto(page, "stage.html")?;
        script::<()>(page, "await demo.ready; await demo.play();")?;
        // A script that is missing is, to the one that imports it, a failure of its own.
        wait_for(
            page,
            &format!(
                "{ENDED} && /^(No web worker can be started here|A web worker has failed)/.test(text('.measured:not([hidden])'))"
            ),
        )?;
        put_back()?;
        script::<()>(page, "demo.reset(); await demo.play();")?;
        wait_for(
            page,
            &format!("{ENDED} && demo.logText('workers').endsWith('Done!!!\\n')"),
        )?;
    }
    // What couldn't be fetched is logged by the browser itself.
    page.browser.console_errors().map(drop)
}

/// Opens `embed.html` with a script before all others.
fn open_with(page: &Page, script_before: &str, query: &str) -> Result<()> {
    let html = fs::read_to_string(places::dist().join("embed.html"))?;
    let head = html.find("<meta").unwrap_or_default();
    let (before, after) = html.split_at(head);
    let html = format!("{before}<script>{script_before}</script>{after}");
    let stage = Stage::new(page, &[("faulty.html", html)], Options::default())?;
    stage.goto(page, &format!("faulty.html?{query}"))?;
    script(page, "await demo.ready")
}

/// Nothing can be kept, not even the address.
const NO_STORE: &str = "
    window.refusals = 0;
    const refuse = () => {
        refusals += 1;
        throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
        Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(document, 'cookie', { get: refuse, set: refuse });
    history.replaceState = history.pushState = refuse;
";

fn where_nothing_can_be_stored_all_works(page: &Page) -> Result<()> {
    open_with(
        page,
        NO_STORE,
        "speed=100&editor&predict&code=python&lang=en",
    )?;
    wait_for(
        page,
        "root.querySelectorAll('.place:not(:empty)').length >= 3",
    )?;
    script::<()>(
        page,
        "demo.removeAttribute('predict');
        demo.setAttribute('tasks', 'A:1:3');
        demo.setAttribute('theme', 'dark');
        await demo.ready;
        await demo.play();",
    )?;
    wait_for(page, ENDED)?;
    page.browser
        .click("interleaved-demo >>> button[aria-haspopup]")?;
    wait_for(page, "root.querySelector('dialog')?.open")?;
    check_script(
        page,
        "return [text('[role=alert]'), demo.logText('async'), new URL(demo.permalink).searchParams.get('tasks'), refusals > 0]",
        json!(["", "[A] total=1\n[A] total=3\nDone!!!\n", "A:1:3", true]),
    )
}

/// A clock and timers that stand until the test moves them.
const OWN_TIME: &str = "
    window.clock = 1000;
    performance.now = () => clock;
    window.due = new Map();
    let last = 0;
    window.setTimeout = (run) => { due.set(last += 1, run); return last; };
    window.clearTimeout = (id) => { due.delete(id); };
    window.fire = () => {
        const all = [...due.values()];
        due.clear();
        for (const run of all) run();
    };
";

/// The lanes of the demo that has a time of its own.
const LANES: [(&str, &str); 2] = [("lanes", "sequential async threads"), ("seed", "7")];

/// Checks that the demo shows what a native run does at `millis`.
#[track_caller]
fn check_moment(page: &Page, millis: u64) -> Result<()> {
    let demo = native(&LANES, millis)?;
    let logs: Vec<String> = script(
        page,
        "return demo.laneNames.map((lane) => demo.logText(lane))",
    )?;
    check("the logs", logs, native_logs(&demo))?;
    for (index, lane) in demo.lanes().iter().enumerate() {
        check_script(
            page,
            &format!(
                "return JSON.parse(JSON.stringify(demo.events('{}')))",
                lane.kind().name()
            ),
            native_events(&demo, index),
        )?;
    }
    check_script(
        page,
        "return [Math.round(demo.currentTime * 1000), due.size]",
        json!([millis, usize::from(millis < demo.duration())]),
    )
}

fn timers_that_are_seconds_late_lose_nothing(page: &Page) -> Result<()> {
    open_with(page, OWN_TIME, "lanes=sequential,async,threads&seed=7")?;
    script::<()>(page, "await demo.play(); fire();")?;
    // Each timer comes seconds after it was due; the last after the end of all.
    let mut now = 1_000;
    for late in [1_000, 3_500, 1, 2_900, 60_000] {
        // Until it comes, what is shown stays, and time goes by all the same.
        let before: Vec<String> = script(
            page,
            "return demo.laneNames.map((lane) => demo.logText(lane))",
        )?;
        now += late;
        check_script(
            page,
            &format!(
                "window.clock = {now}; return [demo.laneNames.map((lane) => demo.logText(lane)), demo.paused]"
            ),
            json!([before, false]),
        )?;
        script::<()>(page, "fire()")?;
        check_moment(page, (now - 1_000).min(14_000))?;
    }
    check_script(
        page,
        "return [demo.ended, demo.paused]",
        json!([true, true]),
    )
}

fn a_clock_that_jumps_back(page: &Page) -> Result<()> {
    open_with(page, OWN_TIME, "lanes=sequential,async,threads&seed=7")?;
    script::<()>(
        page,
        "await demo.play(); fire(); window.clock += 3250; fire();",
    )?;
    check_moment(page, 3_250)?;
    // Before the run began, and before the page was there.
    for (jump, millis) in [("clock - 2000", 3_250), ("0", 3_250), ("-1e9", 3_250)] {
        script::<()>(page, &format!("window.clock = {jump}; fire();"))?;
        check_moment(page, millis)?;
        check_script(page, "return demo.paused", json!(false))?;
    }
    // From there it goes on; what is done to the demo meanwhile counts from there too.
    script::<()>(page, "window.clock += 1000; fire();")?;
    check_moment(page, 4_250)?;
    script::<()>(
        page,
        "demo.pause(); window.clock -= 5000; await demo.play(); window.clock += 750; fire();",
    )?;
    check_moment(page, 5_000)?;
    script::<()>(
        page,
        "window.clock -= 50; demo.speed = 2; window.clock += 500; fire();",
    )?;
    check_moment(page, 6_000)?;
    script::<()>(page, "window.clock += 60000; fire();")?;
    check_moment(page, 14_000)
}

fn a_page_that_is_frozen_goes_on_from_there(page: &Page) -> Result<()> {
    // No other driver can freeze a page.
    if page.browser.engine != Engine::Chrome {
        return Ok(());
    }
    open(page, "interval=100")?;
    script::<()>(
        page,
        "window.heard = [];
        for (const name of ['freeze', 'resume', 'visibilitychange']) document.addEventListener(name, () => heard.push(name));
        for (const name of ['play', 'pause', 'ended', 'error']) demo.addEventListener(name, () => heard.push(name));
        demo.speed = 0.1;
        await demo.play();",
    )?;
    wait_for(page, "demo.currentTime > 0.01")?;
    let before: f64 = script(page, "return demo.currentTime")?;
    page.browser.freeze(Duration::from_millis(500))?;
    wait_for(page, "heard.includes('resume')")?;
    let after: f64 = script(page, "return demo.currentTime")?;
    ensure!(after >= before, "{before} s became {after} s");
    script::<()>(page, "demo.speed = 100")?;
    wait_for(page, ENDED)?;
    check_script(
        page,
        "return heard.filter((name) => name !== 'visibilitychange')",
        json!(["play", "freeze", "resume", "pause", "ended"]),
    )?;
    check_script(
        page,
        "return demo.laneNames.map((lane) => demo.logText(lane))",
        json!(native_logs(&native(&[("interval", "100")], 9_999)?)),
    )
}

fn a_demo_that_is_copied_is_another_one(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!(
            "{INSTRUMENTS}{MODULE}<interleaved-demo tasks='A:0:3 B:0:2' lang='ko'><p>text</p></interleaved-demo>"
        ),
    )?;
    script::<()>(page, "await demo.ready; await demo.play();")?;
    wait_for(page, "demo.currentTime > 0.01")?;
    check_script(
        page,
        &format!(
            "const copy = demo.cloneNode(true);
            window.copy = copy;
            const unplaced = [copy.paused, copy.currentTime, copy.laneNames, copy.textContent];
            document.body.append(copy);
            await copy.ready;
            copy.currentTime = 2;
            return [unplaced, copy.paused, copy.logText('async'), copy.toJSON(), demo.paused, demo.currentTime < 1,
                copy.shadowRoot.querySelectorAll('.lane').length, {UNDER_WAY}[0]];"
        ),
        json!([
            [true, 0, [], "text"],
            true,
            "[A] total=0\n[B] total=0\n[A] total=1\n[B] total=1\n",
            { "tasks": "A:0:3 B:0:2", "lang": "ko" },
            false,
            true,
            2,
            1
        ]),
    )?;
    // One that never was in the page leaves nothing either.
    check_script(
        page,
        &format!(
            "demo.cloneNode(true).play();
            const deep = document.body.cloneNode(true);
            window.copy.remove();
            demo.remove();
            await null;
            await new Promise((resolve) => {{ const {{ port1, port2 }} = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); }});
            return [deep.querySelectorAll('interleaved-demo').length, ...{UNDER_WAY}];"
        ),
        json!([2, 0, 0, 0]),
    )
}

fn a_demo_comes_from_wherever_a_script_makes_it(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!(
            "{MODULE}
            <script type='module'>
                // Imported by a driver, a module may be another instance.
                import {{ InterleavedDemo }} from './interleaved.js';
                window.InterleavedDemo = InterleavedDemo;
            </script>
            <template><interleaved-demo tasks='A:0:2' lanes='async'></interleaved-demo></template><main></main>"
        ),
    )?;
    check_script(
        page,
        "const set = (demo) => { demo.setAttribute('tasks', 'A:0:2'); demo.lanes = 'async'; return demo; };
        const template = document.querySelector('template').content;
        const other = document.implementation.createHTMLDocument();
        const foreign = other.createElement('interleaved-demo');
        foreign.setAttribute('tasks', 'A:0:2');
        foreign.setAttribute('lanes', 'async');
        const made = [
            set(document.createElement('interleaved-demo')),
            set(new InterleavedDemo()),
            document.importNode(template, true).firstElementChild,
            template.firstElementChild.cloneNode(true),
            foreign,
        ];
        const shown = [];
        for (const each of made) {
            // In a shadow tree as well as in the page.
            const place = document.createElement('div');
            const inner = shown.length % 2 ? place.attachShadow({ mode: 'open' }) : place;
            inner.append(each);
            document.querySelector('main').append(place);
            await each.ready;
            each.currentTime = 9;
            const style = getComputedStyle(each.shadowRoot.querySelector('.frame'));
            shown.push([each.logText('async'), style.containerType ?? 'inline-size']);
        }
        return [shown.every(([log]) => log === '[A] total=0\\n[A] total=1\\nDone!!!\\n'), new Set(shown.map(String)).size];",
        json!([true, 1]),
    )
}

fn attributes_that_change_many_times_a_frame(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!("{INSTRUMENTS}{MODULE}<interleaved-demo></interleaved-demo>"),
    )?;
    script::<()>(
        page,
        "await demo.ready;
        window.heard = [];
        for (const name of ['play', 'pause', 'error', 'ended']) demo.addEventListener(name, () => heard.push(name));
        await demo.play();",
    )?;
    wait_for(page, "demo.currentTime > 0.01")?;
    // Those that leave the run as it is, many times in a turn, and in many turns a frame.
    check_script(
        page,
        &format!(
            "const before = demo.currentTime;
            for (let turn = 0; turn < 60; turn += 1) {{
                for (const lang of ['ko', 'en', 'ko'])
                    for (const theme of ['dark', 'light', 'auto']) {{
                        demo.setAttribute('lang', lang);
                        demo.setAttribute('theme', theme);
                        demo.setAttribute('speed', String(0.1 + (turn % 2)));
                        demo.toggleAttribute('editor');
                    }}
                await demo.ready;
                if (turn % 20 === 0) await new Promise(requestAnimationFrame);
            }}
            return [demo.paused, demo.currentTime >= before, heard, demo.speed, text('.play').trim(), {UNDER_WAY}[0], text('[role=alert]')];"
        ),
        json!([false, true, ["play"], 1.1, "일시정지", 1, ""]),
    )?;
    // Those that make another run: the last one counts.
    check_script(
        page,
        &format!(
            "for (let turn = 1; turn <= 60; turn += 1) {{
                for (let high = 1; high <= 20; high += 1) {{
                    demo.setAttribute('tasks', `A:0:${{high}}`);
                    demo.setAttribute('lanes', high % 2 ? 'async' : 'threads sequential');
                }}
                demo.setAttribute('interval', String(turn));
                await demo.ready;
            }}
            return [demo.paused, demo.duration, demo.laneNames, heard, root.querySelectorAll('.lane').length, {UNDER_WAY}[0]];"
        ),
        json!([true, 1.2, ["threads", "sequential"], ["play", "pause"], 2, 0]),
    )?;
    script::<()>(page, "demo.setAttribute('speed', '100'); await demo.play()")?;
    wait_for(page, "demo.ended")?;
    check_script(
        page,
        &format!("demo.remove(); await null; return [heard.includes('error'), ...{UNDER_WAY}]"),
        json!([false, 0, 0, 0]),
    )
}

fn two_versions_on_one_page(page: &Page) -> Result<()> {
    let body = "<script>
            window.failed = [];
            addEventListener('error', ({ message }) => {
                // WebKit tells of a size that changes in the frame in which it was told of.
                if (!message.startsWith('ResizeObserver loop')) failed.push(message);
            });
            addEventListener('unhandledrejection', ({ reason }) => failed.push(String(reason)));
        </script>
        <script type='module' src='one/interleaved.js'></script>
        <script type='module' src='one/interleaved-check.js'></script>
        <script type='module' src='two/interleaved.js'></script>
        <script type='module' src='two/interleaved-check.js'></script>
        <script type='module'>
            // Imported by a driver, a module may be another instance.
            import * as one from './one/interleaved.js';
            import * as two from './two/interleaved.js';
            Object.assign(window, { one, two });
            // The second keeps its class, which can have another name.
            customElements.define('other-demo', two.InterleavedDemo);
        </script>
        <interleaved-demo lanes='async workers' speed='100'></interleaved-demo>
        <other-demo lanes='async workers' speed='100'></other-demo>";
    let stage = Stage::new(
        page,
        &[("stage.html", document("en", body))],
        Options::default(),
    )?;
    stage.repeat_in("one")?;
    stage.repeat_in("two")?;
    stage.goto(page, "stage.html")?;
    check_script(
        page,
        "await demo.ready;
        const other = document.querySelector('other-demo');
        await other.ready;
        await Promise.all([demo.play(), other.play()]);
        return [
            one.InterleavedDemo !== two.InterleavedDemo,
            demo instanceof one.InterleavedDemo,
            other instanceof two.InterleavedDemo,
            (await two.simulate({ tasks: 'A:0:1', lanes: 'async' })).async.log,
        ];",
        json!([true, true, true, "[A] total=0\nDone!!!\n"]),
    )?;
    wait_for(
        page,
        "[demo, document.querySelector('other-demo')].every((each) => each.ended && each.laneNames.every((lane) => each.logText(lane).endsWith('Done!!!\\n')))",
    )?;
    check_script(page, "return failed", json!([]))
}

fn what_the_reader_prefers_may_change(page: &Page) -> Result<()> {
    // No other driver can say what the reader prefers.
    if page.browser.engine != Engine::Chrome {
        return Ok(());
    }
    open(page, "code=python&lanes=async,threads")?;
    script::<()>(
        page,
        "window.heard = [];
        for (const name of ['play', 'pause', 'seeked', 'error']) demo.addEventListener(name, () => heard.push(name));
        demo.speed = 0.1;
        await demo.play();",
    )?;
    wait_for(
        page,
        "demo.currentTime > 0.01 && root.querySelector('.program')",
    )?;
    let look = "const { color, backgroundColor } = getComputedStyle(root.querySelector('.frame'));
        return [color, backgroundColor];";
    page.browser.emulate_media(false, false)?;
    let light: Value = script(page, look)?;
    let mut before: f64 = script(page, "return demo.currentTime")?;
    for features in [
        &[("prefers-color-scheme", "dark")][..],
        &[("prefers-reduced-motion", "reduce")],
        &[("prefers-contrast", "more")],
        &[
            ("prefers-contrast", "less"),
            ("prefers-color-scheme", "dark"),
        ],
        &[("forced-colors", "active")],
        &[("prefers-reduced-transparency", "reduce")],
        &[("prefers-reduced-data", "reduce")],
    ] {
        page.browser.emulate_features(features)?;
        check_script(
            page,
            "await new Promise(requestAnimationFrame); return [demo.paused, heard]",
            json!([false, ["play"]]),
        )?;
        let now: f64 = script(page, "return demo.currentTime")?;
        ensure!(now >= before, "{features:?}: {before} s became {now} s");
        before = now;
        let shown: Value = script(page, look)?;
        ensure!(
            shown[0] != shown[1],
            "{features:?}: ink and paper are alike"
        );
        if features.contains(&("prefers-color-scheme", "dark")) {
            ensure!(shown != light, "{features:?}: it stays light");
        }
    }
    page.browser.emulate_media(false, false)?;
    check("what is light again", script::<Value>(page, look)?, light)?;
    script::<()>(page, "demo.speed = 100")?;
    wait_for(page, ENDED)
}

fn at_a_zoom_of_400_percent(page: &Page) -> Result<()> {
    // Other drivers' windows can't be so narrow.
    if page.browser.engine != Engine::Chrome {
        return Ok(());
    }
    // What is left of 1280 by 1024 pixels.
    page.browser.emulate_screen(320, 256, 4)?;
    for lang in ["en", "ko"] {
        open(
            page,
            &format!("lang={lang}&editor&predict&code=rust&lanes=sequential,async,threads"),
        )?;
        wait_for(
            page,
            "root.querySelectorAll('.place:not(:empty)').length >= 3 && root.querySelector('.predict .current')",
        )?;
        script::<()>(page, "root.querySelector('summary').click()")?;
        wait_for(page, "root.querySelector('.executor')")?;
        for time in ["0", "2.5", "99"] {
            script::<()>(page, &format!("demo.currentTime = {time}"))?;
            check_script(page, CLASHES, json!([true, []]))?;
            check_script(
                page,
                "return [document.documentElement.scrollWidth, innerWidth]",
                json!([320, 320]),
            )?;
        }
        // What is reached by key is in view.
        page.browser.click("interleaved-demo >>> button.play")?;
        page.browser.keys("\u{e004}\u{e004}")?;
        check_script(
            page,
            "const { top, bottom } = root.activeElement.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight",
            json!(true),
        )?;
    }
    Ok(())
}
