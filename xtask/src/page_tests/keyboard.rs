//! Real keys: what they do while the demo has the focus, and only then.

use anyhow::Result;
use serde_json::{Value, json};

use super::helpers::{MODULE, Stage, check, check_script, open, script, wait_for};
use crate::key;
use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "every function is reached by a key while the demo has the focus",
        every_function_is_reached_by_a_key_while_the_demo_has_the_focus,
    ),
    (
        "keys do nothing while the focus is elsewhere",
        keys_do_nothing_while_the_focus_is_elsewhere,
    ),
    (
        "the space bar on the focused Run button toggles once",
        the_space_bar_on_the_focused_run_button_toggles_once,
    ),
    (
        "on the slider the arrows move by an interval too",
        on_the_slider_the_arrows_move_by_a_step_too,
    ),
    (
        "in the list of speeds the keys choose a speed",
        in_the_list_of_speeds_the_keys_choose_a_speed,
    ),
    (
        "keys that mean something else to the browser are left to it",
        keys_that_mean_something_else_to_the_browser_are_left_to_it,
    ),
];

/// What a key can change, besides the playing.
const MOMENT: &str = "return [demo.currentTime, demo.events('async').length, demo.paused]";

const FOCUS_LOG: &str = "root.querySelector('[role=log]').focus()";

/// Presses a key, and checks where that has led.
#[track_caller]
fn press(page: &Page, keys: &str, moment: Value) -> Result<()> {
    page.browser.keys(keys)?;
    check_script(page, MOMENT, moment)
}

fn every_function_is_reached_by_a_key_while_the_demo_has_the_focus(page: &Page) -> Result<()> {
    open(page, "lanes=async&tasks=A:1:5&interval=500")?;
    script::<()>(page, FOCUS_LOG)?;
    press(page, ".", json!([0, 1, true]))?;
    press(page, "...", json!([0.5, 4, true]))?;
    press(page, ",", json!([0, 3, true]))?;
    press(page, ",,", json!([0, 1, true]))?;
    press(page, key::RIGHT, json!([0.5, 8, true]))?;
    press(page, key::RIGHT, json!([1, 13, true]))?;
    press(page, key::LEFT, json!([0.5, 8, true]))?;
    press(page, key::END, json!([2, 26, true]))?;
    check_script(page, "return demo.ended", json!(true))?;
    press(page, key::RIGHT, json!([2, 26, true]))?;
    press(page, key::HOME, json!([0, 0, true]))?;
    press(page, key::LEFT, json!([0, 0, true]))?;
    press(page, key::RIGHT, json!([0.5, 8, true]))?;
    press(page, "r", json!([0, 0, true]))?;
    // The same key of a Korean keyboard, which no driver has.
    press(page, key::RIGHT, json!([0.5, 8, true]))?;
    script::<()>(
        page,
        "const init = { key: 'ㄱ', code: 'KeyR', bubbles: true, composed: true };
        root.activeElement.dispatchEvent(new KeyboardEvent('keydown', init));",
    )?;
    check_script(page, MOMENT, json!([0, 0, true]))?;

    page.browser.keys(key::SPACE)?;
    wait_for(page, "!demo.paused && demo.currentTime > 0")?;
    page.browser.keys(key::SPACE)?;
    wait_for(page, "demo.paused")
}

fn keys_do_nothing_while_the_focus_is_elsewhere(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!(
            "{MODULE}<input><button>No</button><interleaved-demo></interleaved-demo>
            <interleaved-demo id='other'></interleaved-demo>"
        ),
    )?;
    script::<()>(page, "await demo.ready; demo.currentTime = 1")?;
    let before: Value = script(page, MOMENT)?;
    let keys = [
        key::SPACE,
        ".",
        ",",
        key::RIGHT,
        key::LEFT,
        key::END,
        key::HOME,
        "r",
    ];
    for focused in [
        "document.querySelector('input')",
        "document.querySelector('button')",
        "document.querySelector('#other').shadowRoot.querySelector('[role=log]')",
    ] {
        script::<()>(page, &format!("{focused}.focus()"))?;
        page.browser.keys(&keys.concat())?;
        check(focused, script(page, MOMENT)?, before.clone())?;
    }
    // There they did what they do; the last one came after Home.
    check_script(
        page,
        "return document.querySelector('input').value",
        json!("r .,"),
    )
}

fn the_space_bar_on_the_focused_run_button_toggles_once(page: &Page) -> Result<()> {
    open(page, "speed=0.1")?;
    script::<()>(
        page,
        "window.heard = [];
        for (const name of ['play', 'pause']) demo.addEventListener(name, () => heard.push(name));
        root.querySelector('button.play').focus();",
    )?;
    page.browser.keys(key::SPACE)?;
    wait_for(page, "!demo.paused")?;
    page.browser.keys(key::ENTER)?;
    wait_for(page, "demo.paused")?;
    page.browser.keys(key::SPACE)?;
    wait_for(page, "!demo.paused")?;
    check_script(page, "return heard", json!(["play", "pause", "play"]))?;
    // On another button the bar presses that button, and nothing else.
    script::<()>(page, "root.querySelectorAll('button.step')[0].focus()")?;
    page.browser.keys(key::SPACE)?;
    check_script(page, MOMENT, json!([0, 0, true]))
}

fn on_the_slider_the_arrows_move_by_a_step_too(page: &Page) -> Result<()> {
    open(page, "interval=500")?;
    script::<()>(page, "root.querySelector('input[type=range]').focus()")?;
    page.browser.keys(key::RIGHT)?;
    check_script(page, "return demo.currentTime", json!(0.5))?;
    page.browser.keys(key::END)?;
    check_script(page, "return demo.currentTime", json!(7))?;
    page.browser.keys(key::LEFT)?;
    check_script(page, "return demo.currentTime", json!(6.5))?;
    page.browser.keys(key::HOME)?;
    check_script(page, "return demo.currentTime", json!(0))?;
    page.browser.keys(".")?;
    check_script(page, "return demo.events('sequential').length", json!(1))
}

fn in_the_list_of_speeds_the_keys_choose_a_speed(page: &Page) -> Result<()> {
    open(page, "")?;
    script::<()>(page, "root.querySelector('select').focus()")?;
    page.browser.keys(key::DOWN)?;
    wait_for(page, "demo.speed === 2")?;
    // Even those that the demo knows: a list goes to its end by them.
    page.browser.keys(key::END)?;
    wait_for(page, "demo.speed === 10")?;
    check_script(page, "return demo.currentTime", json!(0))
}

fn keys_that_mean_something_else_to_the_browser_are_left_to_it(page: &Page) -> Result<()> {
    open(page, "")?;
    script::<()>(page, &format!("demo.currentTime = 2; {FOCUS_LOG}"))?;
    // Not through the driver: a browser would reload the page, or go back.
    check_script(
        page,
        "const left = [];
        for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
            for (const key of [' ', '.', ',', 'ArrowLeft', 'Home', 'End', 'r']) {
                const init = { key, [modifier]: true, bubbles: true, composed: true, cancelable: true };
                left.push(root.activeElement.dispatchEvent(new KeyboardEvent('keydown', init)));
            }
        }
        return [left.every(Boolean), demo.currentTime, demo.paused];",
        json!([true, 2, true]),
    )
}
