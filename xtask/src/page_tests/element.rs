//! The element's life: loading, moving, leaving, and other demos beside it.

use anyhow::Result;
use serde_json::{Value, json};

use super::helpers::{MODULE, Stage, check, check_script, document, script, wait_for};
use crate::page::{Page, Test};
use crate::serve::Options;

pub const TESTS: &[Test] = &[
    (
        "a demo that is removed leaves nothing behind",
        a_demo_that_is_removed_leaves_nothing_behind,
    ),
    (
        "a demo that comes back shows the moment at which it left",
        a_demo_that_comes_back_shows_the_moment_at_which_it_left,
    ),
    (
        "what comes back with wrong settings only stands there",
        what_comes_back_with_wrong_settings_only_stands_there,
    ),
    ("a demo that is moved goes on", a_demo_that_is_moved_goes_on),
    (
        "whatever the number of tasks there is one timer",
        whatever_the_number_of_tasks_there_is_one_timer,
    ),
    (
        "demos on one page don't know of each other",
        demos_on_one_page_dont_know_of_each_other,
    ),
    (
        "time stands still while the page is hidden",
        time_stands_still_while_the_page_is_hidden,
    ),
    (
        "a hidden demo that is taken to its end stays there",
        a_hidden_demo_that_is_taken_to_its_end_stays_there,
    ),
    (
        "the text inside stands there until the demo is ready",
        the_text_inside_stands_there_until_the_demo_is_ready,
    ),
    (
        "the text inside stays where wasm is not allowed",
        the_text_inside_stays_where_wasm_is_not_allowed,
    ),
    (
        "a core that couldn't be fetched is fetched again",
        a_core_that_couldnt_be_fetched_is_fetched_again,
    ),
];

/// Counts what is under way: timers, frames, and listeners of the document and the window.
pub const INSTRUMENTS: &str = "<script>
    window.timers = new Set();
    window.mostTimers = 0;
    window.later = setTimeout;
    const never = clearTimeout;
    window.setTimeout = (run, delay) => {
        const id = later(() => { timers.delete(id); run(); }, delay);
        timers.add(id);
        mostTimers = Math.max(mostTimers, timers.size);
        return id;
    };
    window.clearTimeout = (id) => { timers.delete(id); never(id); };

    window.pictures = new Set();
    const { requestAnimationFrame: draw, cancelAnimationFrame: leave } = window;
    window.requestAnimationFrame = (run) => {
        const id = draw((now) => { pictures.delete(id); run(now); });
        pictures.add(id);
        return id;
    };
    window.cancelAnimationFrame = (id) => { pictures.delete(id); leave(id); };

    window.listeners = new Set();
    for (const target of [document, window]) {
        const { addEventListener: add, removeEventListener: remove } = target;
        target.addEventListener = (name, ...rest) => { listeners.add(rest[0]); add.call(target, name, ...rest); };
        target.removeEventListener = (name, ...rest) => { listeners.delete(rest[0]); remove.call(target, name, ...rest); };
    }
</script>";

pub const UNDER_WAY: &str = "[timers.size, pictures.size, listeners.size]";

fn a_demo_that_is_removed_leaves_nothing_behind(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!("{INSTRUMENTS}{MODULE}<interleaved-demo speed='0.1'></interleaved-demo>"),
    )?;
    script::<()>(page, "window.demo = demo; await demo.play()")?;
    wait_for(page, "demo.currentTime > 0")?;
    check_script(page, &format!("return {UNDER_WAY}"), json!([1, 1, 2]))?;
    let removed = format!("window.demo.remove(); await null; return {UNDER_WAY}");
    check_script(page, &removed, json!([0, 0, 0]))?;
    // In the middle of a long seek, which goes on by timers of its own.
    let tasks = "const tasks = Array.from({ length: 1000 }, (_, i) => `t${i}:0:100`).join(' ');";
    check_script(
        page,
        &format!(
            "{tasks}
            window.demo.setAttribute('tasks', tasks);
            document.body.append(window.demo);
            await window.demo.ready;
            window.demo.currentTime = 1e6;
            {removed}"
        ),
        json!([0, 0, 0]),
    )?;
    // Before it has become anything, and while it waits to be seen.
    check_script(
        page,
        &format!(
            "window.demo.removeAttribute('tasks');
            window.demo.setAttribute('autoplay', 'visible');
            document.body.append(window.demo);
            window.demo.play();
            window.demo.remove();
            await window.demo.ready;
            for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => queueMicrotask(resolve));
            return {UNDER_WAY};"
        ),
        json!([0, 0, 0]),
    )
}

fn a_demo_that_comes_back_shows_the_moment_at_which_it_left(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!("{MODULE}<interleaved-demo interval='1001'></interleaved-demo>"),
    )?;
    check_script(
        page,
        "await demo.ready;
        demo.currentTime = 1.001;
        const log = demo.logText('async');
        demo.remove();
        await new Promise((resolve) => setTimeout(resolve));
        document.body.append(demo);
        await demo.ready;
        return [log.length > 0, demo.logText('async') === log, demo.currentTime, demo.paused];",
        json!([true, true, 1.001, true]),
    )
}

