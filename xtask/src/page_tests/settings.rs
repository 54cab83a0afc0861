//! Settings as attributes and properties, at the start and while it runs.

use anyhow::Result;
use serde_json::json;

use super::helpers::{MODULE, Stage, check_script, open, script, wait_for};
use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "a run goes on when its speed attribute changes and starts anew with other tasks",
        a_run_goes_on_when_its_speed_attribute_changes_and_starts_anew_with_other_tasks,
    ),
    (
        "many changes in one turn are one change",
        many_changes_in_one_turn_are_one_change,
    ),
    (
        "every attribute is a property as well",
        every_attribute_is_a_property_as_well,
    ),
    (
        "the settings as JSON make the same demo",
        the_settings_as_json_make_the_same_demo,
    ),
    (
        "it starts paused at the moment that the settings say",
        it_starts_paused_at_the_moment_that_the_settings_say,
    ),
    ("it plays by itself at load", it_plays_by_itself_at_load),
    (
        "it plays by itself only once it is scrolled into view",
        it_plays_by_itself_only_once_it_is_scrolled_into_view,
    ),
    (
        "it plays by itself in a frame that shows only a part of it",
        it_plays_by_itself_in_a_frame_that_shows_only_a_part_of_it,
    ),
    ("the controls can be left out", the_controls_can_be_left_out),
    (
        "light and dark are those of the setting",
        light_and_dark_are_those_of_the_setting,
    ),
];

/// Opens a page with one demo, which nobody has set up yet.
fn open_stage(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!("{MODULE}<interleaved-demo></interleaved-demo>"),
    )?;
    script(page, "await demo.ready")
}

fn a_run_goes_on_when_its_speed_attribute_changes_and_starts_anew_with_other_tasks(
    page: &Page,
) -> Result<()> {
    open_stage(page)?;
    script::<()>(
        page,
        "window.heard = [];
        for (const name of ['play', 'pause', 'ratechange']) demo.addEventListener(name, () => heard.push(name));
        await demo.play();",
    )?;
    wait_for(page, "demo.currentTime > 0.01")?;
    check_script(
        page,
        "const before = demo.currentTime;
        demo.setAttribute('speed', '0.5');
        await demo.ready;
        return [demo.paused, demo.speed, demo.currentTime >= before, heard];",
        json!([false, 0.5, true, ["play", "ratechange"]]),
    )?;
    check_script(
        page,
        "demo.setAttribute('tasks', 'X:7:9');
        await demo.ready;
        return [demo.paused, demo.speed, demo.currentTime, demo.duration, demo.events('async'), heard];",
        json!([true, 0.5, 0, 2, [], ["play", "ratechange", "pause"]]),
    )?;
    script::<()>(page, "demo.setAttribute('speed', '100'); demo.play()")?;
    wait_for(page, "demo.ended")?;
    check_script(
        page,
        "return demo.logText('async')",
        json!("[X] total=7\n[X] total=15\nDone!!!\n"),
    )
}

fn many_changes_in_one_turn_are_one_change(page: &Page) -> Result<()> {
    open_stage(page)?;
    // How often the lanes are made anew, by one change and by very many.
    check_script(
        page,
        "let errors = 0;
        let times = 0;
        demo.addEventListener('error', () => { errors += 1; });
        const observer = new MutationObserver((records) => { times += records.length; });
        observer.observe(root.querySelector('.lanes'), { childList: true });
        const count = async (change) => {
            times = errors = 0;
            change();
            await demo.ready;
            return [times, errors, demo.duration];
        };
        const one = await count(() => demo.setAttribute('interval', '20'));
        const many = await count(() => {
            for (let high = 1; high <= 50; high += 1) {
                demo.setAttribute('tasks', `A:0:${high}`);
                demo.setAttribute('interval', String(high));
                demo.setAttribute('seed', String(high));
            }
        });
        const bad = await count(() => {
            for (let high = 1; high <= 50; high += 1) demo.setAttribute('tasks', `A:0:${high}x`);
        });
        return [one[0] > 0, many[0] === one[0], many.slice(1), bad];",
        json!([true, true, [0, 2.5], [0, 1, 2.5]]),
    )?;
    // What is set right again in the same turn was never wrong.
    check_script(
        page,
        "let errors = 0;
        demo.addEventListener('error', () => { errors += 1; });
        demo.setAttribute('tasks', 'wrong');
        demo.setAttribute('tasks', 'A:0:2');
        await demo.ready;
        return [errors, demo.duration, text('[role=alert]')];",
        json!([0, 0.1, ""]),
    )
}

