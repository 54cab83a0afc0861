//! What all tests of the pages have in common.

use std::fmt::Debug;
use std::panic::Location;

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::page::Page;

/// What every script knows: the first demo of the page, its shadow tree, and what
/// a reader sees of it.
const KNOWN: &str = "
    const demo = document.querySelector('interleaved-demo');
    const root = demo?.shadowRoot;
    const text = (selector) => root.querySelector(selector).innerText;
    const rows = (lane) => [...root.querySelectorAll('.lane')[lane].querySelectorAll('.row')].map(
        (row) => [...row.querySelectorAll('.piece')].map((piece) => piece.innerText).join(''));
    const event = (name) => new Promise((resolve) => demo.addEventListener(name, resolve, { once: true }));
";

/// Runs the body of an async function which knows [`KNOWN`], and returns what it does.
pub fn script<T: DeserializeOwned>(page: &Page, body: &str) -> Result<T> {
    page.eval(&format!("(async () => {{ {KNOWN} {body} }})()"))
}

/// Waits until an expression is true which knows [`KNOWN`].
pub fn wait_for(page: &Page, condition: &str) -> Result<()> {
    page.wait_for(&format!("(() => {{ {KNOWN} return ({condition}); }})()"))
        .with_context(|| format!("waited for {condition}"))
}

/// An error, with the line of the test, unless both are equal.
#[track_caller]
pub fn check<T: PartialEq + Debug>(what: &str, found: T, expected: T) -> Result<()> {
    let place = Location::caller();
    ensure!(
        found == expected,
        "{place}: {what}\n     is {found:?}\n    not {expected:?}"
    );
    Ok(())
}

/// Checks what an expression or the body of an async function has as its value:
/// see [`script`].
#[track_caller]
pub fn check_script(page: &Page, body: &str, expected: Value) -> Result<()> {
    let place = Location::caller();
    let found: Value = script(page, body).with_context(|| place.to_string())?;
    ensure!(
        found == expected,
        "{place}: {body}\n     is {found}\n    not {expected}"
    );
    Ok(())
}

/// A page in the language `lang`. An icon in the page keeps browsers from asking for one.
pub fn document(lang: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang='{lang}'><meta charset='utf-8'>\
         <meta name='viewport' content='width=device-width'><title>stage</title>\
         <link rel='icon' href='data:,'>{body}"
    )
}

/// The text that the menu saves, of a demo in English.
pub fn saved(page: &Page) -> Result<String> {
    script::<()>(
        page,
        "const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => { window.savedBlob = blob; return create(blob); };
        HTMLAnchorElement.prototype.click = function () { window.savedName = this.download; };",
    )?;
    page.browser
        .click("interleaved-demo >>> .bar > [aria-haspopup]")?;
    let save = "interleaved-demo >>> [aria-label='Save: This demo as one file (HTML)']";
    wait_for(page, "root.querySelector('dialog')")?;
    page.browser.click(save)?;
    page.wait_for("window.savedName === 'interleaved.html'")?;
    page.eval("savedBlob.text()")
}