/// What is seen then belongs to a player that has ended, until settings are right again.
fn what_comes_back_with_wrong_settings_only_stands_there(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!("{MODULE}<interleaved-demo tasks='A:0:400' lanes='async'></interleaved-demo>"),
    )?;
    check_script(
        page,
        "await demo.ready;
        const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const until = async (selector) => { while (!root.querySelector(selector)) await frame(); };
        demo.currentTime = 390;
        root.querySelector('details').open = true;
        await until('.executor button');
        root.querySelector('[aria-haspopup]').click();
        await until('dialog');
        demo.remove();
        await frame();
        demo.setAttribute('interval', 'soon');
        document.body.append(demo);
        await demo.ready;
        const log = root.querySelector('.log');
        for (const change of [
            () => demo.style.setProperty('width', '400px'),
            () => log.scrollTo(0, 0),
            () => log.querySelector('.row').dispatchEvent(new PointerEvent('pointerover', { bubbles: true })),
            () => root.querySelector('.executor button')?.click(),
            () => log.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, composed: true })),
        ]) {
            change();
            await frame();
            await frame();
        }
        return [text('[role=alert]').includes('soon'), log.querySelectorAll('.row').length > 0,
                root.querySelectorAll('dialog, .executor').length];",
        json!([true, true, 0]),
    )
}

fn a_demo_that_is_moved_goes_on(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!("{INSTRUMENTS}{MODULE}<interleaved-demo></interleaved-demo><main></main>"),
    )?;
    script::<()>(
        page,
        "await demo.ready;
        window.heard = [];
        for (const name of ['play', 'pause', 'seeked', 'error']) demo.addEventListener(name, () => heard.push(name));
        await demo.play();",
    )?;
    wait_for(page, "demo.currentTime > 0.01")?;
    check_script(
        page,
        &format!(
            "const before = demo.currentTime;
            document.querySelector('main').append(demo);
            await demo.ready;
            await new Promise((resolve) => setTimeout(resolve));
            return [demo.paused, demo.currentTime >= before, demo.currentTime < 14, heard, {UNDER_WAY}];"
        ),
        json!([false, true, true, ["play"], [1, 1, 2]]),
    )?;
    script::<()>(page, "demo.speed = 100")?;
    wait_for(page, "demo.ended")
}

fn whatever_the_number_of_tasks_there_is_one_timer(page: &Page) -> Result<()> {
    let tasks: Vec<_> = (0..300)
        .map(|task| format!("t{task}:0:{}", task % 7))
        .collect();
    let tasks = tasks.join(" ");
    let demo = format!(
        "<interleaved-demo speed='100' tasks='{tasks}' lanes='sequential async threads'></interleaved-demo>"
    );
    Stage::open(page, &format!("{INSTRUMENTS}{MODULE}{demo}{demo}"))?;
    script::<()>(page, "await demo.play()")?;
    wait_for(page, "demo.ended")?;
    check_script(page, "return [mostTimers, timers.size]", json!([1, 0]))?;
    script::<()>(
        page,
        "for (const each of document.querySelectorAll('interleaved-demo')) each.play()",
    )?;
    wait_for(
        page,
        "[...document.querySelectorAll('interleaved-demo')].every((each) => each.ended)",
    )?;
    check_script(page, "return [mostTimers, timers.size]", json!([2, 0]))
}

fn demos_on_one_page_dont_know_of_each_other(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!(
            "{MODULE}<interleaved-demo speed='0.1'></interleaved-demo>
            <interleaved-demo tasks='X:0:3' lanes='async' lang='ko' theme='dark'></interleaved-demo>
            <interleaved-demo tasks='wrong'></interleaved-demo>
            <interleaved-demo speed='100'></interleaved-demo>"
        ),
    )?;
    let demos = "const demos = [...document.querySelectorAll('interleaved-demo')];
        await Promise.all(demos.map((each) => each.ready));";
    check_script(
        page,
        &format!(
            "{demos}
            await demos[0].play();
            demos[1].currentTime = 2;
            const ended = new Promise((resolve) => demos[3].addEventListener('ended', resolve));
            demos[3].play();
            await ended;
            demos[3].remove();
            const alerts = demos.map((each) => each.shadowRoot.querySelector('[role=alert]').innerText !== '');
            return [
                demos.slice(0, 3).map((each) => each.paused),
                demos.slice(0, 3).map((each) => each.duration || null),
                demos[1].logText('async'),
                alerts,
            ];"
        ),
        json!([
            [false, true, true],
            [14, 3, null],
            "[X] total=0\n[X] total=1\n",
            [false, false, true, false],
        ]),
    )
}

/// Makes the page as if its tab were hidden, or shown again.
fn set_hidden(page: &Page, hidden: bool) -> Result<()> {
    let state = if hidden { "hidden" } else { "visible" };
    script(
        page,
        &format!(
            "Object.defineProperty(document, 'hidden', {{ configurable: true, get: () => {hidden} }});
            Object.defineProperty(document, 'visibilityState', {{ configurable: true, get: () => '{state}' }});
            document.dispatchEvent(new Event('visibilitychange'));"
        ),
    )
}

