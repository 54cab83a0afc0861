//! Where it was measured, and with what.

use std::fs;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};

use super::site;
use xtask::process;

/// Facts of the machine and of the versions of everything, a line each.
pub fn facts() -> Result<Vec<String>> {
    let mut facts = vec![format!(
        "{} {}, {}, {} processors",
        std::env::consts::OS,
        std::env::consts::ARCH,
        processor().unwrap_or_else(|| "an unknown processor".into()),
        thread::available_parallelism()?,
    )];
    facts.extend(other_work());
    let rustc = process::output(Command::new("rustc").arg("--version"))?;
    facts.push(rustc.trim().to_owned());
    let crates = [
        "criterion",
        "futures-util",
        "gloo-timers",
        "interleaved",
        "tokio_with_wasm",
        "wasm-bindgen",
        "wasmtimer",
    ];
    let lock = fs::read_to_string(site::sources().join("Cargo.lock"))?;
    for name in crates {
        let version = locked(&lock, &format!("name = \"{name}\"\nversion = \""));
        facts.push(format!(
            "{name} {}",
            version.context("a crate isn't locked")?
        ));
    }
    let package = fs::read_to_string(site::sources().join("pyodide/package.json"))?;
    let version = locked(&package, "\"pyodide\": \"").context("Pyodide isn't pinned")?;
    facts.push(format!("Pyodide {version}"));
    Ok(facts)
}

/// What stands between `before` and the next quotation mark.
fn locked<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    let (_, after) = text.split_once(before)?;
    after.split_once('"').map(|(version, _)| version)
}

/// The processor's name, where the system has a file of it.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(": ")?.1.to_owned())
}

/// How much else runs, where the system tells.
fn other_work() -> Option<String> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    let load: f64 = text.split(' ').next()?.parse().ok()?;
    let what = if load < 0.5 {
        "little else"
    } else {
        "other work"
    };
    Some(format!(
        "{what} ran on the machine when it began (load average {load})"
    ))
}
