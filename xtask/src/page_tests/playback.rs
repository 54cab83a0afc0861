//! Playing, seeking and stepping, as a script and as a reader do it.

use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};

use super::helpers::{
    MODULE, Stage, check, check_script, native, native_events, native_logs, open, script, wait_for,
};
use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "a click on Run prints both logs of the handout to their ends",
        a_click_on_run_prints_both_logs_of_the_handout_to_their_ends,
    ),
    (
        "in real time no line comes before its second",
        in_real_time_no_line_comes_before_its_second,
    ),
    (
        "at every second the logs are those of the native crate",
        at_every_second_the_logs_are_those_of_the_native_crate,
    ),
    (
        "the events are those of the native crate",
        the_events_are_those_of_the_native_crate,
    ),
    (
        "a time outside the run is taken to its ends",
        a_time_outside_the_run_is_taken_to_its_ends,
    ),
    (
        "steps back show the same screens as the steps forward",
        steps_back_show_the_same_screens_as_the_steps_forward,
    ),
    (
        "a reset leaves the screen as it was at first",
        a_reset_leaves_the_screen_as_it_was_at_first,
    ),
    (
        "playing after the end starts again",
        playing_after_the_end_starts_again,
    ),
    (
        "a run goes on from where it is when its speed changes",
        a_run_goes_on_from_where_it_is_when_its_speed_changes,
    ),
    (
        "a permalink shows the same moment",
        a_permalink_shows_the_same_moment,
    ),
];

const SEQUENTIAL: &str = "\
[A] total=1
[A] total=3
[A] total=6
[A] total=10
[B] total=5
[B] total=11
[B] total=18
[B] total=26
[B] total=35
[C] total=10
[C] total=21
[C] total=33
[C] total=46
[C] total=60
Done!!
";

const ASYNC: &str = "\
[A] total=1
[B] total=5
[C] total=10
[A] total=3
[B] total=11
[C] total=21
[A] total=6
[B] total=18
[C] total=33
[A] total=10
[B] total=26
[C] total=46
[B] total=35
[C] total=60
Done!!!
";

/// Keeps the names of the demo's events, and the time that each came with.
const LISTEN: &str = "
    window.heard = [];
    const names = ['play', 'pause', 'seeked', 'timeupdate', 'ratechange', 'ended', 'error'];
    for (const name of names) demo.addEventListener(name, () => heard.push([name, demo.currentTime]));
";

/// The names of the events that were heard, without `timeupdate`, which may come
/// at any time.
const HEARD: &str = "return heard.map(([name]) => name).filter((name) => name !== 'timeupdate')";

fn a_click_on_run_prints_both_logs_of_the_handout_to_their_ends(page: &Page) -> Result<()> {
    page.open("index.html?speed=100")?;
    script::<()>(page, &format!("await demo.ready; {LISTEN}"))?;
    check("the button's text", page.text("button.play")?, "Run".into())?;
    page.browser.click("button.play")?;
    wait_for(page, "demo.ended")?;

    let log = |lane| script::<String>(page, &format!("return demo.logText('{lane}')"));
    check("the sequential log", log("sequential")?, SEQUENTIAL.into())?;
    check("the async log", log("async")?, ASYNC.into())?;
    let rows: Vec<Vec<String>> = script(page, "return [rows(0), rows(1)]")?;
    let lines = [SEQUENTIAL, ASYNC].map(|log| log.lines().map(str::to_owned).collect());
    check("what the logs show", rows, lines.into())?;
    check_script(page, HEARD, json!(["play", "pause", "ended"]))?;

    let heard: Vec<(String, f64)> = script(page, "return heard")?;
    let updates: Vec<f64> = heard
        .iter()
        .skip_while(|(name, _)| name != "play")
        .take_while(|(name, _)| name != "pause")
        .filter(|(name, _)| name == "timeupdate")
        .map(|&(_, time)| time)
        .collect();
    ensure!(updates.is_sorted(), "time went back: {updates:?}");
    check("the last time told", updates.last(), Some(&14.0))?;

    let result: String = script(page, "return text('.result')")?;
    for figure in ["14.0 s", "5.0 s", "2.8 ×"] {
        ensure!(result.contains(figure), "no {figure} in {result}");
    }
    check(
        "the button's text",
        page.text("button.play")?,
        "Run again".into(),
    )
}