fn every_attribute_is_a_property_as_well(page: &Page) -> Result<()> {
    open_stage(page)?;
    check_script(
        page,
        "demo.tasks = 'X:0:3';
        demo.interval = 500;
        demo.lanes = 'threads';
        demo.seed = 4;
        demo.lock = true;
        demo.startAt = 1.5;
        demo.theme = 'dark';
        demo.speed = 2;
        await demo.ready;
        return [demo.toJSON(), demo.lock, demo.interval, demo.duration, demo.lang];",
        json!([
            {
                "tasks": "X:0:3", "interval": "500", "lanes": "threads", "seed": "4", "lock": "",
                "start-at": "1.5", "theme": "dark", "speed": "2",
            },
            true, "500", 1.5, "",
        ]),
    )?;
    check_script(
        page,
        "demo.lock = false; demo.tasks = null; demo.interval = undefined;
        await demo.ready;
        return [demo.lock, demo.tasks, demo.hasAttribute('interval'), demo.duration];",
        json!([false, null, false, 5]),
    )
}

fn the_settings_as_json_make_the_same_demo(page: &Page) -> Result<()> {
    open_stage(page)?;
    check_script(
        page,
        "demo.setAttribute('tasks', 'a\"b:1:5 한글:2:4');
        demo.setAttribute('lanes', 'threads');
        demo.setAttribute('lock', '');
        await demo.ready;
        const copy = document.createElement('interleaved-demo');
        for (const [name, value] of Object.entries(JSON.parse(JSON.stringify(demo)))) copy.setAttribute(name, value);
        document.body.append(copy);
        await copy.ready;
        demo.currentTime = copy.currentTime = 99;
        return [copy.permalink === demo.permalink, copy.logText('threads') === demo.logText('threads')];",
        json!([true, true]),
    )
}

fn it_starts_paused_at_the_moment_that_the_settings_say(page: &Page) -> Result<()> {
    open(page, "start-at=3.5")?;
    check_script(
        page,
        "return [demo.paused, demo.currentTime, demo.logText('sequential'), rows(1).length]",
        json!([true, 3.5, "[A] total=1\n[A] total=3\n[A] total=6\n", 9]),
    )?;
    open(page, "start-at=99")?;
    check_script(
        page,
        "return [demo.paused, demo.ended, demo.currentTime]",
        json!([true, true, 14]),
    )
}

fn it_plays_by_itself_at_load(page: &Page) -> Result<()> {
    open(page, "speed=100&autoplay&start-at=13")?;
    wait_for(page, "demo.ended")?;
    // Once: a change of the settings is the reader's, who starts it then.
    check_script(
        page,
        "demo.setAttribute('tasks', 'X:0:9');
        await demo.ready;
        return [demo.paused, demo.currentTime];",
        json!([true, 0]),
    )
}

fn it_plays_by_itself_only_once_it_is_scrolled_into_view(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!(
            "{MODULE}<div style='height: 300vh'></div>
            <interleaved-demo autoplay='visible' speed='100'></interleaved-demo>"
        ),
    )?;
    // Observers tell of what they see once a frame, so two frames are enough.
    check_script(
        page,
        "await demo.ready;
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
        return [demo.paused, demo.currentTime];",
        json!([true, 0]),
    )?;
    script::<()>(page, "demo.scrollIntoView()")?;
    wait_for(page, "demo.ended")
}

fn it_plays_by_itself_in_a_frame_that_shows_only_a_part_of_it(page: &Page) -> Result<()> {
    Stage::open(
        page,
        "<iframe src='embed.html?autoplay=visible&amp;speed=100' width='300' height='200'></iframe>",
    )?;
    page.wait_for("frames[0].document.querySelector('interleaved-demo').ended")
}

fn the_controls_can_be_left_out(page: &Page) -> Result<()> {
    open(page, "controls=none")?;
    let shown = "return [...root.querySelectorAll('.bar, .bar button, .bar input')].some((node) => node.checkVisibility())";
    check_script(page, shown, json!(false))?;
    script::<()>(page, "demo.removeAttribute('controls'); await demo.ready")?;
    check_script(page, shown, json!(true))?;
    script::<()>(
        page,
        "demo.controls = 'none'; await demo.ready; await demo.play()",
    )?;
    check_script(page, shown, json!(false))?;
    check_script(page, "return demo.paused", json!(false))
}

fn light_and_dark_are_those_of_the_setting(page: &Page) -> Result<()> {
    open(page, "")?;
    check_script(
        page,
        "const paper = async (theme) => {
            demo.setAttribute('theme', theme);
            await demo.ready;
            const [red] = getComputedStyle(root.querySelector('.frame')).backgroundColor.match(/\\d+/);
            return [Number(red) < 128, getComputedStyle(demo).colorScheme];
        };
        return [await paper('dark'), await paper('light')];",
        json!([[true, "dark"], [false, "light"]]),
    )
}
