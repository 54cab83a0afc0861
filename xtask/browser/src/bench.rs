//! How fast and how large everything is, against what one would use instead.
//!
//! One run measures all contenders in turn, so that what else the machine does
//! meets them all. Its figures are for a report: no test depends on them.
//!
//! 1. [`contender`] says who they are, and [`site`] builds them.
//! 2. The parts: [`concurrent`], [`virtual_time`], [`drift`], [`pages`] and [`smooth`].
//! 3. A [`table`] is what each results in; [`machine`] says where it was measured.

mod concurrent;
mod contender;
mod drift;
mod machine;
mod pages;
mod site;
mod smooth;
mod table;
mod virtual_time;

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::serve::{self, Options, Server};
use crate::webdriver::Browser;
use table::Table;
use xtask::engine::Engine;
use xtask::{need, places};

/// A part of the bench.
type Part = fn(&Bench) -> Result<Vec<Table>>;

/// The parts by their names, as on the command line.
const PARTS: [(&str, Part); 5] = [
    ("concurrent", concurrent::measure),
    ("virtual", virtual_time::measure),
    ("drift", drift::measure),
    ("pages", pages::measure),
    ("smooth", smooth::measure),
];

/// What a part measures with: one browser.
struct Bench<'a> {
    browser: &'a Browser,
    /// The contenders.
    site: Server,
    /// The project's own pages.
    dist: Server,
}

/// Measures the parts of which the name is among `words`, or all; in Chromium, and if
/// `firefox`, in Firefox too.
pub fn measure(words: &[String], firefox: bool) -> Result<()> {
    let known = |word: &String| PARTS.iter().any(|(name, _)| name == word);
    let names = PARTS.map(|(name, _)| name).join(", ");
    for word in words {
        ensure!(known(word), "`bench` has no part `{word}`, only {names}");
    }
    let engines = if firefox {
        &[Engine::Chrome, Engine::Firefox][..]
    } else {
        &[Engine::Chrome]
    };
    let folder = site::write()?;
    let mut machine = machine::facts()?;
    let mut tables = Vec::new();
    for &engine in engines {
        let browser = Browser::start(&need::browser(engine)?)?;
        browser.be_patient()?;
        machine.push(format!("{engine} {}", browser.version));
        let bench = Bench {
            browser: &browser,
            site: serve::start(&folder, Options::default())?,
            dist: serve::start(&places::dist(), Options::default())?,
        };
        for (name, part) in PARTS {
            if !words.is_empty() && !words.iter().any(|word| word == name) {
                continue;
            }
            let start = Instant::now();
            let measured = part(&bench).with_context(|| format!("could not measure {name}"))?;
            for mut table in measured {
                if firefox {
                    table.title = format!("{} ({engine})", table.title);
                }
                println!("\n{}", table.markdown());
                tables.push(table);
            }
            eprintln!("{name}: {:.0} s", start.elapsed().as_secs_f64());
        }
    }
    write(&machine, &tables, words.is_empty())
}

/// Writes what was measured: for programs, and if it is everything for people too.
fn write(machine: &[String], tables: &[Table], all: bool) -> Result<()> {
    let report = json!({ "machine": machine, "tables": tables });
    let file = places::root().join("target/bench.json");
    let text = serde_json::to_string_pretty(&report)?;
    fs::write(&file, text).with_context(|| format!("could not write {}", file.display()))?;
    println!("\nwritten: {}", file.display());
    if all {
        let file = places::root().join("bench/BENCHMARKS.md");
        let mut text = include_str!("bench/report.md").to_owned();
        for fact in machine {
            text.push_str(&format!("- {fact}\n"));
        }
        for table in tables {
            text.push_str(&format!("\n{}", table.markdown()));
        }
        fs::write(&file, text).with_context(|| format!("could not write {}", file.display()))?;
        println!("written: {}", file.display());
    }
    Ok(())
}

impl Bench<'_> {
    /// Opens an empty page beside the contenders', in which nothing has run.
    fn fresh(&self) -> Result<()> {
        self.browser.goto(&format!("{}measure.html", self.site.url))
    }

    /// Calls `measure.js` in the page that is open.
    fn script(&self, what: &str, folder: &str, numbers: &[Value]) -> Result<Value> {
        eprintln!("{folder}: {what} {}", json!(numbers));
        let mut arguments = vec![json!(what), json!(folder)];
        arguments.extend_from_slice(numbers);
        self.browser
            .run_async("return measure(...arguments);", &arguments)
    }

    /// The same, for what returns a number.
    fn number(&self, what: &str, folder: &str, numbers: &[Value]) -> Result<f64> {
        let value = self.script(what, folder, numbers)?;
        value.as_f64().with_context(|| format!("{what} is {value}"))
    }

    fn is_chromium(&self) -> bool {
        self.browser.engine == Engine::Chrome
    }
}