/// The only test that takes the handout's own time. How late a line may be depends
/// on the machine, so that is only told.
fn in_real_time_no_line_comes_before_its_second(page: &Page) -> Result<()> {
    open(page, "")?;
    let stamps: [Vec<f64>; 2] = script(
        page,
        "const stamps = [[], []];
        const start = performance.now();
        demo.addEventListener('timeupdate', () => {
            const now = performance.now() - start;
            for (const [index, lane] of ['sequential', 'async'].entries()) {
                const lines = demo.logText(lane).split('\\n').length - 1;
                while (stamps[index].length < lines) stamps[index].push(now);
            }
        });
        demo.play();
        await event('ended');
        return stamps;",
    )?;
    let seconds = [
        &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14],
        &[1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5],
    ];
    let mut latest = 0.0_f64;
    for (stamps, seconds) in stamps.iter().zip(seconds) {
        check("the number of lines", stamps.len(), seconds.len())?;
        for (stamp, &second) in stamps.iter().zip(seconds) {
            let late = stamp - f64::from(second) * 1_000.0;
            // The core counts whole microseconds, and both ends of a wait are cut to them.
            ensure!(
                late > -0.002,
                "a line of second {second} came at {stamp} ms"
            );
            latest = latest.max(late);
        }
    }
    let [sequential, concurrent] =
        stamps.map(|stamps| stamps.last().copied().unwrap_or_default() / 1_000.0);
    println!(
        "real time: {sequential:.2} s and {concurrent:.2} s; latest line {:.3} s late",
        latest / 1_000.0
    );
    Ok(())
}

fn at_every_second_the_logs_are_those_of_the_native_crate(page: &Page) -> Result<()> {
    open(page, "lanes=sequential,async,threads&seed=7")?;
    let settings = [("lanes", "sequential async threads"), ("seed", "7")];
    // Back as well, because both ways show a prefix of the same events.
    for second in (0..=14).chain((0..14).rev()) {
        let logs = script::<Vec<String>>(
            page,
            &format!(
                "const seeked = event('seeked');
                demo.currentTime = {second};
                await seeked;
                return demo.laneNames.map((lane) => demo.logText(lane));"
            ),
        )?;
        let expected = native_logs(&native(&settings, second * 1_000)?);
        check(&format!("the logs at {second} s"), logs, expected)?;
        check_script(page, "return demo.currentTime", json!(second))?;
    }
    Ok(())
}

fn the_events_are_those_of_the_native_crate(page: &Page) -> Result<()> {
    for lock in [&[][..], &[("lock", "")]] {
        let settings = [
            &[
                ("tasks", "가:1:4 x:y:5:9 😀:-2:3"),
                ("interval", "250"),
                ("lanes", "threads async sequential"),
                ("seed", "11"),
            ],
            lock,
        ]
        .concat();
        open(page, "")?;
        let object: Value = settings
            .iter()
            .map(|&(name, value)| (name.to_owned(), json!(value)))
            .collect::<Map<_, _>>()
            .into();
        script::<()>(
            page,
            &format!(
                "for (const [name, value] of Object.entries({object})) demo.setAttribute(name, value);
                await demo.ready;"
            ),
        )?;
        check_script(page, "return demo.toJSON()", object)?;
        for millis in [0, 250, 777, 1_000_000] {
            script::<()>(page, &format!("demo.currentTime = {millis} / 1000"))?;
            let demo = native(&settings, millis)?;
            for (index, lane) in demo.lanes().iter().enumerate() {
                let name = lane.kind().name();
                check_script(
                    page,
                    &format!("return JSON.parse(JSON.stringify(demo.events('{name}')))"),
                    native_events(&demo, index),
                )?;
            }
        }
    }
    Ok(())
}

fn a_time_outside_the_run_is_taken_to_its_ends(page: &Page) -> Result<()> {
    open(page, "")?;
    script::<()>(page, LISTEN)?;
    check_script(page, "return demo.duration", json!(14))?;
    script::<()>(page, "demo.currentTime = 1e9")?;
    let state = "return [demo.currentTime, demo.paused, demo.ended, demo.logText('sequential').endsWith('Done!!\\n')]";
    check_script(page, state, json!([14, true, true, true]))?;
    script::<()>(page, "demo.currentTime = -1")?;
    check_script(page, state, json!([0, true, false, false]))?;
    check_script(page, HEARD, json!(["seeked", "ended", "seeked"]))?;
    // A seek while it plays ends the run like its own end.
    script::<()>(
        page,
        "heard.length = 0; await demo.play(); demo.currentTime = 15",
    )?;
    check_script(page, state, json!([14, true, true, true]))?;
    check_script(page, HEARD, json!(["play", "seeked", "pause", "ended"]))?;
    for value in ["NaN", "Infinity", "'soon'"] {
        check_script(
            page,
            &format!("try {{ demo.currentTime = {value} }} catch (error) {{ return error.name }}"),
            json!("TypeError"),
        )?;
    }
    check_script(page, state, json!([14, true, true, true]))
}

fn steps_back_show_the_same_screens_as_the_steps_forward(page: &Page) -> Result<()> {
    open(page, "lanes=sequential,async,threads")?;
    let forward: Vec<String> = script(
        page,
        "const screens = [text('.frame')];
        for (let step = 0; step < 40; step += 1) { demo.stepForward(); screens.push(text('.frame')); }
        return screens;",
    )?;
    let back: Vec<String> = script(
        page,
        "const screens = [text('.frame')];
        for (let step = 0; step < 40; step += 1) { demo.stepBack(); screens.push(text('.frame')); }
        return screens.reverse();",
    )?;
    check("the screens", &back, &forward)?;
    let changes = forward.windows(2).filter(|pair| pair[0] != pair[1]).count();
    check("the number of steps that show something", changes, 40)?;
    // Each step is one event.
    check_script(
        page,
        "demo.stepForward(); demo.stepForward();
        return demo.laneNames.map((lane) => demo.events(lane).length).reduce((sum, count) => sum + count)",
        json!(2),
    )
}

