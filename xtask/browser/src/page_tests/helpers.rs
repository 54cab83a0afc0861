//! What all tests of the pages have in common.

use std::fmt::Debug;
use std::fs;
use std::panic::Location;
use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use interleaved::{Config, Demo, EventKind};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::page::Page;
use crate::serve::{self, Options, Policy, Server};
use xtask::places;

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

/// The same demo natively, as it is shown at `millis`.
pub fn native(settings: &[(&str, &str)], millis: u64) -> Result<Demo> {
    let mut demo = Demo::new(Config::parse(settings.iter().copied())?);
    demo.seek(millis, 0);
    Ok(demo)
}

/// The logs of all lanes, as the page's `logText` is to have them.
pub fn native_logs(demo: &Demo) -> Vec<String> {
    (0..demo.lanes().len())
        .map(|lane| demo.log_text(lane))
        .collect()
}

/// What is shown of a lane's events, as the page's `events` is to have them.
pub fn native_events(demo: &Demo, lane: usize) -> Value {
    let log = demo.lanes()[lane].log();
    let events = log.prefix(demo.shown(lane)).map(|event| {
        let mut object = json!({ "at": event.at, "kind": event.kind.name() });
        if let Some(task) = event.task {
            object["index"] = json!(task);
            object["task"] = json!(demo.program().tasks[task as usize].name);
        }
        match event.kind {
            EventKind::Waiting { until } => object["until"] = json!(until),
            EventKind::Wrote(text) => object["text"] = json!(text),
            _ => {}
        }
        object
    });
    events.collect()
}

/// A site of a test's own: `dist/`, and further pages beside it.
pub struct Stage {
    pub server: Server,
    /// Held until the stage is dropped.
    _folder: TempDir,
}

impl Stage {
    /// Serves `dist/` with the pages `pages`: a name and the HTML of each.
    pub fn new(page: &Page, pages: &[(&str, String)], options: Options) -> Result<Rc<Self>> {
        let folder = tempfile::tempdir().context("could not make a temporary folder")?;
        copy_site(folder.path())?;
        for (name, html) in pages {
            fs::write(folder.path().join(name), html)?;
        }
        // What the pages of a test do themselves is not what they test.
        let policy = Policy::TrustedTypes;
        let server = serve::start(folder.path(), Options { policy, ..options })?;
        Ok(page.keep(Self {
            server,
            _folder: folder,
        }))
    }

    pub fn goto(&self, page: &Page, path_and_query: &str) -> Result<()> {
        let url = format!("{}{path_and_query}", self.server.url);
        page.browser.goto(&url)
    }
}

fn copy_site(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(places::dist()).context("the site is not built")? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
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

/// Trusted Types are required of the pages of tests as well; where such a page makes
/// markup or code of a text to see what comes of it, it vouches for the text.
pub const VOUCH: &str = "
    const vouch = (kind, text) =>
        self.trustedTypes?.createPolicy('test', { [kind]: (it) => it })[kind](text) ?? text;
";

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
