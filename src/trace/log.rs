//! The log: all that has happened in a machine, and all that it has printed.
//!
//! The log is the only truth. What has been printed, the timeline and who is where are
//! views of a *prefix* of it, so going back in time is nothing but looking at a shorter
//! prefix.

use std::ops::Range;

use super::event::{Event, EventKind, On, Stream};
use super::keep::Keep;
use super::record::{Instant, Record, Wait, What};
use super::resource::ResourceInfo;
use super::texts::{Pieces, PrintedLines};
use crate::ids::TaskId;
use crate::time::Time;

/// All that has happened in a machine, in order, and all that it has printed.
#[derive(Debug, Clone, Default)]
pub struct Log {
    keep: Keep,
    appended: u64,
    records: Vec<Record>,
    instants: Vec<Instant>,
    waits: Vec<Wait>,
    /// The source line of each event, 0 for none; shorter than the records, or empty,
    /// where the last of them have none.
    source_lines: Vec<u32>,
    output: String,
    /// What is no part of the output: writes to standard error, and errors themselves.
    errors: Pieces,
    /// The writes to standard error: the event of each, and its piece.
    error_writes: Vec<(u32, u32)>,
    printed: PrintedLines,
    tasks: Pieces,
    resources: Vec<ResourceInfo>,
    /// How many events there were when each resource was created.
    resources_since: Vec<usize>,
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

    /// A log that counts on from where this one is, and keeps nothing.
    #[must_use]
    pub fn counting_on(&self) -> Self {
        Self {
            appended: self.appended,
            ..Self::new(Keep::Nothing)
        }
    }

    /// Makes room for as many prints of as many tasks, so that what there is needn't be
    /// copied again and again as it grows.
    pub(crate) fn reserve(&mut self, prints: u64, tasks: usize) {
        let room = self.keep.room(prints, tasks);
        self.records.reserve(room.events);
        self.printed.first_events.reserve(room.lines);
        self.output.reserve(room.bytes);
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

    /// How many tasks have been created. Only a log of events knows.
    #[must_use]
    pub fn task_count(&self) -> usize {
        self.tasks.len()
    }

    /// The name of a task that has been created. Only a log of events knows.
    #[must_use]
    pub fn task_name(&self, task: TaskId) -> Option<&str> {
        self.tasks.get(task.index())
    }

    /// The resources that have been created, kept with the events.
    #[must_use]
    pub fn resources(&self) -> &[ResourceInfo] {
        &self.resources
    }

    /// How many resources there were after the first `shown` events.
    #[must_use]
    pub fn resource_count(&self, shown: usize) -> usize {
        self.resources_since
            .partition_point(|&since| since <= shown)
    }

    /// The event number `index`, counted from 0.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Event<'_>> {
        let record = *self.records.get(index)?;
        let kind = match record.what {
            What::Created { by } => EventKind::Created { by },
            What::Started => EventKind::Started,
            What::Polled => EventKind::Polled,
            What::Resumed => EventKind::Resumed,
            What::Preempted => EventKind::Preempted,
            What::Waiting { wait } => {
                let Wait { on, until } = *self.waits.get(wait as usize)?;
                EventKind::Waiting { on, until }
            }
            What::Woke => EventKind::Woke,
            What::Acquired { resource } => EventKind::Acquired { resource },
            What::Released { resource } => EventKind::Released { resource },
            What::WroteOutput { .. } => EventKind::Wrote {
                stream: Stream::Output,
                text: self.printed(index, index + 1),
            },
            What::WroteError { piece } => EventKind::Wrote {
                stream: Stream::Error,
                text: self.errors.get(piece as usize)?,
            },
            What::Raised { piece } => EventKind::Raised(self.errors.get(piece as usize)?),
            What::Finished => EventKind::Finished,
            What::Deadlocked => EventKind::Deadlocked,
            What::Done => EventKind::Done,
        };
        Some(Event {
            at: self.time_of(index)?,
            task: record.task,
            line: self
                .source_lines
                .get(index)
                .copied()
                .filter(|&line| line > 0),
            kind,
        })
    }

