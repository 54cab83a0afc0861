//! What the pages do in a real browser. See [`crate::page`] for what a test gets.

use anyhow::{Result, ensure};

use crate::key;
use crate::page::{Page, Test};
use crate::serve::Options;

/// All tests, in the order in which they run.
pub const ALL: &[Test] = &[
    ("the title is there", the_title_is_there),
    ("the core answers", the_core_answers),
    (
        "clicks and keys reach a shadow tree",
        clicks_and_keys_reach_a_shadow_tree,
    ),
    (
        "a sub-folder under a strict policy is enough",
        a_sub_folder_is_enough,
    ),
];

fn the_title_is_there(page: &Page) -> Result<()> {
    page.open("index.html")?;
    let title: String = page.eval("document.title")?;
    ensure!(title == "interleaved", "the title is {title}");
    Ok(())
}

fn the_core_answers(page: &Page) -> Result<()> {
    page.open("embed.html")?;
    page.wait_for("document.querySelector('output').textContent")?;
    let sum = page.text("output")?;
    ensure!(sum == "5", "the sum is {sum}");
    Ok(())
}

fn clicks_and_keys_reach_a_shadow_tree(page: &Page) -> Result<()> {
    page.open("index.html")?;
    page.browser.click("stub-demo >>> button")?;
    page.browser.keys(key::ENTER)?;
    let presses = page.text("stub-demo >>> button")?;
    ensure!(presses == "2", "the button counts {presses}");
    page.browser.keys(&format!("{}{}", key::SHIFT, key::TAB))?;
    page.wait_for("document.activeElement.matches('a')")?;
    Ok(())
}

fn a_sub_folder_is_enough(page: &Page) -> Result<()> {
    let policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
    let server = page.serve(Options {
        mount: "some/sub/folder".into(),
        headers: vec![("Content-Security-Policy".into(), policy.into())],
        ..Options::default()
    })?;
    page.browser.goto(&format!("{}embed.html", server.url))?;
    page.wait_for("document.querySelector('output').textContent === '5'")
}
