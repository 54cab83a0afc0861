//! What crosses the boundary to JavaScript: which numbers, in which order, and their names.
//!
//! Nothing but plain numbers and text crosses, since that is small and fast. Each list of
//! numbers is made here, beside their names; [`javascript`] writes the module that reads
//! them by these names, so no number is written twice. It is known natively as well: that
//! is where the module is written, and tested.

use crate::ids::{ResourceId, TaskId};
use crate::session::Demo;
use crate::summation::Work;
use crate::time::Time;
use crate::trace::{Event, EventKind, On, Stream};

/// A number, and its name.
pub type Named = (&'static str, f64);

/// The kinds of events, by their numbers.
const KINDS: [&str; 14] = [
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
const ONS: [&str; 4] = ["time", "task", "resource", "elsewhere"];

/// What a step does, by its number.
const WORKS: [&str; 3] = ["wait", "compute", "block"];

/// Where there is no such thing.
const NONE: f64 = -1.0;

/// How many numbers an event has.
pub const EVENT_SIZE: usize = 8;

/// An event. `base` is the time from which its deadline counts.
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
        } => length = text.encode_utf16().count(),
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

/// How many numbers a playhead has.
pub(crate) const PLAYHEAD_SIZE: usize = 7;

/// The playhead: times are in virtual milliseconds, the speed is in thousandths.
pub(crate) fn playhead(demo: &Demo, now_micros: u64) -> [Named; PLAYHEAD_SIZE] {
    let work = match demo.program().work {
        Work::Wait => 0.0,
        Work::Compute => 1.0,
        Work::Block => 2.0,
    };
    [
        ("time", demo.current_time(now_micros)),
        ("duration", demo.duration() as f64),
        ("interval", demo.program().interval.into()),
        ("speed", demo.speed().into()),
        ("paused", flag(demo.paused())),
        ("ended", flag(demo.ended())),
        ("work", work),
    ]
}

/// How many numbers a lane has.
pub(crate) const LANE_SIZE: usize = 8;

/// A lane: how long it takes and should take; how many events of it are shown, and how
/// many lines they have begun; whether that is all; whether it has real threads that are
/// to run; up to when there is a record of them; how many events have happened.
pub(crate) fn lane(demo: &Demo, index: usize, now_micros: u64) -> [Named; LANE_SIZE] {
    let lane = &demo.lanes()[index];
    let shown = demo.shown(index);
    let recorded = demo.recorded_until(index, now_micros);
    [
        ("duration", lane.duration() as f64),
        ("expected", lane.expected() as f64),
        ("shown", shown as f64),
        ("lines", lane.log().line_count(shown) as f64),
        ("done", flag(demo.lane_is_done(index))),
        ("live", flag(demo.is_live(index))),
        ("recorded", recorded.map_or(NONE, |time| time as f64)),
        ("kept", lane.log().len() as f64),
    ]
}

pub(crate) fn flag(flag: bool) -> f64 {
    f64::from(u8::from(flag))
}

/// The JavaScript module that has these names and numbers.
#[must_use]
pub fn javascript() -> String {
    let sample = Event {
        at: 0,
        task: TaskId::MAIN,
        line: None,
        kind: EventKind::Done,
    };
    let demo = Demo::new(crate::Config::default());
    let quoted = |names: &[&str], between: &str| {
        let quoted: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
        quoted.join(between)
    };
    let mut module = String::from(
        "// What the core tells in numbers, and their names. Made of the crate's\n\
         // `src/crossing.rs` at each build.\n\n",
    );
    let kinds = quoted(&KINDS, " | ");
    module.push_str(&format!("/** @typedef {{{kinds}}} Kind */\n\n"));
    for (list, names) in [("KINDS", &KINDS[..]), ("ONS", &ONS), ("WORKS", &WORKS)] {
        let items = quoted(names, ", ");
        module.push_str(&format!(
            "export const {list} = /** @type {{const}} */ ([{items}]);\n"
        ));
    }
    for (prefix, names) in [("", &KINDS[..]), ("ON_", &ONS)] {
        for (number, name) in names.iter().enumerate() {
            let name = name.to_uppercase();
            module.push_str(&format!("export const {prefix}{name} = {number};\n"));
        }
    }
    let fields = quoted(&names(&event(sample, 0)), ", ");
    module.push_str(&format!(
        "export const EVENT_FIELDS = /** @type {{const}} */ ([{fields}]);\n"
    ));
    let lists = [
        ("event", names(&event(sample, 0))),
        ("playhead", names(&playhead(&demo, 0))),
        ("lane", names(&lane(&demo, 0, 0))),
    ];
    for (list, names) in lists {
        module.push_str(&reader(list, &names));
    }
    module
}

fn names(list: &[Named]) -> Vec<&'static str> {
    list.iter().map(|&(name, _)| name).collect()
}

/// A function that reads a list by the names of its numbers.
fn reader(list: &str, names: &[&str]) -> String {
    let size = format!("{}_SIZE", list.to_uppercase());
    let count = names.len();
    let mut function = format!(
        "export const {size} = {count};\n\
         /** @param {{Float64Array}} numbers @param {{number}} first */\n\
         export function {list}(numbers, first) {{\n  return {{\n"
    );
    for (place, name) in names.iter().enumerate() {
        function.push_str(&format!("    {name}: numbers[first + {place}] ?? 0,\n"));
    }
    function + "  };\n}\n"
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
    }

    #[test]
    fn the_module_has_every_name() {
        let module = javascript();
        for name in KINDS {
            assert!(module.contains(&format!("\"{name}\"")), "{module}");
        }
        assert!(module.contains("export const RESUMED = 3;\n"), "{module}");
        assert!(module.contains("export const ON_TASK = 1;\n"), "{module}");
        assert!(
            module.contains("    until: numbers[first + 5] ?? 0,\n"),
            "{module}"
        );
    }
}
