//! The one priority queue: smallest key first, and among equal keys first come, first served.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What waits in a [`Queue`]. The order of the fields is the order of serving;
/// the number makes each entry's place unique.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub(crate) key: u64,
    pub(crate) number: u64,
    pub(crate) first: u32,
    pub(crate) last: u32,
}

/// Both the clock and the threads' scheduler queue by it, because each kind of
/// heap that is compiled costs a kilobyte of what ships.
#[derive(Debug, Default)]
pub(crate) struct Queue(BinaryHeap<Reverse<Entry>>);

impl Queue {
    pub(crate) fn push(&mut self, entry: Entry) {
        self.0.push(Reverse(entry));
    }

    pub(crate) fn peek(&self) -> Option<&Entry> {
        self.0.peek().map(|Reverse(entry)| entry)
    }

    pub(crate) fn pop(&mut self) -> Option<Entry> {
        self.0.pop().map(|Reverse(entry)| entry)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter().map(|Reverse(entry)| entry)
    }
}