fn a_reset_leaves_the_screen_as_it_was_at_first(page: &Page) -> Result<()> {
    open(page, "speed=10&lanes=sequential,threads")?;
    let first: String = script(page, "return text('.frame')")?;
    script::<()>(page, "demo.play()")?;
    wait_for(page, "demo.logText('threads').includes('total=3')")?;
    script::<()>(page, "demo.reset()")?;
    check("the screen", script(page, "return text('.frame')")?, first)?;
    check_script(
        page,
        "return [demo.paused, demo.ended, demo.currentTime, demo.logText('threads'), demo.events('threads')]",
        json!([true, false, 0, "", []]),
    )
}

fn playing_after_the_end_starts_again(page: &Page) -> Result<()> {
    open(page, "speed=100")?;
    script::<()>(page, LISTEN)?;
    for _ in 0..2 {
        script::<()>(
            page,
            "const ended = event('ended'); demo.play(); await ended",
        )?;
    }
    check_script(
        page,
        HEARD,
        json!(["play", "pause", "ended", "play", "pause", "ended"]),
    )?;
    check_script(page, "return demo.logText('async')", json!(ASYNC))?;
    check_script(
        page,
        "const again = heard.findLastIndex(([name]) => name === 'play');
        return heard.slice(again).some(([name, time]) => name === 'timeupdate' && time < 5);",
        json!(true),
    )
}

fn a_run_goes_on_from_where_it_is_when_its_speed_changes(page: &Page) -> Result<()> {
    open(page, "")?;
    script::<()>(page, &format!("{LISTEN} await demo.play()"))?;
    wait_for(page, "demo.currentTime > 0.1")?;
    // The slowest speed, so that a jump would be seen whatever the machine does.
    let (before, after): (f64, f64) = script(
        page,
        "const before = demo.currentTime; demo.playbackRate = 0.1; return [before, demo.currentTime]",
    )?;
    ensure!(before <= after, "{before} s became {after} s");
    let speeds = "return [demo.speed, demo.playbackRate, demo.getAttribute('speed'), text('.speed select option:checked')]";
    check_script(page, speeds, json!([0.1, 0.1, "0.1", "0.1 ×"]))?;
    check_script(page, "return demo.paused", json!(false))?;
    script::<()>(page, "demo.speed = 100")?;
    wait_for(page, "demo.ended")?;
    check_script(page, speeds, json!([100, 100, "100", "100 ×"]))?;
    check_script(
        page,
        HEARD,
        json!(["play", "ratechange", "ratechange", "pause", "ended"]),
    )?;
    check_script(page, "return demo.logText('async')", json!(ASYNC))?;
    // Through the reader's own control.
    script::<()>(
        page,
        "const select = root.querySelector('select');
        select.value = '2';
        select.dispatchEvent(new Event('change'));",
    )?;
    check_script(page, speeds, json!([2, 2, "2", "2 ×"]))
}

fn a_permalink_shows_the_same_moment(page: &Page) -> Result<()> {
    let moment =
        "return [demo.paused, text('.time'), demo.toJSON().tasks, demo.getAttribute('lang'),
        ...demo.laneNames.map((lane) => demo.events(lane))]";
    let stage = Stage::open(
        page,
        &format!(
            "{MODULE}<script>
                // A clock that the test sets.
                window.clock = 0;
                performance.now = () => clock;
            </script>
            <interleaved-demo tasks='A:1:5 a&amp;b:5:10 가:10:15' lanes='threads async' seed='3'
                lang='ko' interval='1001' speed='2'></interleaved-demo>"
        ),
    )?;
    script::<()>(page, "await demo.ready")?;
    // Less than half a millisecond before a step, where rounding up would show too
    // much, and at steps whose seconds are no exact fractions, where cutting would
    // show too little. A link to 0
    // shows nothing yet, so the run has come to 1 at least.
    for millis in [1.0, 1_000.6, 1_001.0, 2_002.0, 3_250.0, 5_004.999, 5_005.0] {
        stage.goto(page, "stage.html")?;
        let link: String = script(
            page,
            &format!(
                "await demo.ready; await demo.play(); window.clock += {millis} / 2; demo.pause(); return demo.permalink"
            ),
        )?;
        let shown: Value = script(page, moment)?;
        page.browser.goto(&link)?;
        script::<()>(page, "await demo.ready")?;
        let linked: Value = script(page, moment)?;
        check(&link, &linked, &shown)?;
        check("the moment", linked[0].as_bool(), Some(true))?;
    }
    Ok(())
}
