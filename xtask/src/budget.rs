//! How much the site may weigh: what it costs a reader whose line is slow.

use anyhow::{Context, Result, bail};

use crate::loads::loads;
use crate::{places, sizes};

/// A limit, in bytes as brotli sends them, for some of the files that a page loads.
struct Budget {
    what: &'static str,
    page: &'static str,
    /// Which of the files count: those whose names end so.
    ending: &'static str,
    brotli: usize,
}

const BUDGETS: [Budget; 2] = [
    Budget {
        what: "the demo alone",
        page: "embed.html",
        ending: "",
        brotli: 40 * 1024,
    },
    Budget {
        what: "its core",
        page: "embed.html",
        ending: ".wasm",
        brotli: 16 * 1024,
    },
];

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
        names.retain(|name| name.ends_with(ending));
        println!("{what}, in {page}: at most {brotli} bytes of brotli");
        let sum = sizes::print_table(&dist, &names)?;
        if sum.brotli > *brotli {
            let over = sum.brotli - brotli;
            bail!("{what}, in {page}, is {over} bytes over its budget of {brotli}");
        }
    }
    Ok(())
}
