//! What Node runs in a browser: the tests of the pages, and what is measured of them. See
//! `e2e/` and `bench/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::engine::Engine;
use crate::need::{self, Tools};
use crate::{node, places, process};

/// So many files run at a time: each has a browser of its own.
const TOGETHER: usize = 2;

/// Runs the tests of modules of the page that need no browser.
pub fn run_modules() -> Result<()> {
    let files = files(&places::e2e().join("unit"))?;
    process::run(node(TOGETHER).args(files))
}

/// Runs all tests of the pages in a browser.
pub fn run(tools: &Tools) -> Result<()> {
    run_files(tools, TOGETHER, &files(&places::e2e())?, None)
}

/// Runs the tests of hosts in a browser, or those of which the name has `words`.
pub fn run_hosts(tools: &Tools, words: Option<&str>) -> Result<()> {
    // One at a time: files share the tools that the first of them installs.
    run_files(tools, 1, &files(&places::e2e().join("hosts"))?, words)
}

/// Runs those of which the file or the name has `words`, if there are any.
pub fn run_named(tools: &Tools, words: &str) -> Result<()> {
    let files = files(&places::e2e())?;
    let has = |file: &&PathBuf| {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        stem.trim_end_matches(".test").contains(words)
    };
    let of_name: Vec<_> = files.iter().filter(has).cloned().collect();
    if of_name.is_empty() {
        run_files(tools, TOGETHER, &files, Some(words))
    } else {
        run_files(tools, TOGETHER, &of_name, None)
    }
}

fn run_files(tools: &Tools, together: usize, files: &[PathBuf], words: Option<&str>) -> Result<()> {
    let mut node = node(together);
    choose_browser(&mut node, tools);
    if let Some(words) = words {
        node.arg(format!("--test-name-pattern={words}")).args([
            "--test-reporter-destination=stdout",
            // With no such test Node would say that all is well.
            "--test-reporter=./e2e/harness/any.js",
            "--test-reporter-destination=stderr",
        ]);
    }
    process::run(node.args(files))
}

/// Runs a script that drives a browser and is no test, on `dist/` as it stands.
pub fn run_script(script: &str, engine: Engine, words: &[String]) -> Result<()> {
    ensure!(
        places::dist().is_dir(),
        "there is no site yet: run `cargo xtask build`"
    );
    node::install()?;
    let tools = need::browser(engine)?;
    let mut command = Command::new("node");
    choose_browser(&mut command, &tools);
    process::run(command.arg(places::root().join(script)).args(words))
}

/// Says which browser is to be driven, and by what.
fn choose_browser(node: &mut Command, tools: &Tools) {
    node.env("E2E_ENGINE", tools.engine.to_string())
        .env(tools.engine.driver_variable(), &tools.driver);
}

/// Node's runner of tests, with the number of files that run at a time.
fn node(together: usize) -> Command {
    let mut node = Command::new("node");
    node.current_dir(places::root())
        .args(["--test", "--test-reporter=spec"])
        .arg(format!("--test-concurrency={together}"));
    node
}

/// The files of tests in a folder, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
