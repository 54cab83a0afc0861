//! The tasks that a log tells of, where nobody has said which they are.

use super::paste::{Names, next_total};
use crate::summation::Summation;

/// The tasks that a log tells of, in the order of their first lines. A task's
/// first total is its low end, and each of its totals is a step.
pub(crate) fn infer(text: &str) -> Vec<Summation> {
    let nobody = Names::of(&[]);
    let mut totals = Vec::new();
    for line in text.split('\n') {
        let mut rest = line;
        while let Some((range, name, total)) = next_total(rest, &nobody) {
            let until = range.start + 1 + name.len();
            totals.push((whole_name(&rest[..until]).unwrap_or(name), total));
            rest = &rest[range.end..];
        }
    }
    let names = totals.iter().enumerate();
    let mut sorted: Vec<_> = names.map(|(at, (name, _))| (*name, at)).collect();
    sorted.sort_unstable();
    sorted.dedup_by_key(|(name, _)| *name);
    // For each total, if it is the first of its task: which of the sorted names.
    let mut firsts = vec![None; totals.len()];
    for (which, (_, first)) in sorted.iter().enumerate() {
        firsts[*first] = Some(which);
    }
    let mut tasks = Vec::new();
    for ((name, total), first) in totals.iter().zip(&firsts) {
        if let Some(which) = first {
            sorted[*which].1 = tasks.len();
            // A total that is no end of a range is refused when it is checked.
            let low = i64::try_from(*total).unwrap_or_default();
            tasks.push(Summation {
                name: (*name).to_owned(),
                low,
                high: low,
            });
        }
    }
    for (name, _) in &totals {
        if let Ok(at) = sorted.binary_search_by(|(each, _)| each.cmp(name)) {
            let task = &mut tasks[sorted[at].1];
            task.high = task.high.saturating_add(1);
        }
    }
    tasks
}

/// The name at the end of a text whose bracket is closed there: if names have brackets of
/// their own, as `a[0]` has, the one that makes them pairs.
fn whole_name(text: &str) -> Option<&str> {
    let mut open = 1;
    for (at, byte) in text.bytes().enumerate().rev() {
        match byte {
            b']' => open += 1,
            b'[' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some(&text[at + 1..]);
        }
    }
    None
}
