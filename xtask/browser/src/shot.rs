//! Pictures of the pages: the way to look at them without a screen.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::serve::{self, Options};
use crate::webdriver::Browser;
use xtask::engine::Engine;
use xtask::{need, places};

/// A picture to be taken, as a line of a list describes it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Shot {
    /// The page, relative to the site, with its query.
    pub path: String,
    /// The file to write, a PNG.
    pub out: String,
    pub width: u32,
    pub height: u32,
    /// Whether the picture is as high as the page.
    pub full: bool,
    pub dark: bool,
    pub lang: Option<String>,
    /// The body of an async function to run in the page first.
    pub after: Option<String>,
    /// Milliseconds between that and the picture.
    pub wait: u64,
}

impl Default for Shot {
    fn default() -> Self {
        Self {
            path: String::new(),
            out: String::new(),
            width: 1280,
            height: 800,
            full: false,
            dark: false,
            lang: None,
            after: None,
            wait: 300,
        }
    }
}

/// Reads a list of shots: a JSON object a line; empty lines separate nothing.
pub fn read_list(file: &str) -> Result<Vec<Shot>> {
    let text = fs::read_to_string(file).with_context(|| format!("could not read {file}"))?;
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            let number = index + 1;
            let shot: Shot = serde_json::from_str(line)
                .with_context(|| format!("line {number} of {file} is no shot"))?;
            ensure!(
                !shot.path.is_empty() && !shot.out.is_empty(),
                "line {number} of {file} needs a path and an out"
            );
            Ok(shot)
        })
        .collect()
}

/// Takes `shots` of the site as it stands in `dist/`, in one browser.
pub fn take(shots: &[Shot]) -> Result<()> {
    let dist = places::dist();
    ensure!(
        dist.is_dir(),
        "there is no site yet: run `cargo xtask build`"
    );
    let browser = Browser::start(&need::browser(Engine::Chrome)?)?;
    let server = serve::start(&dist, Options::default())?;
    for shot in shots {
        take_one(&browser, &server.url, shot)
            .with_context(|| format!("could not take {} of {}", shot.out, shot.path))?;
    }
    Ok(())
}

fn take_one(browser: &Browser, site: &str, shot: &Shot) -> Result<()> {
    browser.reset()?;
    browser.resize(shot.width, shot.height)?;
    browser.emulate_media(shot.dark, false)?;
    if let Some(tag) = &shot.lang {
        browser.emulate_language(tag)?;
    }
    browser.goto(&format!("{site}{}", shot.path))?;
    if let Some(script) = &shot.after {
        browser.run_async(script, &[])?;
    }
    thread::sleep(Duration::from_millis(shot.wait));
    if shot.full {
        let height = browser.run("return document.documentElement.scrollHeight;", &[])?;
        let height = height.as_u64().and_then(|height| height.try_into().ok());
        browser.resize(shot.width, height.context("the page has no height")?)?;
        // The page may lay itself out anew before it is painted.
        browser.run_async("await new Promise(requestAnimationFrame);", &[])?;
    }
    browser.screenshot(Path::new(&shot.out))?;
    for error in browser.console_errors()? {
        eprintln!("{}: the page logged {error}", shot.path);
    }
    println!("{}", shot.out);
    Ok(())
}