    /// When event number `index` happened.
    #[must_use]
    pub fn time_of(&self, index: usize) -> Option<Time> {
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
    pub fn count_until(&self, time: Time) -> usize {
        let after = self.instants.partition_point(|instant| instant.at <= time);
        let next = self.instants.get(after);
        next.map_or(self.len(), |instant| instant.first as usize)
    }

    /// What the first `shown` events have printed, byte for byte.
    #[must_use]
    pub fn output(&self, shown: usize) -> &str {
        self.printed(0, shown)
    }

    /// What the first `shown` events have written to standard error, byte for byte. Only
    /// a log of events knows.
    #[must_use]
    pub fn error_output(&self, shown: usize) -> String {
        let written = self.error_writes.iter();
        written
            .take_while(|&&(event, _)| (event as usize) < shown)
            .filter_map(|&(_, piece)| self.errors.get(piece as usize))
            .collect()
    }

    /// What the events `from..to` have printed.
    pub fn printed(&self, from: usize, to: usize) -> &str {
        let range = self.printed_by(from)..self.printed_by(to);
        self.output.get(range).unwrap_or_default()
    }

    /// How much the first `events` events have printed, in bytes.
    fn printed_by(&self, events: usize) -> usize {
        if events as u64 >= self.appended {
            return self.output.len();
        }
        let before = self.records.iter().take(events).rev();
        // Mostly near: a place for it in each record would make all of them larger.
        let mut ends = before.filter_map(|record| match record.what {
            What::WroteOutput { end } => Some(end as usize),
            _ => None,
        });
        ends.next().unwrap_or(0)
    }

    /// How many lines the first `shown` events have begun to print.
    #[must_use]
    pub fn line_count(&self, shown: usize) -> usize {
        if self.keep == Keep::Output && shown as u64 >= self.appended {
            let ended = self.output.bytes().filter(|&byte| byte == b'\n').count();
            let is_open = !self.output.is_empty() && !self.output.ends_with('\n');
            return ended + usize::from(is_open);
        }
        let first_events = &self.printed.first_events;
        first_events.partition_point(|&first| (first as usize) < shown)
    }

    /// The events among which printed line number `line` was written, as a range of
    /// event numbers that ends with `shown` at the latest. Other kinds of event may lie
    /// between its writes.
    #[must_use]
    pub fn line_events(&self, line: usize, shown: usize) -> Range<usize> {
        let first_events = &self.printed.first_events;
        let start = |line: usize| {
            first_events
                .get(line)
                .map_or(shown, |&first| first as usize)
        };
        start(line).min(shown)..start(line + 1).min(shown)
    }

    /// Appends an event.
    #[inline]
    pub(crate) fn append(&mut self, event: Event<'_>) {
        if self.keep == Keep::Events || matches!(event.kind, EventKind::Wrote { .. }) {
            self.take(event);
        } else {
            self.appended += 1;
        }
    }

    fn take(&mut self, event: Event<'_>) {
        let what = match event.kind {
            EventKind::Created { by } => What::Created { by },
            EventKind::Started => What::Started,
            EventKind::Polled => What::Polled,
            EventKind::Resumed => What::Resumed,
            EventKind::Preempted => What::Preempted,
            EventKind::Waiting { on, until } => self.wait(on, until),
            EventKind::Woke => What::Woke,
            EventKind::Acquired { resource } => What::Acquired { resource },
            EventKind::Released { resource } => What::Released { resource },
            EventKind::Wrote {
                stream: Stream::Output,
                text,
            } => {
                let write = |output: &mut String| output.push_str(text);
                return self.print(event.at, event.task, event.line, write);
            }
            EventKind::Wrote {
                stream: Stream::Error,
                text,
            } => {
                let piece = self.error_piece(text);
                if self.keep == Keep::Events {
                    self.error_writes.push((self.appended as u32, piece));
                }
                What::WroteError { piece }
            }
            EventKind::Raised(text) => What::Raised {
                piece: self.error_piece(text),
            },
            EventKind::Finished => What::Finished,
            EventKind::Deadlocked => What::Deadlocked,
            EventKind::Done => What::Done,
        };
        self.push(event.at, event.task, event.line, what);
    }

    /// Appends a write to standard output, of whatever `write` adds to it.
    pub(crate) fn print(
        &mut self,
        at: Time,
        task: TaskId,
        line: Option<u32>,
        write: impl FnOnce(&mut String),
    ) {
        if self.keep == Keep::Nothing {
            self.appended += 1;
            return;
        }
        let before = self.output.len();
        write(&mut self.output);
        let Ok(end) = u32::try_from(self.output.len()) else {
            panic!("a machine prints less than 4 GiB");
        };
        if self.keep == Keep::Events {
            let written = &self.output.as_bytes()[before..];
            self.printed.note(written, self.appended as u32);
        }
        self.push(at, task, line, What::WroteOutput { end });
    }

    /// Notes the name of the task that is created next.
    pub(crate) fn name_task(&mut self, name: &str) {
        if self.keep == Keep::Events {
            self.tasks.push(name);
        }
    }

    /// Notes the resource that is created next.
    pub(crate) fn describe_resource(&mut self, resource: ResourceInfo) {
        if self.keep == Keep::Events {
            self.resources.push(resource);
            self.resources_since.push(self.records.len());
        }
    }

    fn wait(&mut self, on: On, until: Option<Time>) -> What {
        let wait = Wait { on, until };
        // In a round of tasks that sleep alike, all wait for the same.
        if self.waits.last() != Some(&wait) {
            self.waits.push(wait);
        }
        What::Waiting {
            wait: self.waits.len() as u32 - 1,
        }
    }

    fn error_piece(&mut self, text: &str) -> u32 {
        let piece = self.errors.len() as u32;
        if self.keep == Keep::Events {
            self.errors.push(text);
        }
        piece
    }

    fn push(&mut self, at: Time, task: TaskId, line: Option<u32>, what: What) {
        if self.keep == Keep::Events {
            if self.instants.last().is_none_or(|instant| instant.at != at) {
                let first = self.records.len() as u32;
                self.instants.push(Instant { at, first });
            }
            if let Some(line) = line {
                self.source_lines.resize(self.records.len(), 0);
                self.source_lines.push(line);
            }
            self.records.push(Record { task, what });
        }
        self.appended += 1;
    }
}
