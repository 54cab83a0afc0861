//! The tools that courses are made with: each is installed as its users install it,
//! given what we hand out, and driven in a browser until the demo has ended.
//!
//! This is slower than all other tests, and needs the registries of these tools, so
//! it is a suite of its own: `cargo xtask hosts`.
//!
//! 1. [`host`] is what a test gets, [`install`] gets it its tools, and [`demo`] finds
//!    the demo, in whatever frames, and plays it.
//! 2. [`pages`] are those that anybody writes by hand, [`npm`] what the package of that
//!    name is given to, and [`notebooks`] where the Python package shows its demos.
//! 3. [`snippets`] is the code that the page for teachers gives out, [`documentation`]
//!    and [`sites`] are those that it is pasted into.

mod demo;
mod documentation;
pub mod host;
pub mod install;
mod notebooks;
mod npm;
mod pages;
mod sites;
mod snippets;

use std::time::Instant;

use anyhow::{Result, ensure};

use crate::serve::{self, Options};
use crate::webdriver::Browser;
use xtask::engine::Engine;
use xtask::files;
use xtask::need;
use xtask::places;

use host::Host;

/// A host: its name, and what is done with it.
type Test = (&'static str, fn(&Host) -> Result<()>);

/// All hosts by their families, in the order in which they run.
const ALL: &[&[Test]] = &[
    pages::ALL,
    npm::ALL,
    notebooks::ALL,
    documentation::ALL,
    sites::ALL,
];

/// Runs the hosts of which the name has `words`, every one, even after one has failed.
pub fn run(words: &str) -> Result<()> {
    let named = |(name, _): &&Test| name.contains(words);
    let hosts: Vec<_> = ALL.iter().copied().flatten().filter(named).collect();
    ensure!(!hosts.is_empty(), "no host is called `{words}`");
    let browser = need::browser(Engine::Chrome)?;
    xtask::site::build()?;
    files::remove(&places::page_failures())?;
    let browser = Browser::start(&browser)?;
    let site = serve::start(&places::dist(), Options::default())?;
    let mut failed = 0;
    for &&(name, test) in &hosts {
        let start = Instant::now();
        let host = Host::new(name, &browser, &site.url)?;
        browser.reset()?;
        let result = test(&host);
        let seconds = start.elapsed().as_secs_f64();
        match result {
            Ok(()) => println!("{name} ... ok in {seconds:.1} s"),
            Err(error) => {
                failed += 1;
                println!("{name} ... FAILED in {seconds:.1} s\n  {error:#}");
                host.page.leave_picture(name);
            }
        }
    }
    let passed = hosts.len() - failed;
    println!("\n{passed} hosts passed, {failed} failed");
    ensure!(failed == 0, "{failed} of {} hosts failed", hosts.len());
    Ok(())
}
