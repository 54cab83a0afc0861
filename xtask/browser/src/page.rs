//! A page under test, and the run of its tests.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;

use crate::webdriver::Browser;
use xtask::places;

/// Long enough for a loaded machine; a page that takes it has failed.
const LIMIT: Duration = Duration::from_secs(20);

/// How many tests have passed, and how many have not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

/// A test: its name, as a sentence, and what it does.
pub type Test = (&'static str, fn(&Page) -> Result<()>);

/// What a test gets: a browser, and the site it may open pages of.
pub struct Page<'a> {
    pub browser: &'a Browser,
    /// The address of the site, which ends with `/`.
    pub site: &'a str,
}

impl<'a> Page<'a> {
    pub fn new(browser: &'a Browser, site: &'a str) -> Self {
        Self { browser, site }
    }

    /// Opens a page of the site, as in `embed.html?tasks=3`.
    pub fn open(&self, path_and_query: &str) -> Result<()> {
        self.browser.goto(&format!("{}{path_and_query}", self.site))
    }

    /// The value of an expression of JavaScript; a promise is waited for.
    pub fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let value = self
            .browser
            .run_async(&format!("return ({expression});"), &[])
            .with_context(|| format!("could not evaluate {expression}"))?;
        let text = value.to_string();
        serde_json::from_value(value).with_context(|| {
            let wanted = std::any::type_name::<T>();
            format!("{expression} is {text}, which is no {wanted}")
        })
    }

    /// Waits until an expression of JavaScript is true.
    pub fn wait_for(&self, condition: &str) -> Result<()> {
        self.browser.wait_for(condition, LIMIT)
    }

    /// An error if the page has logged one since it was last asked.
    pub fn expect_quiet_console(&self) -> Result<()> {
        let errors = self.browser.console_errors()?;
        ensure!(errors.is_empty(), "the page logged {}", errors.join("; "));
        Ok(())
    }

    /// Leaves a picture of the page in `target/page-failures`, and says so.
    pub fn leave_picture(&self, name: &str) {
        let picture = places::page_failures().join(format!("{name}.png"));
        match self.browser.screenshot(&picture) {
            Ok(()) => println!("  {} shows the page", picture.display()),
            Err(error) => println!("  there is no picture of it: {error:#}"),
        }
    }
}

/// Runs `tests`, every one of them, even after one has failed.
///
/// Of each that fails a picture is left in `target/page-failures`.
pub fn run(browser: &Browser, site: &str, tests: &[Test]) -> Result<Tally> {
    let mut tally = Tally::default();
    for (name, test) in tests {
        let page = Page::new(browser, site);
        let name = format!("{name} ({})", browser.engine);
        browser.reset()?;
        match test(&page).and_then(|()| page.expect_quiet_console()) {
            Ok(()) => {
                println!("{name} ... ok");
                tally.passed += 1;
            }
            Err(error) => {
                println!("{name} ... FAILED\n  {error:#}");
                tally.failed += 1;
                page.leave_picture(&name);
            }
        }
    }
    Ok(tally)
}
