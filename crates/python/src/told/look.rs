//! What there is to be seen of a moment, as an object of JSON.

use super::{milliseconds, push_list, push_member, push_text, quoted};
use crate::driver::Variable;
use crate::refusal::Language;
use crate::replay::{Awaited, Does, Ended, FrameLook, Look, Seen, Stuck, ThreadLook};

/// A moment. Times are in milliseconds; threads, resources and objects are told by their
/// numbers.
///
/// - `events` and `steps`: how many there have been
/// - `threads`: `index`, `name`, `state` (`running`, `ready`, `sleeping`, `waiting`, `joining`
///   or `ended`), where there are such: `until`, `resource`, `task`, `line`; `holds`; and
///   `frames`, the outermost first: `function`, `line` and `variables`
/// - `globals`, and all `variables`: `name`, `text`, `object` if it is one, and whether it is
///   `changed` since the moment that was looked at before
/// - `resources`: `index`, `kind`, `name`, `object`, `holder` and its `line`, `waiters` with the
///   next first, `contents` of a queue, and the `value` of what counts
/// - `shared`: the objects that two threads, or a thread and the globals, can reach
/// - `outcome`: null; or, at the end, its `kind`, and `line`, `waits`, `limit` or `refusals`
pub fn look(look: &Look, language: Language) -> String {
    let mut json = format!("{{\"events\":{}", look.moment.events);
    json += &format!(",\"steps\":{},\"threads\":", look.moment.steps);
    push_list(&mut json, look.threads.iter().map(thread));
    json += ",\"globals\":";
    push_list(&mut json, look.globals.iter().map(seen));
    json += ",\"resources\":";
    push_list(&mut json, look.resources.iter().map(resource));
    json += ",\"shared\":";
    push_list(
        &mut json,
        look.shared.iter().map(|object| object.0.to_string()),
    );
    json += ",\"outcome\":";
    match &look.ended {
        None => json += "null",
        Some(ended) => json += &outcome(ended, language),
    }
    json + "}"
}

/// What an object is made of: a list of variables that don't say whether they have changed.
pub fn parts(parts: &[Variable]) -> String {
    let mut json = String::new();
    push_list(&mut json, parts.iter().map(|part| variable(part) + "}"));
    json
}

/// A member that is a number, if there is one.
fn push_number(json: &mut String, name: &str, number: Option<impl ToString>) {
    if let Some(number) = number {
        *json += &format!(",\"{name}\":{}", number.to_string());
    }
}

fn thread(thread: &ThreadLook) -> String {
    let mut json = format!("{{\"index\":{}", thread.index);
    push_member(&mut json, "name", &thread.name);
    let (state, until) = match thread.state {
        Does::Running => ("running", None),
        Does::Ready => ("ready", None),
        Does::Sleeping(until) => ("sleeping", Some(until)),
        Does::Waiting(_, until) => ("waiting", until),
        Does::Joining(_, until) => ("joining", until),
        Does::Ended => ("ended", None),
    };
    push_member(&mut json, "state", state);
    push_number(&mut json, "until", until.map(milliseconds));
    match thread.state {
        Does::Waiting(resource, _) => push_number(&mut json, "resource", Some(resource)),
        Does::Joining(task, _) => push_number(&mut json, "task", Some(task)),
        _ => {}
    }
    push_number(&mut json, "line", thread.line);
    json += ",\"holds\":";
    push_list(&mut json, thread.holds.iter().map(u32::to_string));
    json += ",\"frames\":";
    push_list(&mut json, thread.frames.iter().map(frame));
    json + "}"
}

fn frame(frame: &FrameLook) -> String {
    let mut json = String::from("{\"function\":");
    push_text(&mut json, &frame.function);
    json += &format!(",\"line\":{},\"variables\":", frame.line);
    push_list(&mut json, frame.variables.iter().map(seen));
    json + "}"
}

fn variable(variable: &Variable) -> String {
    let mut json = String::from("{\"name\":");
    push_text(&mut json, &variable.name);
    push_member(&mut json, "text", &variable.text);
    push_number(&mut json, "object", variable.object.map(|object| object.0));
    json
}

fn seen(seen: &Seen) -> String {
    format!(
        "{},\"changed\":{}}}",
        variable(&seen.variable),
        seen.changed
    )
}

fn resource(resource: &Awaited) -> String {
    let mut json = format!("{{\"index\":{}", resource.index);
    push_member(&mut json, "kind", &resource.kind);
    // What no variable names is told apart by its number.
    let number = || format!("{} {}", resource.kind, resource.index);
    let name = resource.name.clone().unwrap_or_else(number);
    push_member(&mut json, "name", &name);
    push_number(&mut json, "object", resource.object.map(|object| object.0));
    push_number(&mut json, "holder", resource.holder);
    push_number(&mut json, "line", resource.line);
    json += ",\"waiters\":";
    push_list(&mut json, resource.waiters.iter().map(u32::to_string));
    if let Some(contents) = &resource.contents {
        json += ",\"contents\":";
        push_list(&mut json, contents.iter().map(|item| quoted(item)));
    }
    if let Some(value) = &resource.value {
        push_member(&mut json, "value", value);
    }
    json + "}"
}

fn outcome(ended: &Ended, language: Language) -> String {
    let mut json = String::from("{\"kind\":");
    push_text(&mut json, ended.kind);
    push_number(&mut json, "line", ended.line);
    json += ",\"waits\":";
    push_list(&mut json, ended.waits.iter().map(stuck));
    if let Some(limit) = ended.limit {
        push_member(&mut json, "limit", limit);
    }
    if !ended.refusals.is_empty() {
        let objects = ended.refusals.iter();
        let objects = objects.map(|refusal| super::answer::refusal_object(refusal, language));
        json += ",\"refusals\":";
        push_list(&mut json, objects);
    }
    json + "}"
}

fn stuck(stuck: &Stuck) -> String {
    let mut json = format!("{{\"thread\":{}", stuck.thread);
    push_number(&mut json, "resource", stuck.resource);
    push_number(&mut json, "task", stuck.task);
    push_number(&mut json, "holder", stuck.holder);
    push_number(&mut json, "line", stuck.line);
    json + "}"
}
