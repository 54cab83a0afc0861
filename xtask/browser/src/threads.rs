//! What real threads do in a browser here: how often they tear, and how long they
//! take. These are figures for a report; nothing is asserted but what always holds.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::serve::{self, Options};
use crate::webdriver::Browser;
use xtask::engine::Engine;
use xtask::need;
use xtask::{places, site};

/// The totals of each task in a log, in order, however its lines are torn.
const TOTALS: &str = "const totals = (log) => {
        const of = {};
        for (const [, name, total] of log.matchAll(/\\[(.*?)\\] total=(-?\\d+)/g)) (of[name] ??= []).push(total);
        return of;
    };
    const torn = (log) => log.split('\\n').filter((line) => line.lastIndexOf('[') > 0).length;";

/// How long a run may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// How often each program is run.
const RUNS: usize = 20;

/// Five tasks of 200 steps of 10 ms, with the futures of the same tasks beside them.
const PAGE: &str =
    "embed.html?lanes=async,workers&interval=10&tasks=A:0:200,B:0:200,C:0:200,D:0:200,E:0:200";

/// Waits of 100 ms that are computed instead: one of two tasks on each processor.
const COMPUTING: &str =
    "embed.html?lanes=sequential,async,workers&work=compute&interval=100&tasks=A:0:8,B:0:8";

/// Runs the demo to its end; what it has torn and how long its lanes took, in seconds.
const RUN: &str = "
    const demo = document.querySelector('interleaved-demo');
    await demo.ready;
    const end = new Promise((resolve) => demo.addEventListener('ended', resolve, { once: true }));
    await demo.play();
    await end;
    const log = demo.logText('workers');
    const all = Object.values(totals(log));
    const right = all.every((own) => own.every((total, i) => Number(total) === (i * (i + 1)) / 2));
    const count = all.flat().length;
    const took = demo.laneNames.map((lane) => demo.events(lane).at(-1).at / 1000);
    return [torn(log), right ? count : 0, ...took];";

/// Measures, and prints a table for each browser.
pub fn measure(engines: &[Engine]) -> Result<()> {
    site::build()?;
    let engines = if engines.is_empty() {
        &[Engine::Chrome]
    } else {
        engines
    };
    for &engine in engines {
        let browser = Browser::start(&need::browser(engine)?)?;
        let server = serve::start(&places::dist(), Options::default())?;
        println!("\n{engine}: 5 workers x 200 steps x 10 ms, {RUNS} runs");
        for lock in ["", "&lock"] {
            browser.goto(&format!("{}{PAGE}{lock}", server.url))?;
            let mut torn = Vec::new();
            let mut slower = Vec::new();
            for _ in 0..RUNS {
                let [tears, totals, futures, workers] = run(&browser)?[..] else {
                    unreachable!("the script returns four numbers");
                };
                ensure!(totals == 1_000.0, "the totals are not those of the tasks");
                torn.push(tears);
                slower.push(workers / futures);
            }
            println!(
                "  {}: torn lines in 1,000 prints {}; wall time against the async lane {}",
                if lock.is_empty() {
                    "no lock  "
                } else {
                    "with lock"
                },
                spread(&mut torn, 0),
                spread(&mut slower, 3),
            );
            ensure!(
                lock.is_empty() || torn.iter().all(|&torn| torn == 0.0),
                "torn under the lock"
            );
        }
        browser.goto(&format!("{}{COMPUTING}", server.url))?;
        let mut futures_slower = Vec::new();
        let mut workers_faster = Vec::new();
        for _ in 0..RUNS / 2 {
            let [_, _, sequential, futures, workers] = run(&browser)?[..] else {
                unreachable!("the script returns five numbers");
            };
            futures_slower.push(futures / sequential);
            workers_faster.push(sequential / workers);
        }
        let processors = browser.run("return navigator.hardwareConcurrency", &[])?;
        println!(
            "  computing, {} runs: async/sequential {}; sequential/workers {} with {processors} processors",
            RUNS / 2,
            spread(&mut futures_slower, 2),
            spread(&mut workers_faster, 2),
        );
    }
    Ok(())
}

fn run(browser: &Browser) -> Result<Vec<f64>> {
    // Under the lock a run may take longer than a script may.
    let start = format!(
        "window.measured = null; (async () => {{ {TOTALS} {RUN} }})().then((numbers) => {{ window.measured = numbers; }});"
    );
    browser.run(&start, &[])?;
    browser.wait_for("window.measured", PATIENCE)?;
    let numbers: Value = browser.run("return window.measured", &[])?;
    Ok(serde_json::from_value(numbers)?)
}

/// The median, and in brackets the least and the most.
fn spread(numbers: &mut [f64], decimals: usize) -> String {
    numbers.sort_by(f64::total_cmp);
    let [least, .., most] = *numbers else {
        return String::new();
    };
    let median = numbers[numbers.len() / 2];
    format!("{median:.decimals$} ({least:.decimals$} to {most:.decimals$})")
}
