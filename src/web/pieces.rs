//! Pieces of a log as numbers and text.

use crate::crossing;
use crate::trace::Log;

/// The events `from..to`: see [`crossing::event`]. If `relative`, their deadlines count
/// from their own times.
pub(super) fn numbers(log: &Log, from: usize, to: usize, relative: bool) -> Vec<f64> {
    let mut numbers = Vec::new();
    for event in (from..to).map_while(|index| log.get(index)) {
        let base = if relative { event.at } else { 0 };
        let event = crossing::event(event, base);
        numbers.extend_from_slice(&event.map(|(_, number)| number));
    }
    numbers
}

/// What the events `from..to` have printed, byte for byte.
pub(super) fn text(log: &Log, from: usize, to: usize) -> String {
    log.printed(from, to).to_owned()
}
