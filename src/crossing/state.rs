//! Who is where after a prefix of a log, as text.

use crate::decimal::push_decimal;
use crate::ids::TaskId;
use crate::summation::{Program, Summation};
use crate::time::Time;
use crate::trace::{Did, On, Phase, ReadyBecause, ResourceState, State, TaskState};

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
///
/// If it is the state of the `lesson`, also:
///
/// - `sums`: for each summation its `i` and its `total` as text, since they may be larger
///   than a number of JavaScript's; empty while it has none
/// - `places`: where in its program the main program is, and each task that there is; empty
///   for nowhere. Behind the main program's place stands the task that it started last.
/// - `torn`: how many lines are torn
/// - `inTurn`: whether the tasks have printed in turn, round after round
#[must_use]
pub fn state(state: &State, lesson: Option<&Program>) -> String {
    state_with(state, lesson, |json, time| {
        push_decimal(json, time.into());
    })
}

/// As [`state`], with times as `push_time` writes them.
#[must_use]
pub fn state_with(
    state: &State,
    lesson: Option<&Program>,
    push_time: impl Fn(&mut String, Time),
) -> String {
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
    for resource in &state.resources {
        wanting.extend(numbers(&resource.waiters));
    }
    let mut json = String::from("{");
    push_list(&mut json, "ready", &numbers(&state.ready));
    push_list(&mut json, "running", &running);
    json.push_str("\"sleeping\":[");
    for (place, (task, until)) in state.sleepers().into_iter().enumerate() {
        if place > 0 {
            json.push(',');
        }
        push_decimal(&mut json, task.0.into());
        json.push(',');
        push_time(&mut json, until);
    }
    json.push_str("],");
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
    json.push_str("],");
    if let Some(program) = lesson {
        push_sums(&mut json, state, &program.tasks);
        push_places(&mut json, state, program);
        json.push_str("\"torn\":");
        push_decimal(&mut json, state.torn.into());
        json.push_str(",\"inTurn\":");
        json.push_str(if state.out_of_turn { "false," } else { "true," });
    }
    json.push_str("\"before\":\"");
    json.push_str(before(state));
    json.push_str("\"}");
    json
}

/// Appends what the variables of summations are: the tasks after the main program.
fn push_sums(json: &mut String, state: &State, summations: &[Summation]) {
    json.push_str("\"sums\":[");
    for (place, summation) in summations.iter().enumerate() {
        json.push_str(if place > 0 { ",\"" } else { "\"" });
        let sum = state
            .tasks
            .get(place + 1)
            .and_then(|task| sum(task, summation));
        if let Some((i, _)) = sum {
            push_decimal(json, i);
        }
        json.push_str("\",\"");
        if let Some((_, total)) = sum {
            push_decimal(json, total);
        }
        json.push('"');
    }
    json.push_str("],");
}

/// The `i` and the `total` of a summation that has begun and has a step: it adds before it
/// waits, so it is at the step after the lines that it has ended.
fn sum(task: &TaskState, summation: &Summation) -> Option<(i128, i128)> {
    let begun = !matches!(
        task.phase,
        Phase::Created | Phase::Ready(ReadyBecause::Started)
    );
    let last = summation.steps().checked_sub(1).filter(|_| begun)?;
    let step = i128::from(last.min(task.lines.into()));
    let low = i128::from(summation.low);
    Some((low + step, (step + 1) * low + step * (step + 1) / 2))
}

/// Appends where everybody is, by the names of `www/summation/programs.js`.
fn push_places(json: &mut String, state: &State, program: &Program) {
    json.push_str("\"places\":[\"");
    for (place, task) in state.tasks.iter().enumerate() {
        match place.checked_sub(1) {
            None => {
                json.push_str(main_place(task));
                json.push(' ');
                push_decimal(json, state.tasks.len() as i128 - 2);
            }
            Some(index) => {
                json.push_str("\",\"");
                json.push_str(task_place(task, program.work.computes(index)));
            }
        }
    }
    json.push_str("\"],");
}

fn main_place(main: &TaskState) -> &'static str {
    match main.did {
        _ if main.phase == Phase::Finished => "",
        Did::Created => "call",
        Did::Waited => "join",
        Did::Text | Did::Newline => "done",
        _ => "",
    }
}

fn task_place(task: &TaskState, computes: bool) -> &'static str {
    match task.did {
        _ if task.phase == Phase::Finished => "",
        // Who computes isn't told of at each step: it does so from its first turn, or from
        // the end of a print, to the next print.
        Did::Begun | Did::Newline if computes => "compute",
        Did::Started | Did::Begun => "head",
        Did::Waited => "wait",
        Did::Wanted => "lock",
        Did::Text => "text",
        Did::Newline => "newline",
        _ => "",
    }
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
