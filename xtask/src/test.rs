//! Everything that guards the project, in the order in which it fails fastest.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::engine::Engine;
use crate::need::{self, Tools};
use crate::packages::{self, Package};
use crate::{e2e, files, node, places, process, site};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const CORE: [&str; 2] = ["--package", "interleaved"];
const PYTHON: [&str; 2] = ["--package", "interleaved-python"];
const WEB: [&str; 2] = ["--package", "interleaved-web"];

/// Runs all steps; the first that fails is the last.
///
/// Without named engines, the page is tested in Chromium, which is installed if
/// need be, and in Firefox if that is there.
pub fn run(engines: &[Engine]) -> Result<()> {
    // What is missing is said before anything else takes its time.
    need::components()?;
    need::wasm_target()?;
    let browsers = browsers(engines)?;
    node::install()?;
    // A picture of what has been mended since would mislead.
    files::remove(&places::page_failures())?;

    step("format", || cargo(&["fmt", "--all", "--check"], &[]))?;
    step("site", site::build)?;
    step("lints", || {
        cargo(
            &["clippy", "--workspace", "--all-targets"],
            &["--", "-D", "warnings"],
        )
    })?;
    step("lints of the wasm code", || {
        let clippy = ["clippy", "--all-targets", "--all-features"];
        let clippy = [&clippy[..], &CORE, &WEB, &WASM].concat();
        cargo(&clippy, &["--", "-D", "warnings"])
    })?;
    step("documentation", || {
        let doc = [&["doc", "--no-deps"][..], &CORE, &PYTHON].concat();
        process::run(command(&doc).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    // One package at a time: together they would have their common dependencies
    // built once more, with the features of both.
    step("native tests", || cargo(&["test"], &CORE))?;
    step("tests of Python", || cargo(&["test"], &PYTHON))?;
    step("tests of xtask", || {
        cargo(&["test"], &["--package", "xtask"])
    })?;
    step("crate package", || Package::Crate.make().map(drop))?;
    step("checks of the page scripts", || npm_run("check"))?;
    step("npm package", packages::check_npm)?;
    step("tests of page modules", e2e::run_modules)?;
    for tools in &browsers {
        let engine = tools.engine;
        step(&format!("wasm tests in {engine}"), || wasm_tests(tools))?;
        step(&format!("tests of the pages in {engine}"), || {
            e2e::run(tools)
        })?;
    }
    println!("\nAll of it has passed.");
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

/// Runs a script of `package.json`.
fn npm_run(script: &str) -> Result<()> {
    process::run(
        Command::new(need::npm()?)
            .current_dir(places::root())
            .args(["run", "--silent", script]),
    )
}

/// Runs `tests/web.rs` in a browser, by the runner that `.cargo/config.toml` names.
fn wasm_tests(tools: &Tools) -> Result<()> {
    let scratch = places::root().join("target/wasm-tests");
    files::remove(&scratch)?;
    std::fs::create_dir_all(&scratch)?;
    let words = [&["test", "--test", "web"][..], &CORE, &WASM].concat();
    let mut command = command(&words);
    if tools.engine == Engine::Webkit {
        // It has no headless mode.
        command = Command::new("xvfb-run");
        command.current_dir(places::root()).arg("-a");
        command.arg(places::cargo()).args(words);
    }
    for engine in Engine::ALL {
        // The runner takes the first driver that it is told of.
        command.env_remove(engine.driver_variable());
    }
    process::run(
        command
            .env(tools.engine.driver_variable(), &tools.driver)
            .env("TMPDIR", &scratch)
            // Time is virtual in the tests; this much is for a machine with other work.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
    )
}

/// Runs those tests of the pages of which the part or the name has `words`.
pub fn pages(engines: &[Engine], words: &str) -> Result<()> {
    site::build()?;
    for tools in browsers(engines)? {
        e2e::run_named(&tools, words)?;
    }
    Ok(())
}

/// Gives what we hand out to the tools that courses are made with: all of them, or those
/// of which a test's name has `words`.
pub fn hosts(words: &str) -> Result<()> {
    need::npm()?;
    need::python()?;
    let browser = need::browser(Engine::Chrome)?;
    files::remove(&places::page_failures())?;
    packages::make(&[Package::Npm, Package::Python])?;
    println!(
        "The tools that the tests need and that aren't in target/hosts yet are installed there, \
         as e2e/hosts/tools pins them: packages of npm and of PyPI, and mdBook by cargo"
    );
    e2e::run_hosts(&browser, Some(words).filter(|words| !words.is_empty()))
}

fn step(name: &str, run: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("\n== {name}");
    let start = Instant::now();
    let result = run();
    let seconds = start.elapsed().as_secs_f64();
    let outcome = if result.is_ok() { "ok" } else { "FAILED" };
    println!("== {name}: {outcome} in {seconds:.1} s");
    result.with_context(|| format!("the step `{name}` failed"))
}
