//! The demo in somebody else's page: found in whatever frames, and played to its end.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::Value;

use crate::page::Page;
use crate::webdriver::Browser;

/// A host may have much to load before there is a demo, on a machine with other work.
const LIMIT: Duration = Duration::from_secs(90);

/// Finds the demo, in shadow trees too. One that isn't registered yet is none.
const DEMO: &str = "
    const all = (root, selector) => [...root.querySelectorAll('*')].flatMap((node) => [
        ...(node.matches(selector) ? [node] : []),
        ...(node.shadowRoot ? all(node.shadowRoot, selector) : []),
    ]);
    const demo = all(document, 'interleaved-demo').find((demo) => demo.laneNames?.length);
";

/// Returns what a reader sees of the demo, unless its lanes have come to their ends.
const STATE: &str = r"
    const marks = demo.laneNames.map((lane) => /^Done!!!?\n$/m.exec(demo.logText(lane))?.[0].trim());
    const text = demo.shadowRoot.textContent;
    return demo.ended && marks.every((mark) => mark && text.includes(mark)) ? null : demo.shadowRoot.querySelector('div').innerText;";

/// Waits for the first demo of the page. Scripts run in its frame afterwards.
pub fn enter(page: &Page) -> Result<()> {
    let browser = page.browser;
    let start = Instant::now();
    while !in_top_frame(browser, enter_demo)? {
        if start.elapsed() > LIMIT {
            let seen = in_top_frame(browser, |browser| frames_text(browser, 0))?;
            bail!("no demo is there within {LIMIT:?}. The page shows:\n{seen}");
        }
        thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// Plays the first demo of the page, and waits until its lanes have printed all and
/// a reader sees it. Scripts run in the demo's frame afterwards.
pub fn play_to_end(page: &Page) -> Result<()> {
    let browser = page.browser;
    enter(page)?;
    browser.run_async(
        &format!("{DEMO} demo.scrollIntoView(); demo.speed = 100; await demo.play();"),
        &[],
    )?;
    let start = Instant::now();
    loop {
        let state = browser.run(&format!("{DEMO} {STATE}"), &[])?;
        if state.is_null() {
            return Ok(());
        }
        if start.elapsed() > LIMIT {
            let state = state.as_str().unwrap_or_default();
            bail!("the demo hasn't ended within {LIMIT:?}. It shows:\n{state}");
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Begins at the outermost frame again.
fn in_top_frame<T>(browser: &Browser, then: impl FnOnce(&Browser) -> Result<T>) -> Result<T> {
    browser.leave_frames()?;
    then(browser)
}

/// Goes into the frame that has a demo; an error there is none, since hosts replace
/// frames while they load.
fn enter_demo(browser: &Browser) -> Result<bool> {
    if browser.run(&format!("{DEMO} return Boolean(demo);"), &[])? == true {
        return Ok(true);
    }
    for frame in frames(browser)? {
        if browser.enter(&frame).is_err() {
            continue;
        }
        if enter_demo(browser).unwrap_or(false) {
            return Ok(true);
        }
        browser.leave_frame()?;
    }
    Ok(false)
}

/// The frames of this one, each brought into view, because lazy ones load only there.
fn frames(browser: &Browser) -> Result<Vec<Value>> {
    let script = format!(
        "{DEMO} const frames = all(document, 'iframe, frame, object');
         for (const frame of frames) frame.scrollIntoView();
         return frames;"
    );
    let frames = browser.run(&script, &[])?;
    Ok(frames.as_array().cloned().unwrap_or_default())
}

/// What a reader sees in this frame and those in it.
fn frames_text(browser: &Browser, depth: usize) -> Result<String> {
    let text = browser.run("return document.body?.innerText ?? '';", &[])?;
    let mut seen = String::new();
    for line in text.as_str().unwrap_or_default().lines().take(30) {
        seen.push_str(&format!("    {}{line}\n", "| ".repeat(depth)));
    }
    for frame in frames(browser)? {
        if browser.enter(&frame).is_ok() {
            seen.push_str(&frames_text(browser, depth + 1)?);
            browser.leave_frame()?;
        }
    }
    Ok(seen)
}
