//! A lane that runs elsewhere, in real threads: what they report, written down.
//!
//! Nobody can step real threads or send them back, but their record is a log
//! like any other. Its time is the lane's own: it is real time while the threads
//! run, and stands while they are held. So a report is stamped with the moment at
//! which it came, and the playhead, which may have been sent back meanwhile, shows
//! what has been recorded until it comes to the end of the record; there the
//! threads go on.

use std::cell::{Ref, RefCell};

use crate::clock::Millis;
use crate::event::{EventKind, Log, TaskId};
use crate::lane::Program;
use crate::pace::{Pace, REAL_TIME};

#[derive(Debug)]
pub(crate) struct Recording {
    /// In a cell only because an executor's is.
    log: RefCell<Log>,
    pace: Pace,
    /// Whether the main program is this one, which starts the threads and joins
    /// them, rather than that of the thread that reports.
    joins: bool,
    running_tasks: usize,
    is_done: bool,
}

impl Recording {
    /// Nothing is recorded yet. If `joins`, the main program ends after the last task.
    pub(crate) fn new(joins: bool, program: &Program) -> Self {
        Self {
            log: RefCell::default(),
            pace: Pace::new(REAL_TIME),
            joins,
            running_tasks: program.tasks.len(),
            is_done: false,
        }
    }

    pub(crate) fn is_done(&self) -> bool {
        self.is_done
    }

    pub(crate) fn log(&self) -> Ref<'_, Log> {
        self.log.borrow()
    }

    /// The last event's time.
    pub(crate) fn last(&self) -> Millis {
        let log = self.log();
        log.time_of(log.len().wrapping_sub(1)).unwrap_or(0)
    }

    /// How long it has taken; before that is known, how long it should, or an
    /// eighth more as often as that is too little: who shows it has to lay out
    /// everything anew each time.
    pub(crate) fn duration(&self, expected: Millis) -> Millis {
        if self.is_done {
            return self.last();
        }
        let mut duration = expected;
        while duration < self.last() {
            duration += (duration / 8).max(1_000);
        }
        duration
    }

    /// Lets the threads run, or holds them.
    pub(crate) fn run(&mut self, runs: bool, now_micros: u64) {
        if runs && !self.is_done {
            self.pace.play(now_micros);
        } else {
            self.pace.pause(now_micros);
        }
    }

    /// Whether the threads are to run.
    pub(crate) fn is_live(&self) -> bool {
        self.pace.is_playing()
    }

    /// The time up to which there is a record.
    pub(crate) fn position(&self, now_micros: u64) -> Millis {
        self.pace.position(now_micros)
    }

    /// Writes down what a thread reports: see [`Log::record`].
    pub(crate) fn record(&mut self, task: Option<TaskId>, kind: EventKind<'_>, now_micros: u64) {
        if self.is_done {
            return;
        }
        let at = self.position(now_micros).max(self.last());
        let log = self.log.get_mut();
        log.record(at, task, kind);
        if kind == EventKind::Finished {
            self.running_tasks = self.running_tasks.saturating_sub(1);
            if self.joins && self.running_tasks == 0 {
                log.main_wrote(at, "Done!!!");
                log.wrote_newline(at, None);
                log.done(at);
                self.end(now_micros);
            }
        }
        if kind == EventKind::Done {
            self.end(now_micros);
        }
    }

    /// Nothing more will be reported.
    pub(crate) fn end(&mut self, now_micros: u64) {
        self.is_done = true;
        self.pace.pause(now_micros);
    }
}
