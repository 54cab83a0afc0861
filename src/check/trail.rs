//! The steps of all ways through a log, and the pieces as the cheapest way has them.

use std::ops::Range;

use super::paste::{Piece, What};
use super::way::Way;

/// What a way has cost, and its last step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trail {
    pub(super) cost: u64,
    pub(super) step: Option<usize>,
}

pub(super) type Ways = Vec<(Way, Trail)>;

/// One step of a way: what was done with a range of the text, in which piece.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) before: Option<usize>,
    pub(super) piece: usize,
    pub(super) range: Range<usize>,
    pub(super) deed: Deed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// It is what it was taken for when it was cut.
    Whole,
    /// It is a part of a text.
    Part {
        task: usize,
        total: i128,
        begins: bool,
        ends: bool,
    },
    /// It is other words of a task.
    Words(usize),
    /// It is nobody's.
    Passed,
}

/// At one place of a log so many ways are followed, and no more. Three threads that are
/// interrupted at each write may need some thousands; with other words between there are
/// many more, which are seldom needed.
pub(super) fn most_ways(has_words: bool) -> usize {
    if has_words { 2_048 } else { 16_384 }
}

/// Keeps of the same ways the cheapest.
pub(super) fn keep_cheapest(ways: &mut Ways) {
    if ways.len() > 1 {
        ways.sort_unstable_by(|(a, a_trail), (b, b_trail)| {
            a.cmp(b).then(a_trail.cost.cmp(&b_trail.cost))
        });
        ways.dedup_by(|(a, _), (b, _)| a == b);
    }
}

/// The pieces as the cheapest way has them.
pub(super) fn cheapest<'a>(ways: Ways, steps: &[Step], pieces: &[Piece<'a>]) -> Vec<Piece<'a>> {
    let cheapest = ways.into_iter().min_by_key(|(_, trail)| trail.cost);
    let mut at = cheapest.and_then(|(_, trail)| trail.step);
    let mut taken = Vec::new();
    while let Some(step) = at.and_then(|at| steps.get(at)) {
        taken.push(step);
        at = step.before;
    }
    let mut woven: Vec<Piece<'a>> = Vec::new();
    for step in taken.into_iter().rev() {
        let cut = &pieces[step.piece];
        let line = cut.line;
        let what = match step.deed {
            Deed::Whole => cut.what.clone(),
            Deed::Part {
                task,
                total,
                begins,
                ends,
            } => What::Part {
                task,
                total,
                begins,
                ends,
            },
            Deed::Words(task) => What::Words { task },
            Deed::Passed => What::Other,
        };
        let range = step.range.clone();
        if let Some(last) = woven.last_mut()
            && last.line == line
            && join(&mut last.what, &what)
        {
            last.range.end = range.end;
        } else {
            woven.push(Piece { line, range, what });
        }
    }
    woven
}

/// Joins what belongs together, side by side in a line.
fn join(last: &mut What<'_>, next: &What<'_>) -> bool {
    match (last, next) {
        (
            What::Part { task, ends, .. },
            What::Part {
                task: same,
                begins: false,
                ends: also_ends,
                ..
            },
        ) if task == same => {
            *ends = *also_ends;
            true
        }
        (What::Words { .. } | What::Other, What::Other) => true,
        _ => false,
    }
}
