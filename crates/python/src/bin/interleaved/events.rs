//! Events as lines of JSON, with the names that the element's events have.

use std::io::Write;

use interleaved::trace::{Event, EventKind, Log, On, Stream};

/// Writes the events from number `from` on, and returns how many there are.
pub fn tell(log: &Log, from: usize) -> usize {
    for index in from..log.len() {
        if let Some(event) = log.get(index) {
            // Whoever reads may have gone away: then there is nobody to tell.
            let _ = writeln!(std::io::stdout(), "{}", line(log, event));
        }
    }
    log.len()
}

fn line(log: &Log, event: Event<'_>) -> String {
    let task = event.task;
    let name = log.task_name(task).unwrap_or_default();
    let mut line = format!(
        "{{\"at\":{},\"kind\":\"{}\",\"index\":{},\"task\":{}",
        milliseconds(event.at),
        event.kind.name(),
        task.0,
        text(name)
    );
    if let Some(number) = event.line {
        line += &format!(",\"line\":{number}");
    }
    match event.kind {
        EventKind::Created { by } => line += &format!(",\"by\":{}", by.0),
        EventKind::Waiting { on, until } => {
            line += &match on {
                On::Time => ",\"on\":\"time\"".to_string(),
                On::Task(other) => format!(",\"on\":\"task\",\"of\":{}", other.0),
                On::Resource(resource) => {
                    let name = log
                        .resources()
                        .get(resource.index())
                        .map_or("", |r| r.name.as_str());
                    format!(",\"on\":{},\"resource\":{}", text(name), resource.0)
                }
                On::Elsewhere => ",\"on\":\"elsewhere\"".to_string(),
            };
            if let Some(until) = until {
                line += &format!(",\"until\":{}", milliseconds(until));
            }
        }
        EventKind::Acquired { resource } | EventKind::Released { resource } => {
            line += &format!(",\"resource\":{}", resource.0);
        }
        EventKind::Wrote {
            stream,
            text: words,
        } => {
            let stream = match stream {
                Stream::Output => "output",
                Stream::Error => "error",
            };
            line += &format!(",\"stream\":\"{stream}\",\"text\":{}", text(words));
        }
        EventKind::Raised(words) => line += &format!(",\"text\":{}", text(words)),
        _ => {}
    }
    line + "}"
}

/// Nanoseconds in milliseconds, exactly.
fn milliseconds(time: u64) -> String {
    let (whole, rest) = (time / 1_000_000, time % 1_000_000);
    let digits = format!("{whole}.{rest:06}");
    digits
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_string()
}

/// A text in JSON.
fn text(words: &str) -> String {
    let mut quoted = String::from("\"");
    for c in words.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c < ' ' => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
