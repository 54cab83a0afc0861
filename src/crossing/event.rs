//! Events as numbers.

use super::{NONE, Named, flag};
use crate::ids::{ResourceId, TaskId};
use crate::time::Time;
use crate::trace::{Event, EventKind, Log, On, Stream};

/// The kinds of events, by their numbers.
pub(super) const KINDS: [&str; 14] = [
    "created",
    "started",
    "polled",
    "resumed",
    "preempted",
    "waiting",
    "woke",
    "acquired",
    "released",
    "wrote",
    "raised",
    "finished",
    "deadlocked",
    "done",
];

/// What tasks wait for, by its number.
pub(super) const ONS: [&str; 4] = ["time", "task", "resource", "elsewhere"];

/// How many numbers an event has.
pub const EVENT_SIZE: usize = 8;

/// An event. `base` is the time from which its deadline counts. Of a write `other` tells
/// whether it ends a line.
#[must_use]
pub fn event(event: Event<'_>, base: Time) -> [Named; EVENT_SIZE] {
    let (mut on, mut other, mut until, mut length) = (NONE, NONE, NONE, 0);
    match event.kind {
        EventKind::Created { by } => other = by.0.into(),
        EventKind::Waiting {
            on: what,
            until: deadline,
        } => {
            (on, other) = match what {
                On::Time => (0.0, NONE),
                On::Task(task) => (1.0, task.0.into()),
                On::Resource(resource) => (2.0, resource.0.into()),
                On::Elsewhere => (3.0, NONE),
            };
            until = deadline.map_or(NONE, |deadline| (deadline - base) as f64);
        }
        EventKind::Acquired { resource } | EventKind::Released { resource } => {
            other = resource.0.into();
        }
        EventKind::Wrote {
            stream: Stream::Output,
            text,
        } => {
            length = text.encode_utf16().count();
            other = flag(text.ends_with('\n'));
        }
        _ => {}
    }
    [
        ("kind", kind(event.kind)),
        ("at", event.at as f64),
        ("task", event.task.0.into()),
        ("on", on),
        ("other", other),
        ("until", until),
        ("length", length as f64),
        ("line", event.line.map_or(NONE, f64::from)),
    ]
}

fn kind(kind: EventKind<'_>) -> f64 {
    match kind {
        EventKind::Created { .. } => 0.0,
        EventKind::Started => 1.0,
        EventKind::Polled => 2.0,
        EventKind::Resumed => 3.0,
        EventKind::Preempted => 4.0,
        EventKind::Waiting { .. } => 5.0,
        EventKind::Woke => 6.0,
        EventKind::Acquired { .. } => 7.0,
        EventKind::Released { .. } => 8.0,
        EventKind::Wrote { .. } => 9.0,
        EventKind::Raised(_) => 10.0,
        EventKind::Finished => 11.0,
        EventKind::Deadlocked => 12.0,
        EventKind::Done => 13.0,
    }
}

/// An event that [`event`] has made numbers of, and what it has written: whose it is, and
/// what. Its deadline is as it was told. None if these are the numbers of no event that a
/// real thread can report.
#[must_use]
pub fn read_event<'a>(numbers: &[f64], text: &'a str) -> Option<(TaskId, EventKind<'a>)> {
    let &[kind, _, task, on, other, until, _, _] = numbers else {
        return None;
    };
    let other = other as u32;
    let resource = ResourceId(other);
    let kind = match kind as u32 {
        0 => EventKind::Created { by: TaskId(other) },
        1 => EventKind::Started,
        2 => EventKind::Polled,
        3 => EventKind::Resumed,
        4 => EventKind::Preempted,
        5 => EventKind::Waiting {
            on: match on as u32 {
                0 => On::Time,
                1 => On::Task(TaskId(other)),
                2 => On::Resource(resource),
                _ => On::Elsewhere,
            },
            until: Some(until as Time).filter(|_| until >= 0.0),
        },
        6 => EventKind::Woke,
        7 => EventKind::Acquired { resource },
        8 => EventKind::Released { resource },
        9 => EventKind::Wrote {
            stream: Stream::Output,
            text,
        },
        11 => EventKind::Finished,
        13 => EventKind::Done,
        _ => return None,
    };
    Some((TaskId(task as u32), kind))
}

/// The events `from..to`, one after the other. If `relative`, their deadlines count from
/// their own times.
#[must_use]
pub fn events(log: &Log, from: usize, to: usize, relative: bool) -> Vec<f64> {
    let mut numbers = Vec::new();
    for told in (from..to).map_while(|index| log.get(index)) {
        let base = if relative { told.at } else { 0 };
        numbers.extend_from_slice(&event(told, base).map(|(_, number)| number));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESOURCE: ResourceId = ResourceId(3);

    /// One event of each kind.
    const ALL: [EventKind<'_>; 14] = [
        EventKind::Created { by: TaskId(4) },
        EventKind::Started,
        EventKind::Polled,
        EventKind::Resumed,
        EventKind::Preempted,
        EventKind::Waiting {
            on: On::Task(TaskId(5)),
            until: Some(70),
        },
        EventKind::Woke,
        EventKind::Acquired { resource: RESOURCE },
        EventKind::Released { resource: RESOURCE },
        EventKind::Wrote {
            stream: Stream::Output,
            text: "[가] 😀",
        },
        EventKind::Raised("no"),
        EventKind::Finished,
        EventKind::Deadlocked,
        EventKind::Done,
    ];

    fn numbers(kind: EventKind<'_>) -> Vec<f64> {
        let task = TaskId(7);
        let (at, line) = (60, Some(9));
        let all = event(
            Event {
                at,
                task,
                line,
                kind,
            },
            10,
        );
        all.map(|(_, number)| number).to_vec()
    }

    #[test]
    fn the_number_of_each_kind_is_its_place() {
        for (number, kind) in ALL.into_iter().enumerate() {
            assert_eq!(KINDS[number], kind.name());
            assert_eq!(numbers(kind)[0], number as f64);
        }
        for (number, on) in ONS.iter().enumerate() {
            let on_of = [
                On::Time,
                On::Task(TaskId(1)),
                On::Resource(RESOURCE),
                On::Elsewhere,
            ][number];
            assert_eq!(*on, on_of.name());
            let waiting = EventKind::Waiting {
                on: on_of,
                until: None,
            };
            let read = read_event(&numbers(waiting), "");
            assert_eq!(read, Some((TaskId(7), waiting)));
            assert_eq!(numbers(waiting)[3], number as f64);
        }
    }

    #[test]
    fn what_a_thread_reports_is_read_as_it_was_told() {
        for kind in ALL {
            let text = match kind {
                EventKind::Wrote { text, .. } => text,
                _ => "",
            };
            let expected = match kind {
                EventKind::Raised(_) | EventKind::Deadlocked => None,
                EventKind::Waiting { on, .. } => Some(EventKind::Waiting {
                    on,
                    until: Some(60),
                }),
                kind => Some(kind),
            };
            let expected = expected.map(|kind| (TaskId(7), kind));
            assert_eq!(read_event(&numbers(kind), text), expected);
        }
        assert_eq!(read_event(&[], ""), None);
        assert_eq!(numbers(ALL[9])[6], 6.0);
        let ends = |text| {
            let stream = Stream::Output;
            numbers(EventKind::Wrote { stream, text })[4]
        };
        assert_eq!(["[A]", "\n", "[A]\n"].map(ends), [0.0, 1.0, 1.0]);
    }
}
