//! Who is where after a prefix of a log, as text.

use crate::decimal::push_decimal;
use crate::ids::TaskId;
use crate::trace::{On, Phase, ReadyBecause, ResourceState, State};

/// A state as JSON: lists of tasks by their numbers, each in the order in which they came.
///
/// - `ready`, `running`, `finished`
/// - `sleeping`: who sleeps, the next to be woken first; each followed by its deadline
/// - `joining`: who waits for the end of another; each followed by that one
/// - `wanting`: who waits for a resource, the next first
/// - `deadlocked`: who will wait for ever
/// - `resources`: for each, how many `permits` are there, its `holders`, and its `waiters`,
///   the next first
/// - `before`: what the task of the last event was doing before it
#[must_use]
pub fn state(state: &State) -> String {
    let (mut running, mut joining, mut wanting) = (Vec::new(), Vec::new(), Vec::new());
    let mut deadlocked = Vec::new();
    for (task, info) in (0..).zip(&state.tasks) {
        match info.phase {
            Phase::Running => running.push(task),
            Phase::Waiting {
                on: On::Task(other),
                ..
            } => joining.extend([task, other.0.into()]),
            // Who has just been given it is about to be woken.
            Phase::Waiting {
                on: On::Resource(resource),
                ..
            } if !state.resources[resource.index()].is_wanted_by(task) => wanting.push(task),
            _ => {}
        }
        if info.deadlocked {
            deadlocked.push(task);
        }
    }
    let mut sleeping = Vec::new();
    for (task, until) in state.sleepers() {
        sleeping.extend([task.0.into(), until]);
    }
    for resource in &state.resources {
        wanting.extend(numbers(&resource.waiters));
    }
    let mut json = String::from("{");
    push_list(&mut json, "ready", &numbers(&state.ready));
    push_list(&mut json, "running", &running);
    push_list(&mut json, "sleeping", &sleeping);
    push_list(&mut json, "joining", &joining);
    push_list(&mut json, "wanting", &wanting);
    push_list(&mut json, "finished", &numbers(&state.ended));
    push_list(&mut json, "deadlocked", &deadlocked);
    json.push_str("\"resources\":[");
    for (place, resource) in state.resources.iter().enumerate() {
        if place > 0 {
            json.push(',');
        }
        push_resource(&mut json, resource);
    }
    json.push_str("],\"before\":\"");
    json.push_str(before(state));
    json.push_str("\"}");
    json
}

fn push_resource(json: &mut String, resource: &ResourceState) {
    json.push('{');
    push_list(json, "holders", &numbers(&resource.holders));
    push_list(json, "waiters", &numbers(&resource.waiters));
    json.push_str("\"permits\":");
    push_decimal(json, resource.permits.into());
    json.push('}');
}

fn numbers(tasks: &[TaskId]) -> Vec<u64> {
    tasks.iter().map(|task| task.0.into()).collect()
}

/// What the task of the last event was doing before it.
fn before(state: &State) -> &'static str {
    match state.before {
        None => "nothing",
        Some(Phase::Created) => "created",
        Some(Phase::Ready(ReadyBecause::Started)) => "started",
        Some(Phase::Ready(ReadyBecause::Woke)) => "woke",
        Some(Phase::Ready(ReadyBecause::Preempted)) => "preempted",
        Some(Phase::Running) => "running",
        Some(Phase::Waiting { on, .. }) => on.name(),
        Some(Phase::Finished | Phase::Failed) => "finished",
    }
}

/// Appends a list of numbers.
fn push_list(json: &mut String, name: &str, list: &[u64]) {
    for part in ["\"", name, "\":["] {
        json.push_str(part);
    }
    for (place, &number) in list.iter().enumerate() {
        if place > 0 {
            json.push(',');
        }
        push_decimal(json, number.into());
    }
    json.push_str("],");
}
