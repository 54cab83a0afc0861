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
    if let Some(outcome) = outcome {
        reason_members(&mut json, outcome, language);
    }
    json + "}"
}

/// Adds why a run has ended so, if that isn't the program's own.
pub(super) fn reason_members(json: &mut String, outcome: &Outcome, language: Language) {
    match outcome {
        Outcome::Refused(refusals) => {
            let objects = refusals.iter().map(|it| refusal_object(it, language));
            json.push_str(",\"refusals\":");
            push_list(json, objects);
        }
        Outcome::Deadlock(waits) => {
            json.push_str(",\"waits\":");
            push_list(json, waits.iter().map(waits_object));
        }
        Outcome::Limit(bound) => push_member(json, "limit", bound.name()),
        Outcome::Done | Outcome::Raised => {}
    }
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
