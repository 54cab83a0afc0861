//! Whether anything is left behind: a lesson of 24 hours, a loop in real time, and
//! elements that come and go.
//!
//! Each is done a few times before anything is counted, since what is loaded when it is
//! first needed stays, and memory finds its size. What has to be nothing, or no more than
//! before, is asserted; JavaScript's heap, which has reasons of its own to grow, is only
//! told, beside what it grows by when the page does nothing and is asked as often.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::serve::{self, Options};
use crate::webdriver::Browser;
use xtask::engine::Engine;
use xtask::{need, places};

/// What counts in the page, and the rounds.
const SCRIPT: &str = include_str!("soak.js");

/// A lesson of so many seconds.
const DAY: f64 = 86_400.0;

/// So many elements come and go, ten in a round.
const ELEMENTS: usize = 200;

/// How many rounds there are before anything is counted.
const WARM_UP: usize = 3;

/// How many rounds there are before the first look at what there is meanwhile.
const FIRST_LOOK: usize = 128;

/// No round takes so long.
const PATIENCE: Duration = Duration::from_secs(600);

/// How long the loop in real time goes on if nothing else is said, in minutes.
pub const MINUTES: u32 = 30;

/// What there is at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Counts {
    timers: f64,
    workers: f64,
    listeners: f64,
    nodes: f64,
    documents: f64,
    /// Bytes of wasm memory of the page itself.
    wasm: f64,
    heap: f64,
}

/// Runs the site as it stands in `dist/` in Chromium, and prints a table.
pub fn run(minutes: u32) -> Result<()> {
    let dist = places::dist();
    ensure!(
        dist.is_dir(),
        "there is no site yet: run `cargo xtask build`"
    );
    let browser = Browser::start(&need::browser(Engine::Chrome)?)?;
    let server = serve::start(&dist, Options::default())?;
    browser.before_scripts(SCRIPT)?;
    println!(
        "{:<26} {:>7} {:>8} {:>10} {:>7} {:>10} {:>8} {:>9}",
        "", "timers", "workers", "listeners", "nodes", "documents", "wasm KB", "heap MB"
    );
    let soak = Soak {
        browser: &browser,
        site: &server.url,
    };
    let lesson = "lanes=sequential,async,threads&code=python";
    soak.part("lesson", lesson, |_, seconds| seconds < DAY)?;
    let day = "lanes=sequential,async,threads&tasks=A:0:43200,B:0:43200";
    soak.part("day", day, |_, seconds| seconds < DAY)?;
    let real = "lanes=async,threads,workers&speed=100";
    let end = Instant::now() + Duration::from_secs(60 * u64::from(minutes));
    let rounds = soak.part("real", real, |_, _| Instant::now() < end)?;
    soak.part("nothing", "", |done, _| done < rounds)?;
    soak.part("elements", "lanes=async", |rounds, _| {
        10 * rounds < ELEMENTS
    })?;
    Ok(())
}

struct Soak<'a> {
    browser: &'a Browser,
    site: &'a str,
}

impl Soak<'_> {
    /// Does one of the rounds of the script, in a new page if there is a query, until
    /// that is enough, by how many there have been and how many seconds of a lesson have
    /// passed in them. Returns how many there have been.
    fn part(&self, name: &str, query: &str, goes_on: impl Fn(usize, f64) -> bool) -> Result<usize> {
        if !query.is_empty() {
            self.browser
                .goto(&format!("{}embed.html?{query}", self.site))?;
            self.browser.run_async(
                "await document.querySelector('interleaved-demo').ready;",
                &[],
            )?;
        }
        for _ in 0..WARM_UP {
            self.round(name)?;
        }
        let before = self.counts()?;
        print_row(&format!("{name}, after {WARM_UP} rounds"), &before);
        let start = Instant::now();
        let (mut rounds, mut seconds) = (0, 0.0);
        while goes_on(rounds, seconds) {
            seconds += self.round(name)?;
            rounds += 1;
            // Whether the heap comes to rest is seen by a look each time that there
            // have been twice as many.
            if rounds >= FIRST_LOOK && rounds.is_power_of_two() {
                print_row(&format!("after {rounds} more"), &self.counts()?);
            }
        }
        let after = self.counts()?;
        print_row(&format!("after {rounds} more"), &after);
        println!(
            "  {:.0} s, in which {:.1} h of a lesson passed",
            start.elapsed().as_secs_f64(),
            seconds / 3_600.0
        );
        ensure!(
            after.timers == 0.0 && after.workers == 0.0,
            "{name}: timers or workers are left behind"
        );
        let left = |of: fn(&Counts) -> f64| of(&after) > of(&before);
        ensure!(
            ![
                left(|counts| counts.listeners),
                left(|counts| counts.nodes),
                left(|counts| counts.documents),
                left(|counts| counts.wasm),
            ]
            .contains(&true),
            "{name}: more than before is left behind"
        );
        Ok(rounds)
    }

    fn round(&self, name: &str) -> Result<f64> {
        // It may take longer than a script may.
        self.browser.run(
            "soak.passed = undefined;
            const demo = document.querySelector('interleaved-demo');
            soak.rounds[arguments[0]](demo).then((seconds) => { soak.passed = seconds; });",
            &[json!(name)],
        )?;
        self.browser
            .wait_for("soak.passed !== undefined", PATIENCE)
            .with_context(|| format!("a round of {name} has no end"))?;
        let passed = self.browser.run("return soak.passed", &[])?;
        passed.as_f64().context("a round takes a time")
    }

    fn counts(&self) -> Result<Counts> {
        // The picture that is under way is drawn.
        self.browser.wait_for(
            "![...soak.timers].some((timer) => timer.startsWith('requestAnimationFrame'))",
            PATIENCE,
        )?;
        let heap = self.browser.heap()?;
        let script = "return [soak.timers.size, soak.workers.size,
            [...soak.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)]";
        let counted = self.browser.run(script, &[])?;
        let [timers, workers, wasm] = serde_json::from_value(counted)?;
        let [listeners, nodes, documents] =
            self.browser
                .metrics(["JSEventListeners", "Nodes", "Documents"])?;
        Ok(Counts {
            timers,
            workers,
            listeners,
            nodes,
            documents,
            wasm,
            heap,
        })
    }
}

fn print_row(what: &str, counts: &Counts) {
    println!(
        "{what:<26} {:>7} {:>8} {:>10} {:>7} {:>10} {:>8} {:>9.2}",
        counts.timers,
        counts.workers,
        counts.listeners,
        counts.nodes,
        counts.documents,
        counts.wasm / 1_024.0,
        counts.heap / 1e6
    );
}
