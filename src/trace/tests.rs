//! The log, event by event.

use super::{Event, EventKind, Log, On, Stream};
use crate::ids::{ResourceId, TaskId};

fn wrote(stream: Stream, text: &str) -> EventKind<'_> {
    EventKind::Wrote { stream, text }
}

#[test]
fn every_prefix_tells_what_was_printed_and_when() {
    let sleeps = |until| EventKind::Waiting {
        on: On::Time,
        until: Some(until),
    };
    let locked = EventKind::Waiting {
        on: On::Resource(ResourceId(3)),
        until: None,
    };
    let text = "[A] total=1";
    let events = [
        (0, None, EventKind::Created { by: TaskId::MAIN }, ""),
        (0, None, sleeps(5), ""),
        (3, Some(7), wrote(Stream::Output, text), text),
        (3, Some(8), wrote(Stream::Error, "late"), text),
        (9, None, locked, text),
        (9, Some(1), wrote(Stream::Output, "\n"), "[A] total=1\n"),
        (9, None, EventKind::Raised("KeyError: 1"), "[A] total=1\n"),
        (9, None, EventKind::Done, "[A] total=1\n"),
    ];
    let mut log = Log::default();
    for (task, &(at, line, kind, _)) in (0..).zip(&events) {
        let task = TaskId(task);
        log.append(Event {
            at,
            task,
            line,
            kind,
        });
    }
    for (index, &(at, line, kind, printed)) in events.iter().enumerate() {
        let task = TaskId(index as u32);
        let event = Event {
            at,
            task,
            line,
            kind,
        };
        assert_eq!(log.get(index), Some(event));
        assert_eq!(log.time_of(index), Some(at));
        assert_eq!(log.output(index + 1), printed);
    }
    assert_eq!(log.error_output(3), "");
    assert_eq!(log.error_output(4), "late");
    let counts = [0, 2, 3, 8, 9].map(|time| log.count_until(time));
    assert_eq!(counts, [2, 2, 4, 4, 8]);
}

#[test]
fn a_line_begins_with_the_write_of_its_first_byte() {
    let mut log = Log::default();
    for text in ["a\nb", "c\n", "", "\n\nd", "e"] {
        log.print(0, TaskId::MAIN, None, |output| output.push_str(text));
    }
    assert_eq!(log.output(usize::MAX), "a\nbc\n\n\nde");
    let counts = [0, 1, 2, 3, 4, 5].map(|shown| log.line_count(shown));
    assert_eq!(counts, [0, 2, 2, 2, 5, 5]);
    assert_eq!(log.line_events(0, 5), 0..0);
    assert_eq!(log.line_events(1, 5), 0..3);
    assert_eq!(log.line_events(4, 5), 3..5);
}
