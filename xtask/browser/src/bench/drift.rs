//! Whether a long run falls behind.

use anyhow::{Context, Result};
use serde_json::json;

use super::Bench;
use super::contender::ALL;
use super::table::{Cell, Table};

const TASKS: u32 = 3;
const STEPS: u32 = 1_000;
const INTERVAL: u32 = 10;

/// How many prints at each end of a run are compared.
const END: usize = 100;

pub fn measure(bench: &Bench) -> Result<Vec<Table>> {
    let mut table = Table::new(
        "Drift",
        "How many milliseconds late each print is, in one run of 3 tasks of 1,000 steps of \
         10 ms: half of the prints are later than the median, one in a hundred than the \
         99th percentile. The growth is by how much the median of the last hundred prints is \
         later than that of the first hundred. A dash: it never came to its end.",
        ["median", "99th percentile", "most", "growth"]
            .map(str::to_owned)
            .into(),
    );
    for contender in &ALL {
        bench.fresh()?;
        bench.script("load", contender.folder, &[])?;
        let numbers = [json!(TASKS), json!(STEPS), json!(INTERVAL)];
        let late = bench.script("drift", contender.folder, &numbers)?;
        let Some(late) = serde_json::from_value::<Option<Vec<f64>>>(late)? else {
            table.push(contender.name, vec![None; table.columns.len()]);
            continue;
        };
        let growth = median(&late[late.len() - END..]) - median(&late[..END]);
        let mut sorted = late;
        sorted.sort_by(f64::total_cmp);
        let most = *sorted.last().context("nothing was printed")?;
        let late = sorted[sorted.len() * 99 / 100];
        let figures = [median(&sorted), late, most, growth];
        table.push(
            contender.name,
            figures.map(|figure| Cell::of(vec![figure])).into(),
        );
    }
    Ok(vec![table])
}

fn median(values: &[f64]) -> f64 {
    Cell::of(values.to_vec()).map_or(f64::NAN, |cell| cell.median)
}
