//! The pages on paper: whole runs, and nothing to press.

use anyhow::Result;
use serde_json::json;

use super::helpers::{check_script, open, script, wait_for};
use crate::engine::Engine;
use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "what hasn't been run is printed as it ends, and is as before afterwards",
        what_hasnt_been_run_is_printed_as_it_ends,
    ),
    (
        "a moment of a run is printed as it is",
        a_moment_is_printed_as_it_is,
    ),
    (
        "where the reader is asked first, paper asks",
        paper_asks_first,
    ),
    ("paper has no buttons", paper_has_no_buttons),
];

/// How many lines each lane shows.
const LINES: &str = "[...root.querySelectorAll('.rows')].map((rows) => rows.children.length)";

fn before(page: &Page) -> Result<()> {
    script(page, "dispatchEvent(new Event('beforeprint'))")
}

fn after(page: &Page) -> Result<()> {
    script(page, "dispatchEvent(new Event('afterprint'))")
}

fn what_hasnt_been_run_is_printed_as_it_ends(page: &Page) -> Result<()> {
    open(page, "lanes=sequential,async")?;
    script::<()>(
        page,
        "window.told = [];
        for (const name of ['play', 'pause', 'seeked', 'ended', 'timeupdate'])
            demo.addEventListener(name, ({ type }) => told.push(type));",
    )?;
    before(page)?;
    check_script(page, &format!("return {LINES}"), json!([15, 15]))?;
    // No line is behind another or out of its log.
    check_script(
        page,
        "return [...root.querySelectorAll('.log')].every((log) => log.scrollHeight <= log.clientHeight)",
        json!(true),
    )?;
    after(page)?;
    check_script(
        page,
        &format!("return [{LINES}, demo.currentTime, demo.paused, demo.events('async'), told]"),
        json!([[0, 0], 0, true, [], []]),
    )
}

fn a_moment_is_printed_as_it_is(page: &Page) -> Result<()> {
    open(page, "start-at=2&lanes=async")?;
    before(page)?;
    check_script(page, &format!("return {LINES}"), json!([6]))?;
    after(page)?;
    check_script(page, "return demo.currentTime", json!(2))
}

fn paper_asks_first(page: &Page) -> Result<()> {
    open(page, "predict&lanes=async")?;
    wait_for(page, "root.querySelector('.predict:not([hidden])')")?;
    before(page)?;
    check_script(page, &format!("return {LINES}"), json!([0]))?;
    after(page)?;
    check_script(
        page,
        "return root.querySelector('.predict').matches('.off')",
        json!(false),
    )
}

fn paper_has_no_buttons(page: &Page) -> Result<()> {
    if page.browser.engine != Engine::Chrome {
        // Only there can a test look at what is printed.
        return Ok(());
    }
    open(
        page,
        "editor&predict&code=python&lanes=sequential,async,threads",
    )?;
    wait_for(
        page,
        "root.querySelectorAll('.place:not(:empty)').length === 3",
    )?;
    before(page)?;
    page.browser.emulate_print()?;
    check_script(
        page,
        "return [...root.querySelectorAll('button, select, summary, input:not([type=radio])')]
            .filter((control) => control.checkVisibility()).map((control) => control.className)",
        json!([]),
    )?;
    after(page)
}
