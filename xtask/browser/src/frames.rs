//! How smooth the page is with the largest run that it allows.
//!
//! Machines differ, so a run of three tasks is measured beside it: what that takes
//! is the machine's and the browser's part.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::serve::{self, Options};
use crate::webdriver::Browser;
use xtask::engine::Engine;
use xtask::{need, places};

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

/// What was measured of a page.
pub struct Measured {
    /// By the names of [`MEASURES`].
    pub times: Vec<(&'static str, Times)>,
    /// The heap in bytes before, after, and after the same again.
    pub heaps: [f64; 3],
}

/// Times in milliseconds, the shortest first.
pub struct Times(Vec<f64>);

/// The three lanes that a page shows at most in virtual time.
const LANES: &str = "lanes=sequential,async,threads";

/// The largest run that a page allows, as a setting.
fn large() -> String {
    let tasks: Vec<_> = (0..1_000).map(|task| format!("t{task}:0:100")).collect();
    format!("tasks={}", tasks.join(","))
}

/// Measures the largest run in three lanes, on the site that is served at `site`.
pub fn of_large_run(browser: &Browser, site: &str) -> Result<Measured> {
    measure_page(browser, &format!("{site}embed.html?{LANES}&{}", large()))
}

/// Measures the site as it stands in `dist/` in Chromium, and prints a table.
pub fn measure(only: &str) -> Result<()> {
    let dist = places::dist();
    ensure!(
        dist.is_dir(),
        "there is no site yet: run `cargo xtask build`"
    );
    let (lanes, large) = (LANES, large());
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
        let measured = measure_page(&browser, &format!("{}embed.html?{query}", server.url))
            .with_context(|| format!("could not measure {what}"))?;
        print(&measured);
    }
    Ok(())
}

fn measure_page(browser: &Browser, url: &str) -> Result<Measured> {
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
    let mut times = Vec::new();
    let mut heaps = [browser.heap()?, 0.0, 0.0];
    // Twice, because what grows without bound grows again.
    for heap in &mut heaps[1..] {
        for (name, what, speed) in MEASURES {
            let found = browser.run_async(SCRIPT, &[json!(what), json!(SPAN), json!(speed)])?;
            let mut found: Vec<f64> = serde_json::from_value(found)?;
            found.sort_by(f64::total_cmp);
            times.push((name, Times(found)));
        }
        *heap = browser.heap()?;
    }
    times.truncate(MEASURES.len());
    Ok(Measured { times, heaps })
}

impl Times {
    /// The median, the 95th percentile, the longest, how many are longer than two
    /// frames, and how many there are.
    pub fn figures(&self) -> [f64; 5] {
        let times = &self.0;
        let at = |part: f64| {
            let index = (part * times.len() as f64) as usize;
            let time = times.get(index.min(times.len().saturating_sub(1)));
            time.copied().unwrap_or_default()
        };
        // A frame at 60 Hz is 16.7 ms; a timer's grain isn't a frame that is missed.
        let late = times.iter().filter(|&&time| time > 33.4).count();
        [at(0.5), at(0.95), at(1.0), late as f64, times.len() as f64]
    }
}

fn print(measured: &Measured) {
    println!(
        "{:>26} {:>8} {:>8} {:>8}     > 33",
        "ms", "median", "95 %", "most"
    );
    for (name, times) in &measured.times {
        let [median, most_of_all, most, late, count] = times.figures();
        println!("{name:>26} {median:>8.1} {most_of_all:>8.1} {most:>8.1} {late:>4}/{count}");
    }
    let heaps = measured.heaps.map(|bytes| format!("{:.1}", bytes / 1e6));
    println!(
        "heap before, after, and after the same again: {} MB",
        heaps.join(", ")
    );
}
