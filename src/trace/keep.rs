//! What a log keeps.

/// What a [`Log`](super::Log) keeps of what happens. Machines run the same whatever it is; what of
/// them can be looked at afterwards, and the memory that it takes, differ.
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
/// Created, started, the poll that finishes it, and finished.
const EVENTS_OF_A_TASK: usize = 4;
/// Those of the main program, which joins many of the tasks when they have finished.
const EVENTS_OF_MAIN: usize = 16;
/// Of a short name and a total of six digits.
const BYTES_OF_A_PRINT: usize = 24;
/// A machine can be made that nobody would run to its end: it gets no more than this.
const MOST_RESERVED: u64 = 1 << 20;

/// So much is to be kept.
#[derive(Debug, Default)]
pub(super) struct Room {
    pub events: usize,
    pub lines: usize,
    pub bytes: usize,
}

impl Keep {
    /// What so many prints of so many tasks need.
    pub(super) fn room(self, prints: u64, tasks: usize) -> Room {
        let prints = prints.min(MOST_RESERVED) as usize;
        let tasks = tasks.min(MOST_RESERVED as usize);
        let bytes = prints * BYTES_OF_A_PRINT;
        match self {
            Self::Events => Room {
                events: prints * EVENTS_OF_A_PRINT + tasks * EVENTS_OF_A_TASK + EVENTS_OF_MAIN,
                lines: prints,
                bytes,
            },
            Self::Output => Room {
                bytes,
                ..Room::default()
            },
            Self::Nothing => Room::default(),
        }
    }
}
