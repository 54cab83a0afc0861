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

/// An event as it is kept: 8 bytes, its text in the log's output, and its time with
/// the other events of the same instant.
#[derive(Debug, Clone, Copy)]
struct Record {
    /// The task, and in the lowest three bits the place of what it did in [`What::ALL`].
    who: u32,
    /// How much has been printed when it has happened, in bytes; but of a wait for a
    /// deadline, how many milliseconds there are until then.
    detail: u32,
}

/// `TaskId` of the main program in a [`Record`]. Tasks have smaller ones: a lane of so
/// many would need a hundred gigabytes before it logs anything.
const MAIN: TaskId = TaskId::MAX >> 3;

/// The kinds of events, as eight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Started,
    Polled,
    WaitsForDeadline,
    WaitsForLock,
    Woke,
    Wrote,
    Finished,
    Done,
}

impl What {
    const ALL: [Self; 8] = [
        Self::Started,
        Self::Polled,
        Self::WaitsForDeadline,
        Self::WaitsForLock,
        Self::Woke,
        Self::Wrote,
        Self::Finished,
        Self::Done,
    ];
}

impl Record {
    fn what(self) -> What {
        What::ALL[self.who as usize % What::ALL.len()]
    }

    fn task(self) -> Option<TaskId> {
        Some(self.who >> 3).filter(|&task| task != MAIN)
    }
}

/// A time, and the number of the first event that happened then.
#[derive(Debug, Clone, Copy)]
struct Instant {
    at: Millis,
    first: u32,
}

/// What a [`Log`] keeps of what happens. [`Lane`](crate::Lane)s run the same whatever
/// it is; what of them can be looked at afterwards, and the memory that it takes,
/// differ.
///
/// # Examples
/// ```
/// use std::rc::Rc;
/// use interleaved::{Config, Keep, Lane, LaneKind, Log, Program, Schedule, Work};
///
/// let program = Program {
///     tasks: Rc::new(Config::default().tasks),
///     interval: 1_000,
///     work: Work::Wait,
///     schedule: Schedule::InTurn,
///     lock: false,
/// };
/// let mut lane = Lane::new(LaneKind::Async, &program, Log::new(Keep::Output));
/// lane.run_until(1_000, u32::MAX);
/// assert_eq!(lane.log().output(usize::MAX), "[A] total=1\n[B] total=5\n[C] total=10\n");
/// assert!(lane.log().is_empty());
/// ```
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Every event, and so what has been printed at any moment.
    #[default]
    Events,
    /// What has been printed, as a program does that has no use for its events. Only
    /// the whole of it can be asked for: `usize::MAX` as the number of events.
    Output,
    /// Nothing. Events are counted: a million tasks needn't be remembered.
    Nothing,
}

/// Polled, its two writes, waiting and woke.
const EVENTS_OF_A_PRINT: usize = 5;
/// Of a short name and a total of six digits.
const BYTES_OF_A_PRINT: usize = 24;
/// A lane can be asked for that nobody would run to its end: it gets no more than this.
const MOST_RESERVED: u64 = 1 << 20;

/// All that has happened in a lane, in order, and all that it has printed.
#[derive(Debug, Default)]
pub struct Log {
    keep: Keep,
    appended: u64,
    records: Vec<Record>,
    instants: Vec<Instant>,
    output: String,
    /// How many lines have been begun.
    begun: usize,
    /// For each of them the number of its first event.
    lines: Vec<u32>,
    line_is_open: bool,
}

impl Log {
    /// An empty log.
    #[must_use]
    pub fn new(keep: Keep) -> Self {
        Self {
            keep,
            ..Self::default()
        }
    }

    /// Makes room for as many prints, so that what there is needn't be copied again and
    /// again as it grows.
    pub(crate) fn reserve(&mut self, prints: u64) {
        let prints = prints.min(MOST_RESERVED) as usize;
        if self.keep == Keep::Events {
            self.records.reserve(prints * EVENTS_OF_A_PRINT);
            self.lines.reserve(prints);
        }
        if self.keep != Keep::Nothing {
            self.output.reserve(prints * BYTES_OF_A_PRINT);
        }
    }

