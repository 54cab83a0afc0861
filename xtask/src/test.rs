//! Everything that guards the project, in the order in which it fails fastest.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::display::Display;
use crate::driver::scratch;
use crate::engine::Engine;
use crate::need::{self, Tools};
use crate::page::Test;
use crate::serve::{self, Options, Policy};
use crate::webdriver::Browser;
use crate::{
    budget, build, e2e, npm, packages, page, page_tests, places, process, sinks, typecheck,
};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const CORE: [&str; 2] = ["--package", "interleaved"];

/// How many steps and page tests have passed, and how many have not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

/// Runs all steps; the first that fails is the last.
///
/// Without named engines, the page is tested in Chromium, which is installed if
/// need be, and in Firefox if that is there.
pub fn run(engines: &[Engine]) -> Result<()> {
    let mut steps = Steps::default();
    let result = run_steps(&mut steps, engines);
    let Tally { passed, failed } = steps.tally;
    println!("\n{passed} passed, {failed} failed");
    result
}

fn run_steps(steps: &mut Steps, engines: &[Engine]) -> Result<()> {
    // What is missing is said before anything else takes its time.
    need::components()?;
    need::wasm_target()?;
    let browsers = browsers(engines)?;
    // A picture of what has been mended since would mislead.
    build::remove(&places::page_failures())?;

    steps.step("format", || cargo(&["fmt", "--all", "--check"], &[]))?;
    steps.step("lints", || {
        cargo(
            &["clippy", "--workspace", "--all-targets"],
            &["--", "-D", "warnings"],
        )
    })?;
    steps.step("lints of the wasm code", || {
        let clippy = ["clippy", "--all-targets", "--all-features"];
        let clippy = [&clippy[..], &CORE, &WASM].concat();
        cargo(&clippy, &["--", "-D", "warnings"])
    })?;
    steps.step("lints of the page scripts", sinks::check)?;
    steps.step("documentation", || {
        let doc = [&["doc", "--no-deps"][..], &CORE].concat();
        process::run(command(&doc).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    // One package at a time: together they would have their common dependencies
    // built once more, with the features of both.
    steps.step("native tests", || cargo(&["test"], &CORE))?;
    steps.step("tests of Python", || {
        cargo(&["test"], &["--package", "interleaved-python"])
    })?;
    steps.step("tests of xtask", || {
        cargo(&["test"], &["--package", "xtask"])
    })?;
    steps.step("crate package", packages::check_crate)?;
    steps.step("npm packages", npm::install)?;
    steps.step("site", build::build)?;
    steps.step("size budgets", budget::check)?;
    steps.step("types of the page scripts", typecheck::check)?;
    steps.step("npm package", packages::check_npm)?;
    steps.step("tests of page modules", e2e::run_modules)?;
    for tools in &browsers {
        let engine = tools.engine;
        steps.step(&format!("wasm tests in {engine}"), || wasm_tests(tools))?;
        steps.step(&format!("tests of the pages in {engine}"), || {
            e2e::run(tools)
        })?;
        steps.tally_step(&format!("page tests in {engine}"), || {
            page_tests(tools, &page_tests::named(""))
        })?;
    }
    Ok(())
}

fn browsers(engines: &[Engine]) -> Result<Vec<Tools>> {
    if engines.is_empty() {
        let mut browsers = vec![need::browser(Engine::Chrome)?];
        match need::find_browser(Engine::Firefox) {
            Some(firefox) => browsers.push(firefox),
            None => println!(
                "Firefox or geckodriver is not installed, so the pages are not tested in it; \
                 `cargo xtask test chrome firefox` does."
            ),
        }
        return Ok(browsers);
    }
    engines.iter().copied().map(need::browser).collect()
}

fn cargo(words: &[&str], more: &[&str]) -> Result<()> {
    process::run(command(words).args(more))
}

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(places::cargo());
    command.current_dir(places::root()).args(words);
    command
}

/// Runs `tests/web.rs` in a browser, by the runner that `.cargo/config.toml` names.
fn wasm_tests(tools: &Tools) -> Result<()> {
    let scratch = scratch()?;
    let words = [&["test", "--test", "web"][..], &CORE, &WASM].concat();
    let mut command = command(&words);
    let display;
    if tools.engine == Engine::Webkit {
        display = Display::start()?;
        command.env("DISPLAY", &display.name);
    }
    for engine in Engine::ALL {
        // The runner takes the first driver that it is told of.
        command.env_remove(engine.driver_variable());
    }
    process::run(
        command
            .env(tools.engine.driver_variable(), &tools.driver)
            .env("TMPDIR", scratch.path())
            // Time is virtual in the tests; this much is for a machine with other work.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
    )
}

fn page_tests(tools: &Tools, tests: &[Test]) -> Result<Tally> {
    let browser = Browser::start(tools)?;
    let policy = Policy::Strict;
    let server = serve::start(
        &places::dist(),
        Options {
            policy,
            ..Options::default()
        },
    )?;
    page::run(&browser, &server.url, tests)
}

/// Runs those tests of the pages of which the part or the name has `words`.
pub fn pages(engines: &[Engine], words: &str) -> Result<()> {
    let tests = page_tests::named(words);
    npm::install()?;
    build::build()?;
    let mut failed = 0;
    for tools in browsers(engines)? {
        e2e::run_named(&tools, words)?;
        failed += page_tests(&tools, &tests)?.failed;
    }
    ensure!(failed == 0, "{failed} failed");
    Ok(())
}

/// Runs steps and counts them.
#[derive(Default)]
struct Steps {
    tally: Tally,
}

impl Steps {
    fn step(&mut self, name: &str, run: impl FnOnce() -> Result<()>) -> Result<()> {
        let passed = Tally {
            passed: 1,
            failed: 0,
        };
        self.tally_step(name, || run().map(|()| passed))
    }

    /// Runs a step that consists of several tests.
    fn tally_step(&mut self, name: &str, run: impl FnOnce() -> Result<Tally>) -> Result<()> {
        println!("\n== {name}");
        let start = Instant::now();
        let result = run();
        let seconds = start.elapsed().as_secs_f64();
        let Tally { passed, failed } = *result.as_ref().unwrap_or(&Tally {
            passed: 0,
            failed: 1,
        });
        self.tally.passed += passed;
        self.tally.failed += failed;
        let outcome = if failed == 0 { "ok" } else { "FAILED" };
        println!("== {name}: {outcome} in {seconds:.1} s");
        let step = || format!("the step `{name}` failed");
        result.with_context(step)?;
        if failed > 0 {
            bail!(step());
        }
        Ok(())
    }
}
