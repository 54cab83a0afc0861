//! What happened: a closed set of events, and the log that keeps them.
//!
//! The log is the only truth. What a lane has printed, its timeline and its
//! summary are views of a *prefix* of it, so going back in time is nothing but
//! looking at a shorter prefix.

use std::ops::Range;

use crate::clock::Millis;
use crate::decimal::push_decimal;

/// The number of a task within its lane, in the order of the configuration.
pub type TaskId = u32;

/// One thing that happened in a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event<'a> {
    /// When, in virtual milliseconds since the lane started.
    pub at: Millis,
    /// To whom; `None` for the main program, which starts the tasks and joins them.
    pub task: Option<TaskId>,
    /// What.
    pub kind: EventKind<'a>,
}

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind<'a> {
    /// The task exists and is ready to run.
    Started,
    /// The executor let the task run until its next `await`.
    Polled,
    /// The task waits; `until` is its deadline, or `None` when it waits for the lock.
    Waiting {
        /// The deadline in virtual milliseconds.
        until: Option<Millis>,
    },
    /// What the task waited for has come; it is ready to run again.
    Woke,
    /// One write to the lane's output: a print is two, its text and its newline.
    Wrote(&'a str),
    /// The task has nothing left to do.
    Finished,
    /// The main program has ended, and with it the lane.
    Done,
}

impl EventKind<'_> {
    /// The event's name, as pages and exports use it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Polled => "polled",
            Self::Waiting { .. } => "waiting",
            Self::Woke => "woke",
            Self::Wrote(_) => "wrote",
            Self::Finished => "finished",
            Self::Done => "done",
        }
    }
}

/// An event as it is kept: 24 bytes, its text in the log's output.
#[derive(Debug, Clone, Copy)]
struct Record {
    at: Millis,
    task: TaskId,
    /// How much has been printed when it has happened, in bytes.
    printed: u32,
    what: What,
}

/// `TaskId` of the main program in a [`Record`].
const MAIN: TaskId = TaskId::MAX;

#[derive(Debug, Clone, Copy)]
enum What {
    Started,
    Polled,
    Waiting { millis: Option<u32> },
    Woke,
    Wrote,
    Finished,
    Done,
}

/// All that has happened in a lane, in order, and all that it has printed.
#[derive(Debug, Default)]
pub struct Log {
    records: Vec<Record>,
    output: String,
    /// For each line of the output the number of its first event.
    lines: Vec<u32>,
    line_is_open: bool,
    /// Set for runs that are only counted: a million tasks needn't be remembered.
    count_only: bool,
    counted: u64,
}

impl Log {
    /// A log that counts its events and forgets them.
    #[must_use]
    pub fn counting() -> Self {
        Self {
            count_only: true,
            ..Self::default()
        }
    }

    /// How many events have been appended, kept or not.
    #[must_use]
    pub fn appended(&self) -> u64 {
        self.counted
    }

