//! The page itself with the largest run that it allows: see [`crate::frames`].

use anyhow::Result;

use super::Bench;
use super::table::{Cell, Table};
use crate::frames;

pub fn measure(bench: &Bench) -> Result<Vec<Table>> {
    if !bench.is_chromium() {
        return Ok(Vec::new());
    }
    let frames::Measured { times, heaps } = frames::of_large_run(bench.browser, &bench.dist.url)?;
    let heaps = heaps.map(|bytes| format!("{:.1}", bytes / 1e6));
    let about = format!(
        "embed.html with 1,000 tasks of 100 steps in three lanes: milliseconds between frames, \
         16.7 if none is missed, and of the script of each seek. JavaScript's heap before, \
         after, and after the same again: {} MB.",
        heaps.join(", ")
    );
    let columns = ["median", "95th percentile", "most", "frames over 33", "of"];
    let mut table = Table::new(
        "The page with its largest run",
        &about,
        columns.map(str::to_owned).into(),
    );
    for (name, times) in times {
        let figures = times.figures();
        table.push(name, figures.map(|figure| Cell::of(vec![figure])).into());
    }
    Ok(vec![table])
}
