//! What all tests of the pages have in common.

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;

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