    /// How many events are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether no event is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The event number `index`, counted from 0.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Event<'_>> {
        let record = self.records.get(index)?;
        Some(Event {
            at: record.at,
            task: Some(record.task).filter(|&task| task != MAIN),
            kind: match record.what {
                What::Started => EventKind::Started,
                What::Polled => EventKind::Polled,
                What::Waiting { millis } => EventKind::Waiting {
                    until: millis.map(|millis| record.at + Millis::from(millis)),
                },
                What::Woke => EventKind::Woke,
                What::Wrote => EventKind::Wrote(self.printed(index, index + 1)),
                What::Finished => EventKind::Finished,
                What::Done => EventKind::Done,
            },
        })
    }

    /// When event number `index` happened.
    #[must_use]
    pub fn time_of(&self, index: usize) -> Option<Millis> {
        self.records.get(index).map(|record| record.at)
    }

    /// The first `shown` events, in order.
    pub fn prefix(&self, shown: usize) -> impl DoubleEndedIterator<Item = Event<'_>> {
        (0..shown.min(self.len())).filter_map(|index| self.get(index))
    }

    /// How many events have happened up to and at `time`.
    #[must_use]
    pub fn count_until(&self, time: Millis) -> usize {
        self.records.partition_point(|record| record.at <= time)
    }

    /// What the first `shown` events have printed, byte for byte.
    #[must_use]
    pub fn output(&self, shown: usize) -> &str {
        self.printed(0, shown)
    }

    /// What the events `from..to` have printed.
    pub(crate) fn printed(&self, from: usize, to: usize) -> &str {
        let until = |events: usize| {
            let last = events.min(self.len()).wrapping_sub(1);
            self.records.get(last).map_or(0, |record| record.printed) as usize
        };
        // Always there; `get`, because a failing index would bring the whole of
        // text formatting into what ships.
        self.output.get(until(from)..until(to)).unwrap_or_default()
    }

    /// How many lines the first `shown` events have begun to print.
    #[must_use]
    pub fn line_count(&self, shown: usize) -> usize {
        self.lines
            .partition_point(|&first| (first as usize) < shown)
    }

    /// The events among which line number `line` was written, as a range of event
    /// numbers that ends with `shown` at the latest. Writes of other kinds of
    /// event may lie between.
    #[must_use]
    pub fn line_events(&self, line: usize, shown: usize) -> Range<usize> {
        let start = |line: usize| self.lines.get(line).map_or(shown, |&first| first as usize);
        start(line).min(shown)..start(line + 1).min(shown)
    }

    /// Appends an event that has happened elsewhere. Its deadline counts from `at`,
    /// since the clock there isn't this log's.
    pub(crate) fn record(&mut self, at: Millis, task: Option<TaskId>, kind: EventKind<'_>) {
        let who = task.unwrap_or(MAIN);
        let what = match kind {
            EventKind::Wrote("\n") => return self.wrote_newline(at, task),
            EventKind::Wrote(text) => return self.write(at, who, |output| output.push_str(text)),
            EventKind::Started => What::Started,
            EventKind::Polled => What::Polled,
            EventKind::Waiting { until } => What::Waiting {
                millis: until.map(|millis| millis as u32),
            },
            EventKind::Woke => What::Woke,
            EventKind::Finished => What::Finished,
            EventKind::Done => What::Done,
        };
        self.append(at, who, what);
    }

    pub(crate) fn started(&mut self, at: Millis, task: TaskId) {
        self.append(at, task, What::Started);
    }

    pub(crate) fn polled(&mut self, at: Millis, task: TaskId) {
        self.append(at, task, What::Polled);
    }

    pub(crate) fn waiting(&mut self, at: Millis, task: TaskId, millis: Option<u32>) {
        self.append(at, task, What::Waiting { millis });
    }

    pub(crate) fn woke(&mut self, at: Millis, task: TaskId) {
        self.append(at, task, What::Woke);
    }

    pub(crate) fn finished(&mut self, at: Millis, task: TaskId) {
        self.append(at, task, What::Finished);
    }

    pub(crate) fn done(&mut self, at: Millis) {
        self.append(at, MAIN, What::Done);
    }

    pub(crate) fn wrote_total(&mut self, at: Millis, task: TaskId, name: &str, total: i128) {
        self.write(at, task, |output| {
            output.push('[');
            output.push_str(name);
            output.push_str("] total=");
            push_decimal(output, total);
        });
    }

    pub(crate) fn wrote_newline(&mut self, at: Millis, task: Option<TaskId>) {
        self.write(at, task.unwrap_or(MAIN), |output| output.push('\n'));
        self.line_is_open = false;
    }

    pub(crate) fn main_wrote(&mut self, at: Millis, text: &str) {
        self.write(at, MAIN, |output| output.push_str(text));
    }

    fn write(&mut self, at: Millis, task: TaskId, text: impl FnOnce(&mut String)) {
        if !self.count_only {
            text(&mut self.output);
            assert!(
                self.output.len() <= u32::MAX as usize,
                "a lane prints less than 4 GiB"
            );
            if !self.line_is_open {
                self.lines.push(self.records.len() as u32);
                self.line_is_open = true;
            }
        }
        self.append(at, task, What::Wrote);
    }

    fn append(&mut self, at: Millis, task: TaskId, what: What) {
        self.counted += 1;
        if !self.count_only {
            self.records.push(Record {
                at,
                task,
                printed: self.output.len() as u32,
                what,
            });
        }
    }
}
