//! The fuzzers of `fuzz/`, for a time: coverage-guided, on a stable toolchain.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{files, places, process};

/// How many seconds each fuzzer runs if nobody says.
pub const DEFAULT_SECONDS: u32 = 20;

/// What makes the compiler count which code an input reaches, as libFuzzer wants it.
/// All of it is in every toolchain; only the sanitizers of memory are not, and the
/// crate forbids the code that they watch.
const COVERAGE: [&str; 10] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    // Across several units libFuzzer's tables would be merged wrongly.
    "-Ccodegen-units=1",
    "-Cdebug-assertions",
    "-Coverflow-checks",
    "-Cpanic=abort",
];

/// Beyond these an input counts as one that hangs, or that takes memory without bound.
const LIMITS: [&str; 3] = ["-timeout=10", "-rss_limit_mb=1024", "-max_len=4096"];

/// Runs the fuzzer `target`, or all, for so long each.
///
/// They start from the corpus in the repository; what they find besides goes to
/// `target/fuzz`, an input that fails as well.
pub fn run(target: Option<&str>, seconds: u32) -> Result<()> {
    let all = targets()?;
    if let Some(target) = target
        && !all.iter().any(|name| name == target)
    {
        bail!("no fuzzer is called `{target}`: {}", all.join(", "));
    }
    let host = host()?;
    let out = places::root().join("target/fuzz");
    process::run(
        Command::new(places::cargo())
            .current_dir(folder())
            .args(["build", "--release", "--locked", "--target", &host])
            .arg("--target-dir")
            .arg(&out)
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}")),
    )
    .context("the fuzzers could not be built, which takes a C++ compiler besides Rust")?;
    for name in all
        .iter()
        .filter(|name| target.is_none_or(|target| *name == target))
    {
        let found = out.join("corpus").join(name);
        let failures = out.join("failures").join(name);
        for folder in [&found, &failures] {
            fs::create_dir_all(folder)
                .with_context(|| format!("could not make {}", folder.display()))?;
        }
        process::run(
            Command::new(out.join(&host).join("release").join(name))
                .args([&found, &folder().join("corpus").join(name)])
                .args(LIMITS)
                .arg(format!("-max_total_time={seconds}"))
                .arg(format!("-artifact_prefix={}/", failures.display()))
                .arg("-print_final_stats=1"),
        )
        .with_context(|| format!("an input is in {}", failures.display()))?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    places::root().join("fuzz")
}

/// The names of the fuzzers, which are those of their files.
fn targets() -> Result<Vec<String>> {
    let files = files::list(&folder().join("fuzz_targets"))?;
    let names = files.iter().filter_map(|file| file.strip_suffix(".rs"));
    Ok(names.map(str::to_owned).collect())
}

/// The machine's own target. With it named, cargo has build scripts without [`COVERAGE`].
fn host() -> Result<String> {
    let version = process::output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host
        .context("rustc doesn't say what machine this is")?
        .to_owned())
}
