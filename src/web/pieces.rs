//! Pieces of a log as numbers and text.

use crate::event::{EventKind, Log};

/// The events `from..to`, four numbers each: its kind in the order of
/// [`EventKind`]; its time; its task, -1 for the main program; and its deadline
/// (-1 for the lock) or the UTF-16 length of the text written. If `relative`, the
/// deadline counts from the event's time.
pub(super) fn numbers(log: &Log, from: usize, to: usize, relative: bool) -> Vec<f64> {
    let mut numbers = Vec::new();
    for index in from..to {
        let Some(event) = log.get(index) else { break };
        let base = if relative { event.at } else { 0 };
        let (kind, detail) = match event.kind {
            EventKind::Started => (0.0, 0.0),
            EventKind::Polled => (1.0, 0.0),
            EventKind::Waiting { until } => {
                (2.0, until.map_or(-1.0, |until| (until - base) as f64))
            }
            EventKind::Woke => (3.0, 0.0),
            EventKind::Wrote(text) => (4.0, text.encode_utf16().count() as f64),
            EventKind::Finished => (5.0, 0.0),
            EventKind::Done => (6.0, 0.0),
        };
        let task = event.task.map_or(-1.0, f64::from);
        numbers.extend_from_slice(&[kind, event.at as f64, task, detail]);
    }
    numbers
}

/// What the events `from..to` have printed, byte for byte.
pub(super) fn text(log: &Log, from: usize, to: usize) -> String {
    log.printed(from, to).to_owned()
}
