//! What a run has come to, as an object of JSON.

use super::{milliseconds, push_list, push_member, push_text};
use crate::driver::{Driver, Outcome, Waits};
use crate::refusal::{Language, Refusal};

/// What a run that has ended has come to, or what one that goes on has come to so far.
///
/// Members: `output`, `errors`, `outcome`, `status`, `duration` in milliseconds of virtual
/// time, `schedule`. And of an outcome that isn't the program's own: `refusals`, `waits` or
/// `limit`, which say why. Events may be many: they are told by themselves.
pub fn answer(driver: &Driver, language: Language) -> String {
    let log = driver.log();
    let mut json = String::from("{\"output\":");
    push_text(&mut json, log.output(log.len()));
    push_member(&mut json, "errors", &log.error_output(log.len()));
    let outcome = driver.outcome();
    push_member(
        &mut json,
        "outcome",
        outcome.map_or("running", Outcome::name),
    );
    json += &format!(",\"status\":{}", driver.status());
    json += &format!(",\"duration\":{}", milliseconds(driver.now()));
    push_member(&mut json, "schedule", &driver.schedule());
    match outcome {
        Some(Outcome::Refused(refusals)) => {
            let objects = refusals.iter().map(|it| refusal_object(it, language));
            json += ",\"refusals\":";
            push_list(&mut json, objects);
        }
        Some(Outcome::Deadlock(waits)) => {
            json += ",\"waits\":";
            push_list(&mut json, waits.iter().map(waits_object));
        }
        Some(Outcome::Limit(bound)) => push_member(&mut json, "limit", bound.name()),
        _ => {}
    }
    json + "}"
}

pub(super) fn refusal_object(refusal: &Refusal, language: Language) -> String {
    let mut json = format!("{{\"line\":{}", refusal.line);
    push_member(&mut json, "word", &refusal.word);
    push_member(&mut json, "reason", refusal.reason.text(language));
    json + "}"
}

fn waits_object(waits: &Waits) -> String {
    let mut json = String::from("{\"thread\":");
    push_text(&mut json, &waits.thread);
    push_member(&mut json, "on", &waits.on);
    if let Some(holder) = &waits.holder {
        push_member(&mut json, "holder", holder);
    }
    if let Some(line) = waits.line {
        json += &format!(",\"line\":{line}");
        push_member(&mut json, "text", &waits.text);
    }
    json + "}"
}
