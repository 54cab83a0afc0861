//! Where a schedule interrupts threads, as JSON.

use super::{milliseconds, push_list, push_member, quoted};
use crate::explore::{Between, Cut, Use};

/// A list of interruptions, each an object: `event`, its number in the log; `at`, in
/// milliseconds; `index` and `thread`, who is interrupted; `line`; and between what, where that is known: `variable` and
/// its three `uses` (before, by another one meanwhile, and after), each with `thread`, `line`
/// and `writes`; or `printing`, which is true; or `locks`, by their names.
pub fn story(cuts: &[Cut]) -> String {
    let mut json = String::new();
    push_list(&mut json, cuts.iter().map(cut));
    json
}

fn cut(cut: &Cut) -> String {
    let at = milliseconds(cut.at);
    let mut json = format!(
        "{{\"event\":{},\"at\":{at},\"index\":{}",
        cut.event, cut.task.0
    );
    push_member(&mut json, "thread", &cut.thread);
    json += &format!(",\"line\":{}", cut.line);
    match &cut.between {
        Between::Uses { variable, uses } => {
            push_member(&mut json, "variable", variable);
            json += ",\"uses\":";
            push_list(&mut json, uses.iter().map(one));
        }
        Between::Writes => json += ",\"printing\":true",
        Between::Locks(names) => {
            json += ",\"locks\":";
            push_list(&mut json, names.iter().map(|name| quoted(name)));
        }
        Between::Unknown => {}
    }
    json + "}"
}

fn one(one: &Use) -> String {
    let mut json = format!("{{\"line\":{},\"writes\":{}", one.line, one.writes);
    push_member(&mut json, "thread", &one.thread);
    json + "}"
}
