//! How much the site may weigh: what it costs a reader whose line is slow.

use anyhow::{Context, Result, bail};

use crate::loads::loads;
use crate::{places, sizes, standalone};

/// A limit, in bytes as brotli sends them, for some of the files that a page loads.
struct Budget {
    what: &'static str,
    page: &'static str,
    /// Which of the files count: those whose names end so.
    ending: &'static str,
    brotli: usize,
}

const BUDGETS: [Budget; 4] = [
    Budget {
        what: "the demo alone",
        page: "embed.html",
        ending: "",
        brotli: 39 * 1024,
    },
    Budget {
        what: "its core",
        page: "embed.html",
        ending: ".wasm",
        brotli: 16 * 1024,
    },
    Budget {
        what: "the checker of logs alone",
        page: "interleaved-check.js",
        ending: "",
        brotli: 29 * 1024,
    },
    Budget {
        what: "its core",
        page: "interleaved-check.js",
        ending: ".wasm",
        brotli: 16 * 1024,
    },
];

/// The words of one language, which pages name when they know their reader's: the
/// larger of the two.
const WORDS: &str = "texts-ko.js";

/// The limit for each set of features in the one file that holds everything, in bytes
/// as they are: it is passed on as it is. The demo alone is a set, the panels are
/// another, and so is what real threads need.
const FEATURE_SET: usize = 60 * 1024;

/// Weighs what the pages load, and prints it; more than a budget is an error.
pub fn check() -> Result<()> {
    let dist = places::dist();
    for budget in &BUDGETS {
        let Budget {
            what,
            page,
            ending,
            brotli,
        } = budget;
        let mut names =
            loads(&dist, page).with_context(|| format!("could not find out what {page} loads"))?;
        if page.ends_with(".html") {
            names.push(WORDS.to_owned());
        }
        names.retain(|name| name.ends_with(ending));
        println!("{what}, in {page}: at most {brotli} bytes of brotli");
        let sum = sizes::print_table(&dist, &names)?;
        if sum.brotli > *brotli {
            let over = sum.brotli - brotli;
            bail!("{what}, in {page}, is {over} bytes over its budget of {brotli}");
        }
    }
    check_standalone()
}

fn check_standalone() -> Result<()> {
    println!(
        "each set of features in {}: at most {FEATURE_SET} bytes",
        standalone::FILE
    );
    let parts = standalone::sizes(&places::dist())?;
    for (name, size) in &parts {
        println!("{size:>9}  {name}");
    }
    let sum = |of: fn(&str) -> bool| -> usize {
        let parts = parts.iter().filter(|(name, _)| of(name));
        parts.map(|(_, size)| size).sum()
    };
    println!("{:>9}  in all", sum(|_| true));
    for (what, size) in [
        ("the demo alone", sum(|name| name == "demo")),
        (
            "its panels",
            sum(|name| !matches!(name, "demo" | "workers")),
        ),
        ("what real threads need", sum(|name| name == "workers")),
    ] {
        if size > FEATURE_SET {
            let over = size - FEATURE_SET;
            bail!(
                "{what}, in {}, is {over} bytes over its budget",
                standalone::FILE
            );
        }
    }
    Ok(())
}
