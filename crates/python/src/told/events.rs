//! Events, with the names that the element's events have.

use interleaved::ids::ResourceId;
use interleaved::trace::{Event, EventKind, Log, On, Stream};

use super::{milliseconds, push_list, push_member};

/// An event as an object of JSON, in one line.
pub fn event(log: &Log, event: Event<'_>) -> String {
    let name = log.task_name(event.task);
    let mut json = format!(
        "{{\"at\":{},\"kind\":\"{}\",\"index\":{}",
        milliseconds(event.at),
        event.kind.name(),
        event.task.0,
    );
    push_member(&mut json, "task", name.unwrap_or_default());
    if let Some(line) = event.line {
        json += &format!(",\"line\":{line}");
    }
    match event.kind {
        EventKind::Created { by } => json += &format!(",\"by\":{}", by.0),
        EventKind::Waiting { on, until } => {
            push_member(&mut json, "on", on.name());
            match on {
                On::Task(other) => json += &format!(",\"of\":{}", other.0),
                On::Resource(resource) => push_resource(&mut json, log, resource),
                On::Time | On::Elsewhere => {}
            }
            if let Some(until) = until {
                json += &format!(",\"until\":{}", milliseconds(until));
            }
        }
        EventKind::Acquired { resource } | EventKind::Released { resource } => {
            push_resource(&mut json, log, resource);
        }
        EventKind::Wrote { stream, text } => {
            let stream = match stream {
                Stream::Output => "output",
                Stream::Error => "error",
            };
            push_member(&mut json, "stream", stream);
            push_member(&mut json, "text", text);
        }
        EventKind::Raised(words) => push_member(&mut json, "text", words),
        _ => {}
    }
    json + "}"
}

/// The events `from..to` as a list of JSON.
pub fn events(log: &Log, from: usize, to: usize) -> String {
    let mut json = String::new();
    let found = (from..to).map_while(|index| log.get(index));
    push_list(&mut json, found.map(|it| event(log, it)));
    json
}

/// A resource: what kind of thing it is, and which one, since several are alike.
fn push_resource(json: &mut String, log: &Log, resource: ResourceId) {
    let info = log.resources().get(resource.index());
    push_member(json, "resource", info.map_or("", |info| info.name.as_str()));
    *json += &format!(",\"of\":{}", resource.0);
}