/// Opens a page with a demo whose events are heard.
fn open_heard(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!("{INSTRUMENTS}{MODULE}<interleaved-demo></interleaved-demo>"),
    )?;
    script(
        page,
        "window.heard = [];
        for (const name of ['play', 'pause', 'ended']) demo.addEventListener(name, () => heard.push(name));
        await demo.ready;",
    )
}

fn time_stands_still_while_the_page_is_hidden(page: &Page) -> Result<()> {
    open_heard(page)?;
    script::<()>(page, "await demo.play()")?;
    wait_for(page, "demo.currentTime > 0.01")?;
    set_hidden(page, true)?;
    let moment = "return [demo.currentTime, demo.paused, timers.size]";
    let before: Value = script(page, moment)?;
    check(
        "paused and timers",
        json!([before[1], before[2]]),
        json!([false, 0]),
    )?;
    // Whatever is asked of the demo then, time stands.
    script::<()>(
        page,
        "demo.play(); demo.speed = 100; await new Promise((resolve) => window.later(resolve, 300))",
    )?;
    check_script(page, moment, before)?;
    set_hidden(page, false)?;
    wait_for(page, "demo.ended")?;
    check_script(page, "return heard", json!(["play", "pause", "ended"]))?;

    // What is started there waits as well; what is paused there stays paused.
    set_hidden(page, true)?;
    check_script(
        page,
        "heard.length = 0; await demo.play(); return [demo.paused, demo.ended, demo.currentTime < 1, timers.size, heard]",
        json!([false, false, true, 0, ["play"]]),
    )?;
    script::<()>(page, "demo.pause()")?;
    set_hidden(page, false)?;
    check_script(page, "return [demo.paused, timers.size]", json!([true, 0]))
}

fn a_hidden_demo_that_is_taken_to_its_end_stays_there(page: &Page) -> Result<()> {
    open_heard(page)?;
    script::<()>(page, "await demo.play()")?;
    set_hidden(page, true)?;
    script::<()>(page, "demo.currentTime = 99")?;
    set_hidden(page, false)?;
    check_script(
        page,
        "return [demo.ended, demo.paused, demo.currentTime, heard]",
        json!([true, true, 14, ["play", "pause", "ended"]]),
    )
}

/// Whether the text inside is seen, whether the demo is, and what the alert says.
pub const SEEN: &str = "return [
    document.querySelector('#inside').checkVisibility() && document.querySelector('#inside').offsetHeight > 0,
    root?.querySelector('.body').checkVisibility() ?? false,
    root?.querySelector('[role=alert]').innerText ?? '',
]";

pub const WITH_TEXT: &str = "<interleaved-demo><p id='inside'>14 s, 5 s</p></interleaved-demo>";

fn the_text_inside_stands_there_until_the_demo_is_ready(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!(
            "<script>
                // The core comes when the test says so.
                const ask = window.fetch;
                const gate = new Promise((resolve) => {{ window.letCome = resolve; }});
                window.fetch = (...request) => gate.then(() => ask(...request));
            </script>{WITH_TEXT}"
        ),
    )?;
    check_script(page, SEEN, json!([true, false, ""]))?;
    script::<()>(page, "await import('./interleaved.js')")?;
    check_script(page, SEEN, json!([true, false, ""]))?;
    script::<()>(page, "window.letCome(); await demo.ready")?;
    check_script(page, SEEN, json!([false, true, ""]))
}

fn the_text_inside_stays_where_wasm_is_not_allowed(page: &Page) -> Result<()> {
    let html = document("en", &format!("{MODULE}{WITH_TEXT}"));
    let policy = "default-src 'self'; script-src 'self'; img-src data:";
    let stage = Stage::new(
        page,
        &[("stage.html", html)],
        Options {
            headers: vec![("Content-Security-Policy".into(), policy.into())],
            ..Options::default()
        },
    )?;
    stage.goto(page, "stage.html")?;
    check_failure(page)
}

/// Checks that the demo says why it isn't there, and that the text inside is. The
/// browser says so too, in its console.
#[track_caller]
pub fn check_failure(page: &Page) -> Result<()> {
    script::<()>(page, "await demo.ready")?;
    let (inside, body, alert): (bool, bool, String) = script(page, SEEN)?;
    check("what is seen", (inside, body), (true, false))?;
    anyhow::ensure!(
        alert.starts_with("The demo couldn't be loaded: "),
        "the alert says {alert:?}"
    );
    page.browser.console_errors().map(drop)
}

fn a_core_that_couldnt_be_fetched_is_fetched_again(page: &Page) -> Result<()> {
    let html = document("en", &format!("{MODULE}{WITH_TEXT}"));
    let stage = Stage::new(page, &[("stage.html", html)], Options::default())?;
    let put_back = stage.take_away("core_bg.wasm")?;
    stage.goto(page, "stage.html")?;
    check_failure(page)?;
    put_back()?;
    script::<()>(page, "await demo.ready")?;
    check_script(page, SEEN, json!([false, true, ""]))
}
