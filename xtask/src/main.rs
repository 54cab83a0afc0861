//! The project's commands: `cargo xtask help` lists them.
//!
//! Everything that the project automates is here and in Rust, so that a fresh
//! machine needs rustup and nothing else to build, serve and test the site.
//!
//! 1. [`cli`] reads the command line.
//! 2. [`build`] makes `dist/`: [`minify`] shrinks its files, [`sizes`] weighs them,
//!    and [`programs`] takes from the crate the source that the page shows. Of
//!    [`modules`] it makes [`chunks`], those that are always loaded together, and
//!    [`bundle`] makes of them the scripts of the one file, [`standalone`].
//!    [`packages`] makes of the site what others install.
//! 3. [`serve`] serves it, [`shot`] takes pictures of it, [`threads`] measures what
//!    real threads do in it, [`frames`] how smooth it is, [`soak`] what is left behind,
//!    and [`bench`] how fast all of it is, beside others.
//! 4. [`mod@test`] runs everything that guards the project: [`budget`] (by what a
//!    page [`loads`]), [`typecheck`] and, in every [`engine`], the tests of the pages
//!    in `e2e/` ([`mod@e2e`] has Node run them) and the [`page_tests`] of a [`page`]. [`sinks`] finds where a script could make code of a text, and
//!    apart from the others, [`fuzz`] gives the crate whatever it comes upon, and
//!    [`reproduce`] builds the site twice. The [`hosts`] are what others make with
//!    what we hand out.
//! 5. [`webdriver`] talks to a browser, in scripts and [`key`]s, through its
//!    [`driver`]. [`need`] finds both, and a [`display`] is there for WebKit,
//!    which has no headless mode.

mod bench;
mod budget;
mod build;
mod bundle;
mod chunks;
mod cli;
mod display;
mod driver;
mod e2e;
mod engine;
mod frames;
mod fuzz;
mod hosts;
mod key;
mod loads;
mod minify;
mod modules;
mod need;
mod npm;
mod packages;
mod page;
mod page_tests;
mod places;
mod preload;
mod process;
mod programs;
mod reproduce;
mod serve;
mod shot;
mod sinks;
mod sizes;
mod snip;
mod soak;
mod standalone;
mod test;
mod threads;
mod typecheck;
mod webdriver;

use std::process::ExitCode;

use anyhow::Result;

use cli::Command;

fn main() -> ExitCode {
    match cli::parse(std::env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Help => {
            print!("{}", cli::HELP);
            Ok(())
        }
        Command::Build => build::build_and_report(),
        Command::Package { names } => packages::make(&names),
        Command::Serve { port } => serve::build_and_serve(port),
        Command::Test {
            engines,
            page: Some(words),
        } => test::pages(&engines, &words),
        Command::Test { engines, .. } => test::run(&engines),
        Command::Hosts { words } => hosts::run(&words),
        Command::Frames { only } => frames::measure(&only),
        Command::Fuzz { target, seconds } => fuzz::run(target.as_deref(), seconds),
        Command::Reproduce => reproduce::check(),
        Command::Bench { parts, firefox } => bench::measure(&parts, firefox),
        Command::Soak { minutes } => soak::run(minutes),
        Command::Shot { shots } => shot::take(&shots),
        Command::Threads { engines } => threads::measure(&engines),
        Command::WasmRunner { arguments } => {
            // The runner parses a whole command line, program name included.
            let line = std::iter::once("wasm-runner".to_owned()).chain(arguments);
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(line)
        }
    }
}
