//! How smooth the page is with the largest run that it allows.
//!
//! Machines differ, so a run of three tasks is measured beside it: what that takes
//! is the machine's and the browser's part.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::engine::Engine;
use crate::serve::{self, Options};
use crate::webdriver::Browser;
use crate::{need, places};

/// How long, in milliseconds, the playhead is dragged, and played at each speed.
const SPAN: u32 = 3_000;

/// The body of an async function that measures one thing.
const SCRIPT: &str = include_str!("frames.js");

/// What is measured: its name in the table, and the arguments of the script.
const MEASURES: [(&str, &str, u32); 6] = [
    ("frames of the first seek", "first", 0),
    ("script of a seek", "seeks", 0),
    ("frames while scrubbing", "drag", 0),
    ("frames at speed 1", "play", 1),
    ("frames at speed 10", "play", 10),
    ("frames at speed 100", "play", 100),
];

/// Measures the site as it stands in `dist/` in Chromium, and prints a table.
pub fn measure(only: &str) -> Result<()> {
    let dist = places::dist();
    ensure!(
        dist.is_dir(),
        "there is no site yet: run `cargo xtask build`"
    );
    let tasks: Vec<_> = (0..1_000).map(|task| format!("t{task}:0:100")).collect();
    let large = format!("tasks={}", tasks.join(","));
    let lanes = "lanes=sequential,async,threads";
    let pages = [
        ("3 tasks, three lanes", lanes.to_owned()),
        (
            "1,000 tasks of 100 steps, three lanes",
            format!("{lanes}&{large}"),
        ),
        (
            "the same, async and threads",
            format!("lanes=async,threads&{large}"),
        ),
        (
            "the same, three lanes, with the program and the executor",
            format!("{lanes}&code=python&{large}"),
        ),
    ];
    let browser = Browser::start(&need::browser(Engine::Chrome)?)?;
    let server = serve::start(&dist, Options::default())?;
    for (what, query) in pages.iter().filter(|(what, _)| what.contains(only)) {
        println!("\n{what}");
        measure_page(&browser, &format!("{}embed.html?{query}", server.url))
            .with_context(|| format!("could not measure {what}"))?;
    }
    Ok(())
}

fn measure_page(browser: &Browser, url: &str) -> Result<()> {
    browser.reset()?;
    browser.goto(url)?;
    if url.contains("code=") {
        browser.wait_for(
            "document.querySelector('interleaved-demo').shadowRoot.querySelector('.program')",
            std::time::Duration::from_secs(20),
        )?;
        browser.run(
            "document.querySelector('interleaved-demo').shadowRoot.querySelector('details').open = true;",
            &[],
        )?;
    }
    println!(
        "{:>26} {:>8} {:>8} {:>8}     > 33",
        "ms", "median", "95 %", "most"
    );
    let mut heaps = vec![browser.heap()?];
    // Twice, because what grows without bound grows again.
    for round in 0..2 {
        for (name, what, speed) in MEASURES {
            let times = browser.run_async(SCRIPT, &[json!(what), json!(SPAN), json!(speed)])?;
            if round == 0 {
                print_row(name, serde_json::from_value(times)?);
            }
        }
        heaps.push(browser.heap()?);
    }
    let heaps: Vec<_> = heaps
        .iter()
        .map(|bytes| format!("{:.1}", bytes / 1e6))
        .collect();
    println!(
        "heap before, after, and after the same again: {} MB",
        heaps.join(", ")
    );
    Ok(())
}

fn print_row(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| {
        let index = (part * times.len() as f64) as usize;
        times.get(index.min(times.len().saturating_sub(1)))
    };
    print!("{what:>26}");
    for part in [0.5, 0.95, 1.0] {
        print!(" {:>8.1}", at(part).copied().unwrap_or_default());
    }
    // A frame at 60 Hz is 16.7 ms; a timer's grain isn't a frame that is missed.
    let late = times.iter().filter(|&&time| time > 33.4).count();
    println!(" {late:>4}/{}", times.len());
}
