//! A lane that runs elsewhere, in real threads: what they report, written down.
//!
//! Nobody can step real threads or send them back, but their record is a log
//! like any other. Its time is the lane's own: it is real time while the threads
//! run, and stands while they are held. So a report is stamped with the moment at
//! which it came, and the playhead, which may have been sent back meanwhile, shows
//! what has been recorded until it comes to the end of the record; there the
//! threads go on.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use crate::ids::TaskId;
use crate::machine::{Machine, Outcome, Spawn};
use crate::pace::{Pace, REAL_TIME};
use crate::summation::{LaneKind, Program, Summation, last_line, print_lock};
use crate::time::Time;
use crate::trace::{Event, EventKind, Log, On, Stream};

#[derive(Debug)]
pub(crate) struct Recording {
    /// In a cell only because an executor's is.
    log: RefCell<Log>,
    pace: Pace,
    tasks: Rc<Vec<Summation>>,
    /// The main program, where it is this one, which starts the threads and joins them,
    /// rather than that of the thread that reports.
    joins: Option<Joins>,
    outcome: Option<Outcome>,
}

/// How far a main program has come that joins its tasks in their order.
#[derive(Debug)]
struct Joins {
    finished: Vec<bool>,
    joined: usize,
    waits: bool,
}

impl Recording {
    /// Nothing is recorded yet.
    pub fn new(kind: LaneKind, program: &Program) -> Self {
        let mut log = Log::default();
        let joins = (kind == LaneKind::Workers).then(|| Joins {
            finished: vec![false; program.tasks.len()],
            joined: 0,
            waits: false,
        });
        if joins.is_some() && program.lock {
            log.describe_resource(print_lock());
        }
        Self {
            log: RefCell::new(log),
            pace: Pace::new(REAL_TIME),
            tasks: Rc::clone(&program.tasks),
            joins,
            outcome: None,
        }
    }

    /// Whether nothing more is to come.
    pub fn is_done(&self) -> bool {
        self.outcome.is_some()
    }

    /// The last event's time.
    fn last(&self) -> Time {
        let log = self.log();
        log.time_of(log.len().wrapping_sub(1)).unwrap_or(0)
    }

    /// How long it has taken; before that is known, how long it should, or an
    /// eighth more as often as that is too little: who shows it has to lay out
    /// everything anew each time.
    pub fn duration(&self, expected: Time) -> Time {
        if self.is_done() {
            return self.last();
        }
        let mut duration = expected;
        while duration < self.last() {
            duration += (duration / 8).max(1_000);
        }
        duration
    }

    /// Lets the threads run, or holds them.
    pub fn run(&mut self, runs: bool, now_micros: u64) {
        if runs && !self.is_done() {
            self.pace.play(now_micros);
        } else {
            self.pace.pause(now_micros);
        }
    }

    /// Whether the threads are to run.
    pub fn is_live(&self) -> bool {
        self.pace.is_playing()
    }

    /// The time up to which there is a record.
    pub fn position(&self, now_micros: u64) -> Time {
        self.pace.position(now_micros)
    }

    /// Writes down what a thread reports. A deadline is told as the time until then,
    /// since the clock there isn't this one.
    pub fn record(&mut self, task: TaskId, kind: EventKind<'_>, now_micros: u64) {
        if self.is_done() {
            return;
        }
        let at = self.position(now_micros).max(self.last());
        if self.joins.is_some() && self.log().is_empty() {
            self.create(TaskId::MAIN, at);
            self.append(TaskId::MAIN, EventKind::Started, at);
            self.append(TaskId::MAIN, EventKind::Resumed, at);
        }
        let is_new = task.index() >= self.log().task_count();
        // Who does something has been created and started.
        while task.index() >= self.log().task_count() {
            let next = TaskId(self.log().task_count() as u32);
            self.create(next, at);
            if !matches!(kind, EventKind::Created { .. }) {
                self.append(next, EventKind::Started, at);
            }
        }
        match kind {
            EventKind::Created { .. } => {}
            EventKind::Started if is_new => {}
            EventKind::Waiting { on, until } => {
                let until = until.map(|span| at.saturating_add(span));
                self.append(task, EventKind::Waiting { on, until }, at);
            }
            _ => self.append(task, kind, at),
        }
        match kind {
            EventKind::Finished => self.finish(task),
            EventKind::Done => self.outcome = Some(Outcome::Done),
            _ => {}
        }
        self.join(at);
        if self.is_done() {
            self.pace.pause(now_micros);
        }
    }

    /// Nothing more will be reported.
    pub fn give_up(&mut self, now_micros: u64) {
        self.outcome.get_or_insert(Outcome::Abandoned);
        self.pace.pause(now_micros);
    }

    fn finish(&mut self, task: TaskId) {
        if let Some(joins) = &mut self.joins
            && let Some(finished) = joins.finished.get_mut(task.index().wrapping_sub(1))
        {
            *finished = true;
        }
    }

    /// Goes on with the main program, which waits for each task in turn.
    fn join(&mut self, at: Time) {
        let is_started = self.log().task_count() > self.tasks.len();
        while is_started && let Some(joins) = &mut self.joins {
            let main = TaskId::MAIN;
            let waits = std::mem::replace(&mut joins.waits, false);
            match joins.finished.get(joins.joined) {
                None => {
                    self.joins = None;
                    let text = last_line(Spawn::Starts);
                    for text in [text, "\n"] {
                        let stream = Stream::Output;
                        self.append(main, EventKind::Wrote { stream, text }, at);
                    }
                    self.append(main, EventKind::Finished, at);
                    self.append(main, EventKind::Done, at);
                    self.outcome = Some(Outcome::Done);
                }
                Some(true) => {
                    joins.joined += 1;
                    if waits {
                        self.append(main, EventKind::Woke, at);
                        self.append(main, EventKind::Resumed, at);
                    }
                }
                Some(false) => {
                    joins.waits = true;
                    let on = On::Task(TaskId(joins.joined as u32 + 1));
                    if !waits {
                        self.append(main, EventKind::Waiting { on, until: None }, at);
                    }
                    return;
                }
            }
        }
    }

    fn create(&mut self, task: TaskId, at: Time) {
        let summation = self.tasks.get(task.index().wrapping_sub(1));
        let name = summation.map_or("main", |summation| &summation.name);
        self.log.get_mut().name_task(name);
        self.append(task, EventKind::Created { by: TaskId::MAIN }, at);
    }

    fn append(&mut self, task: TaskId, kind: EventKind<'_>, at: Time) {
        self.log.get_mut().append(Event {
            at,
            task,
            line: None,
            kind,
        });
    }
}

impl Machine for Recording {
    fn log(&self) -> Ref<'_, Log> {
        self.log.borrow()
    }

    fn outcome(&self) -> Option<Outcome> {
        self.outcome.clone()
    }

    fn next_deadline(&self) -> Option<Time> {
        None
    }

    fn run_until(&mut self, _: Time, turns: u32) -> u32 {
        turns
    }

    fn run_one(&mut self) -> bool {
        false
    }
}