    /// How many events have been appended, kept or not.
    #[must_use]
    pub fn appended(&self) -> u64 {
        self.appended
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
        let record = *self.records.get(index)?;
        let at = self.time_of(index)?;
        Some(Event {
            at,
            task: record.task(),
            kind: match record.what() {
                What::Started => EventKind::Started,
                What::Polled => EventKind::Polled,
                What::WaitsForDeadline => EventKind::Waiting {
                    until: Some(at + Millis::from(record.detail)),
                },
                What::WaitsForLock => EventKind::Waiting { until: None },
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
        if index >= self.len() {
            return None;
        }
        let begun = |instant: &Instant| instant.first as usize <= index;
        let after = self.instants.partition_point(begun);
        Some(self.instants.get(after.wrapping_sub(1))?.at)
    }

    /// The first `shown` events, in order.
    pub fn prefix(&self, shown: usize) -> impl DoubleEndedIterator<Item = Event<'_>> {
        (0..shown.min(self.len())).filter_map(|index| self.get(index))
    }

    /// How many events have happened up to and at `time`.
    #[must_use]
    pub fn count_until(&self, time: Millis) -> usize {
        let after = self.instants.partition_point(|instant| instant.at <= time);
        let next = self.instants.get(after);
        next.map_or(self.len(), |instant| instant.first as usize)
    }

    /// What the first `shown` events have printed, byte for byte.
    #[must_use]
    pub fn output(&self, shown: usize) -> &str {
        self.printed(0, shown)
    }

    /// What the events `from..to` have printed.
    pub(crate) fn printed(&self, from: usize, to: usize) -> &str {
        // Always there; `get`, because a failing index would bring the whole of
        // text formatting into what ships.
        let range = self.printed_by(from)..self.printed_by(to);
        self.output.get(range).unwrap_or_default()
    }

    /// How much the first `events` events have printed, in bytes.
    fn printed_by(&self, events: usize) -> usize {
        if events as u64 >= self.appended {
            return self.output.len();
        }
        let mut before = self.records.iter().take(events).rev();
        // Mostly the first of them tells: a wait follows something else.
        let telling = before.find(|record| record.what() != What::WaitsForDeadline);
        telling.map_or(0, |record| record.detail as usize)
    }

    /// How many lines the first `shown` events have begun to print.
    #[must_use]
    pub fn line_count(&self, shown: usize) -> usize {
        if shown as u64 >= self.appended {
            return self.begun;
        }
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
            EventKind::Waiting { until } => {
                return self.waiting(at, who, until.map(|millis| millis as u32));
            }
            EventKind::Started => What::Started,
            EventKind::Polled => What::Polled,
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
        match millis {
            Some(millis) => self.append_with(at, task, What::WaitsForDeadline, millis),
            None => self.append(at, task, What::WaitsForLock),
        }
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
        if self.keep != Keep::Nothing {
            text(&mut self.output);
            assert!(
                self.output.len() <= u32::MAX as usize,
                "a lane prints less than 4 GiB"
            );
            if !self.line_is_open {
                self.line_is_open = true;
                self.begun += 1;
                if self.keep == Keep::Events {
                    self.lines.push(self.appended as u32);
                }
            }
        }
        self.append(at, task, What::Wrote);
    }

    fn append(&mut self, at: Millis, task: TaskId, what: What) {
        self.append_with(at, task, what, self.output.len() as u32);
    }

    fn append_with(&mut self, at: Millis, task: TaskId, what: What, detail: u32) {
        if self.keep == Keep::Events {
            if self.instants.last().is_none_or(|instant| instant.at != at) {
                let first = self.appended as u32;
                self.instants.push(Instant { at, first });
            }
            let who = task << 3 | what as u32;
            self.records.push(Record { who, detail });
        }
        self.appended += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_prefix_tells_what_was_printed_and_when() {
        let waiting = |until| EventKind::Waiting { until };
        let events = [
            (0, waiting(Some(5)), ""),
            (0, EventKind::Started, ""),
            (3, EventKind::Wrote("[A] total=1"), "[A] total=1"),
            (3, waiting(Some(7)), "[A] total=1"),
            (3, waiting(Some(7)), "[A] total=1"),
            (9, waiting(None), "[A] total=1"),
            (9, EventKind::Wrote("\n"), "[A] total=1\n"),
            (9, waiting(Some(1)), "[A] total=1\n"),
        ];
        let mut log = Log::default();
        for (task, &(at, kind, _)) in (0..).zip(&events) {
            log.record(at, Some(task), kind);
        }
        for (index, &(at, kind, printed)) in events.iter().enumerate() {
            let event = log.get(index).unwrap();
            assert_eq!((event.at, event.task), (at, Some(index as TaskId)));
            assert_eq!(log.time_of(index), Some(at));
            assert_eq!(log.output(index + 1), printed);
            match kind {
                EventKind::Waiting { until } => {
                    let until = until.map(|millis| at + millis);
                    assert_eq!(event.kind, EventKind::Waiting { until });
                }
                _ => assert_eq!(event.kind, kind),
            }
        }
        assert_eq!(
            [0, 2, 3, 8, 9].map(|time| log.count_until(time)),
            [2, 2, 5, 5, 8]
        );
        assert_eq!((log.time_of(8), log.output(0)), (None, ""));
    }
}
