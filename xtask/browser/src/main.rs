//! What drives browsers and isn't JavaScript yet, as further commands of `cargo xtask`.
//!
//! 1. [`cli`] reads the command line.
//! 2. The [`page_tests`] of a [`page`].
//! 3. [`shot`] takes pictures, [`threads`] measures what real threads do, [`frames`] how
//!    smooth the page is, [`soak`] what is left behind, and [`bench`] how fast all of it is.
//! 4. [`webdriver`] talks to a browser through its [`driver`];
//!    [`serve`] is what it loads pages from, and a [`display`] is there for WebKit.

mod bench;
mod cli;
mod display;
mod driver;
mod frames;
mod page;
mod page_tests;
mod serve;
mod shot;
mod sizes;
mod soak;
mod threads;
mod webdriver;

use std::process::ExitCode;

use anyhow::{Result, bail, ensure};
use clap::Parser;
use xtask::engine::Engine;
use xtask::{need, places};

use cli::Command;
use serve::{Options, Policy};

fn main() -> ExitCode {
    match run(Command::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Pages { engines, words } => pages(&engines, &words),
        Command::Frames { words } => frames::measure(&words.join(" ")),
        Command::Bench { parts, firefox } => bench::measure(&parts, firefox),
        Command::Soak { minutes } => soak::run(minutes),
        Command::Shot {
            list: Some(file), ..
        } => shot::take(&shot::read_list(&file)?),
        Command::Shot {
            path,
            out,
            width,
            height,
            full,
            dark,
            lang,
            after,
            wait,
            ..
        } => {
            let (Some(path), Some(out)) = (path, out) else {
                bail!(
                    "`shot` takes a page and a picture, as in: cargo xtask shot index.html page.png"
                );
            };
            let shot = shot::Shot {
                path,
                out,
                width,
                height,
                full,
                dark,
                lang,
                after,
                wait,
            };
            shot::take(&[shot])
        }
        Command::Threads { engines } => threads::measure(&engines),
    }
}

/// Runs those tests of the pages of which the part or the name has `words`.
fn pages(engines: &[Engine], words: &str) -> Result<()> {
    let tests = page_tests::named(words);
    let engines = if engines.is_empty() {
        &[Engine::Chrome]
    } else {
        engines
    };
    let mut failed = 0;
    for &engine in engines {
        let browser = webdriver::Browser::start(&need::browser(engine)?)?;
        let policy = Policy::Strict;
        let options = Options {
            policy,
            ..Options::default()
        };
        let server = serve::start(&places::dist(), options)?;
        let tally = page::run(&browser, &server.url, &tests)?;
        println!("{} passed, {} failed", tally.passed, tally.failed);
        failed += tally.failed;
    }
    ensure!(failed == 0, "{failed} failed");
    Ok(())
}
