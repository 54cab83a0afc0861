//! What a search through schedules has found, as an object of JSON.

use super::answer::reason_members;
use super::{push_list, push_member, push_text};
use crate::explore::{Check, Circle, Ending, Found, Order, Race, Side};
use crate::refusal::Language;

/// What a search has found.
///
/// Members: `outcomes`, `schedules` and `states` (how many there were), `complete`, and if it
/// isn't, `stopped`, the bound; `races` and `lockOrders`; and if one output was asked for, `check`,
/// with `verdict`, `line` and `instead`. An outcome has `kind`, `output`,
/// `errors`, `status`, `fails`, `schedule`, `interruptions`, and what says more of its kind.
pub fn explored(found: &Found, language: Language) -> String {
    let mut json = String::from("{\"outcomes\":");
    let outcomes = found.outcomes.iter().map(|it| outcome(found, it, language));
    push_list(&mut json, outcomes);
    let (schedules, states) = (found.schedules, found.states);
    json += &format!(",\"schedules\":{schedules},\"states\":{states}");
    json += &format!(",\"complete\":{}", found.is_complete);
    if let Some(bound) = found.stopped {
        push_member(&mut json, "stopped", bound);
    }
    json += ",\"races\":";
    push_list(&mut json, found.races.iter().map(race));
    json += ",\"lockOrders\":";
    push_list(&mut json, found.circles.iter().map(circle));
    if let Some(it) = found.check() {
        json += ",\"check\":";
        json += &check(&it);
    }
    json + "}"
}

fn check(check: &Check) -> String {
    let mut json = String::from("{\"verdict\":");
    push_text(&mut json, check.verdict.name());
    json += &format!(",\"line\":{},\"instead\":", check.line);
    let texts = check.instead.iter().map(|text| {
        let mut json = String::new();
        push_text(&mut json, text);
        json
    });
    push_list(&mut json, texts);
    json + "}"
}

fn outcome(found: &Found, ending: &Ending, language: Language) -> String {
    let mut json = String::from("{\"kind\":");
    push_text(&mut json, ending.outcome.name());
    push_member(&mut json, "output", &ending.output);
    push_member(&mut json, "errors", &ending.errors);
    json += &format!(",\"status\":{},\"fails\":{}", ending.status, ending.fails);
    push_member(&mut json, "schedule", &ending.schedule.to_string());
    json += &format!(",\"interruptions\":{}", ending.interruptions);
    json += ",\"races\":";
    let races = ending
        .races
        .iter()
        .map(|&number| race(&found.races[number]));
    push_list(&mut json, races);
    reason_members(&mut json, &ending.outcome, language);
    json + "}"
}

fn race(race: &Race) -> String {
    let mut json = String::from("{\"variable\":");
    push_text(&mut json, &race.variable);
    json += ",\"sides\":";
    push_list(&mut json, race.sides.iter().map(side));
    if let Some(lock) = &race.lock {
        push_member(&mut json, "lock", lock);
    }
    json += &format!(",\"benign\":{}", race.is_benign);
    json + "}"
}

fn side(side: &Side) -> String {
    let mut json = format!("{{\"line\":{},\"writes\":{}", side.line, side.writes);
    push_member(&mut json, "thread", &side.thread);
    json + "}"
}

fn circle(circle: &Circle) -> String {
    let mut json = String::new();
    push_list(&mut json, circle.orders.iter().map(order));
    json
}

fn order(order: &Order) -> String {
    let mut json = String::from("{\"held\":");
    push_text(&mut json, &order.held);
    push_member(&mut json, "asked", &order.asked);
    push_member(&mut json, "thread", &order.thread);
    json += &format!(",\"line\":{}", order.line);
    json + "}"
}
