//! Virtual time: how many events a second, when nobody waits for a clock.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::contender::OURS;
use super::table::{Cell, Table};
use super::{Bench, site};
use xtask::{places, process};

/// In a browser each is measured so often.
const RUNS: usize = 5;

/// What the log of a lane keeps, as `Kept` in `ours.rs` numbers it.
const EVENTS: u32 = 0;
const NOTHING: u32 = 2;

/// What is measured: its column, the name that criterion has for it, and the arguments
/// of the same in `ours.js`.
const CASES: [(&str, &str, &str, [u32; 3]); 5] = [
    (
        "lane of 1,000 tasks",
        "lane/1000-kept",
        "lane",
        [1_000, 100, EVENTS],
    ),
    (
        "the same, counted",
        "lane/1000-counted",
        "lane",
        [1_000, 100, NOTHING],
    ),
    (
        "lane of 1,000,000 tasks, counted",
        "lane/1000000-counted",
        "lane",
        [1_000_000, 5, NOTHING],
    ),
    (
        "10,000 sleepers",
        "sleepers/10000",
        "sleepers",
        [10_000, 1_000_000, 0],
    ),
    (
        "1,000,000 sleepers",
        "sleepers/1000000",
        "sleepers",
        [1_000_000, 1_000_000, 0],
    ),
];

pub fn measure(bench: &Bench) -> Result<Vec<Table>> {
    let mut table = Table::new(
        "Virtual time",
        "Millions of events a second. A lane is the whole of it, futures, executor, clock \
         and log, with equal deadlines; each step is five events: polled, two writes, \
         waiting, woke. Its events are kept, or only counted. Sleepers are on the clock \
         alone, with deadlines that are all different, which no lane has; there an event is \
         a wake. The native figures are criterion's, of ten samples.",
        CASES.map(|(column, ..)| column.to_owned()).into(),
    );
    let mut wasm = Vec::new();
    for (_, _, name, numbers) in CASES {
        let mut rates = Vec::new();
        for _ in 0..RUNS {
            bench.fresh()?;
            bench.script("load", OURS.folder, &[])?;
            let mut arguments = vec![json!(name)];
            arguments.extend(numbers.map(Value::from));
            // The first run is for the engine, which compiles what is hot once more.
            bench.number("virtual", OURS.folder, &arguments)?;
            rates.push(bench.number("virtual", OURS.folder, &arguments)? / 1e6);
        }
        wasm.push(Cell::of(rates));
    }
    table.push("wasm", wasm);
    if bench.is_chromium() {
        table.push("native", native()?);
    }
    Ok(vec![table])
}

fn native() -> Result<Vec<Option<Cell>>> {
    let criterion = site::target().join("criterion");
    process::run(
        Command::new(places::cargo())
            .current_dir(site::sources())
            .args(["bench", "--locked", "--quiet", "--features", "ours"])
            .arg("--target-dir")
            .arg(site::target().join("native"))
            .args(["--bench", "native", "--", "--quiet"])
            .env("CRITERION_HOME", &criterion),
    )?;
    let rates = CASES.map(|(_, name, ..)| samples(&criterion.join(name).join("new")));
    rates.into_iter().map(|rates| rates.map(Cell::of)).collect()
}

/// The rate of each of criterion's samples.
fn samples(folder: &Path) -> Result<Vec<f64>> {
    let read = |name: &str| -> Result<Value> {
        let file = folder.join(name);
        let text = fs::read(&file).with_context(|| format!("could not read {}", file.display()))?;
        Ok(serde_json::from_slice(&text)?)
    };
    let benchmark = read("benchmark.json")?;
    let events = benchmark["throughput"]["Elements"].as_f64();
    let events = events.context("criterion doesn't tell how many events there are")?;
    let sample = read("sample.json")?;
    let list = |name: &str| serde_json::from_value::<Vec<f64>>(sample[name].clone());
    let (nanos, iterations) = (list("times")?, list("iters")?);
    let each = nanos.iter().zip(&iterations);
    Ok(each
        .map(|(nanos, times)| 1e3 * events * times / nanos)
        .collect())
}
