//! The project's commands: `cargo xtask help` lists them.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use xtask::engine::Engine;
use xtask::packages::{self, Package};
use xtask::{contenders, e2e, fuzz, reproduce, serve, site, test};

/// Builds, serves and tests the project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site and serve it on this machine
    ///
    /// Without Node it is served as it is written, which lacks standalone.html alone.
    Serve {
        /// The port; 0 takes any free one
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Build the site as it ships into dist/
    Build,
    /// Make what others install, in target/packages/
    Package {
        /// Which packages; all of them if none is named
        packages: Vec<Package>,
    },
    /// Run everything that guards the project
    ///
    /// What is missing for it is installed where that disturbs nobody, or asked for.
    Test {
        /// Browsers; Chromium, and Firefox if it is there, if none is named
        browsers: Vec<Engine>,
        /// Only those tests of pages that have these words in their name
        #[arg(long, value_name = "WORDS")]
        page: Option<String>,
    },
    /// Give what we hand out to the tools that courses are made with
    ///
    /// Those that are missing are installed into target/hosts/, of the versions that
    /// e2e/hosts/tools/ pins.
    Hosts {
        /// Only those tests that have these words in their name
        words: Vec<String>,
    },
    /// Give the fuzzers whatever they come upon
    Fuzz {
        /// One of fuzz/fuzz_targets; all of them if none is named
        target: Option<String>,
        /// How long each runs
        #[arg(long, default_value_t = 20)]
        seconds: u32,
    },
    /// Build the site in two folders and compare every byte
    Reproduce,
    /// Measure speed and size against what one would use instead
    ///
    /// Its words are parts: concurrent, virtual, drift, pages, smooth. Without any, all of
    /// them are measured, and bench/BENCHMARKS.md is written.
    Bench(Script),
    /// Measure how smooth the page of dist/ is with the largest run
    ///
    /// Its words are those of the name of one case.
    Frames(Script),
    /// Measure what real threads do here, in dist/ as it stands
    ///
    /// It takes --runs N.
    Threads(Script),
    /// Let the page of dist/ run for long, and count what is left behind
    ///
    /// It takes --minutes N, for its loop in real time, and --hours N, for its lesson.
    Soak(Script),
    /// Take a picture of a page of dist/: cargo xtask shot index.html page.png
    ///
    /// `cargo xtask shot -- --help` says what else it takes.
    Shot(Script),
}

/// A script that drives a browser.
#[derive(Args)]
struct Script {
    #[arg(long, default_value_t = Engine::Chrome)]
    browser: Engine,
    /// What the script itself takes
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<String>,
}

impl Script {
    fn run(&self, file: &str) -> Result<()> {
        e2e::run_script(file, self.browser, &self.words)
    }
}

fn main() -> ExitCode {
    match run(Line::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve { port } => serve::run(port),
        Command::Build => site::build(),
        Command::Package { packages } => packages::make(&packages),
        Command::Test {
            browsers,
            page: Some(words),
        } => test::pages(&browsers, &words),
        Command::Test { browsers, .. } => test::run(&browsers),
        Command::Hosts { words } => test::hosts(&words.join(" ")),
        Command::Fuzz { target, seconds } => fuzz::run(target.as_deref(), seconds),
        Command::Reproduce => reproduce::check(),
        Command::Bench(script) => {
            contenders::build()?;
            script.run("bench/bench.js")
        }
        Command::Frames(script) => script.run("bench/frames.js"),
        Command::Threads(script) => script.run("bench/threads.js"),
        Command::Soak(script) => script.run("e2e/soak.js"),
        Command::Shot(script) => script.run("e2e/shot.js"),
    }
}
