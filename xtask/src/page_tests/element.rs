//! The element's life: its settings change, it moves, it goes, it has neighbours.

use anyhow::Result;
use serde_json::json;

use super::helpers::{MODULE, Stage, check_script, open, script, wait_for};
use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "another speed lets the run go on, other tasks begin a new one",
        other_settings_mid_run,
    ),
    (
        "many changes in one turn are one change",
        many_changes_are_one,
    ),
    (
        "a running demo has one timer, whatever the number of tasks",
        one_timer,
    ),
    (
        "an element that is removed leaves no timer, and goes on when it is back",
        no_timer_is_left,
    ),
    ("an element that is moved goes on", moved_it_goes_on),
    ("demos on one page don't know of each other", neighbours),
    ("a hidden page holds the run", a_hidden_page_holds_the_run),
    (
        "it starts by itself at load, or when it comes into view",
        it_starts_by_itself,
    ),
    (
        "a thousand tasks show a window of their log",
        a_thousand_tasks,
    ),
];

/// Counts the timers that are outstanding, from before the element is loaded.
const COUNTED: &str = "<script>
    window.timers = new Set();
    const [set, clear] = [setTimeout, clearTimeout];
    window.setTimeout = (call, ...rest) => {
        const timer = set(() => { timers.delete(timer); call(); }, ...rest);
        timers.add(timer);
        window.mostTimers = Math.max(window.mostTimers ?? 0, timers.size);
        return timer;
    };
    window.clearTimeout = (timer) => { timers.delete(timer); clear(timer); };
</script>";

fn other_settings_mid_run(page: &Page) -> Result<()> {
    open(page, "interval=50")?;
    script::<()>(page, "await demo.play()")?;
    wait_for(page, "demo.events('async').length > 20")?;
    check_script(
        page,
        "const rate = event('ratechange'); demo.setAttribute('speed', '2'); await demo.ready; await rate;
        return [demo.paused, demo.speed, demo.events('async').length > 20]",
        json!([false, 2, true]),
    )?;
    check_script(
        page,
        "demo.setAttribute('tasks', 'X:1:3'); await demo.ready;
        return [demo.paused, demo.currentTime, demo.logText('async')]",
        json!([true, 0, ""]),
    )
}

fn many_changes_are_one(page: &Page) -> Result<()> {
    open(page, "")?;
    check_script(
        page,
        "let times = 0; demo.addEventListener('settingschange', () => times += 1);
        for (let i = 1; i <= 50; i += 1) demo.setAttribute('interval', i);
        await demo.ready;
        return [times, demo.duration]",
        json!([1, 0.7]),
    )
}

fn one_timer(page: &Page) -> Result<()> {
    let tasks: Vec<_> = (0..300).map(|task| format!("t{task}:0:3")).collect();
    let tasks = tasks.join(" ");
    let body = format!(
        "{COUNTED}{MODULE}<interleaved-demo tasks='{tasks}' lanes='async threads' interval='20'></interleaved-demo>"
    );
    let _stage = Stage::open(page, &body)?;
    script::<()>(page, "await demo.play()")?;
    wait_for(page, "demo.ended")?;
    check_script(
        page,
        "return [window.mostTimers, window.timers.size]",
        json!([1, 0]),
    )
}

fn no_timer_is_left(page: &Page) -> Result<()> {
    let body = format!("{COUNTED}{MODULE}<interleaved-demo></interleaved-demo>");
    let _stage = Stage::open(page, &body)?;
    check_script(
        page,
        "await demo.play(); demo.currentTime = 2; const before = window.timers.size;
        demo.remove(); await 0;
        const after = window.timers.size;
        document.body.append(demo); await demo.ready;
        return [before, after, demo.paused, demo.logText('sequential')]",
        json!([1, 0, true, "[A] total=1\n[A] total=3\n"]),
    )
}

fn moved_it_goes_on(page: &Page) -> Result<()> {
    let body = format!("{MODULE}<interleaved-demo></interleaved-demo><section></section>");
    let _stage = Stage::open(page, &body)?;
    check_script(
        page,
        "await demo.play(); demo.currentTime = 2;
        document.querySelector('section').append(demo); await demo.ready; await 0;
        return [demo.paused, demo.currentTime >= 2, demo.logText('sequential').startsWith('[A] total=1')]",
        json!([false, true, true]),
    )
}

fn neighbours(page: &Page) -> Result<()> {
    let body = format!(
        "{MODULE}<interleaved-demo></interleaved-demo><interleaved-demo id='other' tasks='X:1:3'></interleaved-demo>"
    );
    let _stage = Stage::open(page, &body)?;
    check_script(
        page,
        "const other = document.querySelector('#other'); await demo.ready; await other.ready;
        demo.currentTime = 99; other.currentTime = 1;
        return [demo.ended, other.ended, other.logText('async')]",
        json!([true, false, "[X] total=1\n"]),
    )
}

fn a_hidden_page_holds_the_run(page: &Page) -> Result<()> {
    open(page, "interval=20")?;
    check_script(
        page,
        "const hide = (hidden) => {
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
            document.dispatchEvent(new Event('visibilitychange'));
        };
        await demo.play(); hide(true);
        const time = demo.currentTime;
        await new Promise((resolve) => setTimeout(resolve, 60));
        const held = [demo.paused, demo.currentTime === time, demo.ended];
        hide(false); await event('ended');
        return [...held, demo.ended]",
        json!([false, true, false, true]),
    )
}

fn it_starts_by_itself(page: &Page) -> Result<()> {
    open(page, "autoplay&speed=100")?;
    wait_for(page, "demo.ended")?;
    let body = format!(
        "{MODULE}<div style='height: 4000px'></div><interleaved-demo autoplay='visible' speed='100'></interleaved-demo>"
    );
    let _stage = Stage::open(page, &body)?;
    check_script(
        page,
        "await demo.ready; await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);
        return demo.paused && demo.currentTime === 0",
        json!(true),
    )?;
    script::<()>(page, "demo.scrollIntoView()")?;
    wait_for(page, "demo.ended")
}

fn a_thousand_tasks(page: &Page) -> Result<()> {
    open(page, "lanes=async")?;
    script::<()>(
        page,
        "demo.setAttribute('tasks', Array.from({ length: 1000 }, (_, i) => `t${i}:0:100`).join(' '));
        await demo.ready; demo.currentTime = demo.duration",
    )?;
    wait_for(page, "demo.ended")?;
    check_script(
        page,
        "const shown = root.querySelectorAll('.row').length;
        return [shown > 0 && shown < 200, demo.logText('async').split('\\n').length]",
        json!([true, 100_002]),
    )
}
