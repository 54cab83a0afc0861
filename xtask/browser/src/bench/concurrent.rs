//! Many tasks at once, in real time: how long they take, what that costs, and how
//! much memory a waiting task takes.

use anyhow::Result;
use serde_json::json;

use super::Bench;
use super::contender::{ALL, Contender};
use super::table::{Cell, Table, tasks};

const STEPS: u32 = 5;
const INTERVAL: u32 = 10;

/// How many tasks, and how often.
const COUNTS: [(u32, usize); 4] = [(3, 5), (1_000, 5), (10_000, 3), (100_000, 3)];

/// Who takes longer than this, in milliseconds, is measured once.
const SLOW: f64 = 3_000.0;

/// Who takes longer than this isn't asked for ten times as many tasks: a page may be
/// blocked for minutes then, and with it the browser.
const TOO_SLOW: f64 = 5_000.0;

/// With fewer tasks a browser's memory says nothing of one.
const HELD: u32 = 100_000;

/// The wall time of each run, and the main thread's.
#[derive(Clone, Default)]
struct Runs {
    wall: Vec<f64>,
    cpu: Vec<f64>,
    /// How many never came to their end.
    hung: usize,
}

pub fn measure(bench: &Bench) -> Result<Vec<Table>> {
    let columns: Vec<_> = COUNTS.iter().map(|&(count, _)| tasks(count)).collect();
    let mut wall = Table::new(
        "Concurrent tasks: wall time",
        "Milliseconds from the first task's start to the last one's end; each task takes \
         5 steps of 10 ms, so 50 is ideal. The median of 5 runs, of 3 from 10,000 tasks on, \
         or of one where that takes more than 3 seconds; in brackets the range. A dash: it takes no \
         so many, a tenth of them have taken it more than 5 seconds, or it didn't come to its \
         end within a minute.",
        columns.clone(),
    );
    let mut cpu = Table::new(
        "Concurrent tasks: work of the main thread",
        "Microseconds of the main thread's processor time (Chromium's TaskDuration, \
         threadTicks) for each print, of the same runs. With 3 tasks it is mostly the \
         measuring.",
        columns,
    );
    let mut runs = vec![vec![Runs::default(); COUNTS.len()]; ALL.len()];
    for (column, (count, rounds)) in COUNTS.into_iter().enumerate() {
        for _ in 0..rounds {
            for (contender, runs) in ALL.iter().zip(&mut runs) {
                let with_fewer = &runs[column.saturating_sub(1)];
                if with_fewer.hung > 0 || with_fewer.wall.iter().any(|&wall| wall > TOO_SLOW) {
                    continue;
                }
                let runs = &mut runs[column];
                let slow = runs.wall.first().is_some_and(|&wall| wall > SLOW) || runs.hung > 0;
                if count <= contender.most && !slow {
                    run(bench, contender, count, runs)?;
                }
            }
        }
    }
    for (contender, runs) in ALL.iter().zip(&runs) {
        let cells = runs.iter().map(|runs| Cell::of(runs.wall.clone()));
        wall.push(contender.name, cells.collect());
        let cells = runs.iter().map(|runs| Cell::of(runs.cpu.clone()));
        cpu.push(contender.name, cells.collect());
    }
    let mut tables = vec![wall.with_ratios()];
    if bench.is_chromium() {
        tables.push(cpu.with_ratios());
        tables.push(memory(bench)?);
    }
    Ok(tables)
}

fn run(bench: &Bench, contender: &Contender, count: u32, runs: &mut Runs) -> Result<()> {
    bench.fresh()?;
    bench.script("load", contender.folder, &[])?;
    let busy = || match bench.is_chromium() {
        true => bench.browser.busy().map(Some),
        false => Ok(None),
    };
    let before = busy()?;
    let numbers = [json!(count), json!(STEPS), json!(INTERVAL)];
    let Some(wall) = bench.script("run", contender.folder, &numbers)?.as_f64() else {
        println!("{} of {count} tasks never came to its end", contender.name);
        runs.hung += 1;
        return Ok(());
    };
    runs.wall.push(wall);
    if let (Some(before), Some(after)) = (before, busy()?) {
        let prints = f64::from(count * STEPS);
        runs.cpu.push(1_000.0 * (after - before) / prints);
    }
    Ok(())
}

/// The memory of tasks that wait.
fn memory(bench: &Bench) -> Result<Table> {
    let mut table = Table::new(
        "Concurrent tasks: memory of a waiting task",
        "Bytes for each of 100,000 tasks that all wait, its name included: how much wasm's \
         memory has grown, and how much more the page's objects take after a collection of \
         garbage. Nobody has printed anything yet; the event log holds three events of each.",
        ["wasm", "JavaScript and browser", "both"]
            .map(str::to_owned)
            .into(),
    );
    for contender in ALL.iter().filter(|contender| HELD <= contender.most) {
        bench.fresh()?;
        bench.script("load", contender.folder, &[])?;
        let wasm = || bench.number("memory", contender.folder, &[]);
        let (wasm_before, heap_before) = (wasm()?, bench.browser.heap()?);
        bench.script("hold", contender.folder, &[json!(HELD)])?;
        let (wasm_after, heap_after) = (wasm()?, bench.browser.heap()?);
        let each = |bytes: f64| bytes / f64::from(HELD);
        let (wasm, heap) = (
            each(wasm_after - wasm_before),
            each(heap_after - heap_before),
        );
        let cells = [wasm, heap, wasm + heap].map(|bytes| Cell::of(vec![bytes]));
        table.push(contender.name, cells.into());
    }
    Ok(table)
}
