//! The program of the lesson: it starts summations, joins them, and says that it is done.

use std::rc::Rc;

use crate::decimal::push_decimal;
use crate::ids::ResourceId;
use crate::machine::{Spawn, Task};
use crate::schedule::Schedule;
use crate::trace::{ResourceInfo, ResourceKind};

/// What a task sums: `range(low, high)`, which is empty when `high <= low`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summation {
    /// The name that stands in brackets before each total.
    pub name: String,
    /// The first number.
    pub low: i64,
    /// The number after the last one.
    pub high: i64,
}

impl Summation {
    /// How many steps the summation takes.
    #[must_use]
    pub fn steps(&self) -> u64 {
        u64::try_from(i128::from(self.high) - i128::from(self.low)).unwrap_or(0)
    }
}

/// What a step of a summation does for an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// It waits, as for a disk or a server; meanwhile its thread is free.
    Wait,
    /// It computes, and never gives way.
    Compute,
    /// The first task computes; the others wait.
    Block,
}

impl Work {
    /// Whether the steps of summation number `index` compute.
    #[must_use]
    pub fn computes(self, index: usize) -> bool {
        match self {
            Self::Wait => false,
            Self::Compute => true,
            Self::Block => index == 0,
        }
    }
}

/// The summations, and what they have in common.
#[derive(Debug, Clone)]
pub struct Program {
    /// The summations, in the order in which they start.
    pub tasks: Rc<Vec<Summation>>,
    /// How long a step works, in milliseconds.
    pub interval: u32,
    /// What a step does.
    pub work: Work,
    /// Who goes next where that is left to chance: in [`LaneKind::Threads`](super::LaneKind).
    pub schedule: Schedule,
    /// Whether threads print under a lock. Futures need none: nobody comes between the
    /// two writes of a print.
    pub lock: bool,
}

/// The main program.
pub async fn run(main: Task, program: Program) {
    let program = Rc::new(program);
    let has_lock = program.lock && main.rules().preemptive;
    let lock = has_lock.then(|| main.create_resource(print_lock()));
    let mut started = Vec::with_capacity(program.tasks.len());
    for (index, summation) in program.tasks.iter().enumerate() {
        let program = Rc::clone(&program);
        let task = main.spawn(&summation.name, |task| sum(task, program, index, lock));
        started.push(task.await);
    }
    for task in started {
        main.join(task).await;
    }
    main.print(last_line(main.rules().spawn)).await;
}

/// What a real thread runs: its summation. The program that starts the threads and joins
/// them is elsewhere, and so is the lock.
pub(crate) async fn run_worker(main: Task, program: Program) {
    let program = Rc::new(program);
    let lock = program.lock.then(|| main.create_resource(print_lock()));
    if let Some(lock) = lock {
        main.run_elsewhere(lock);
    }
    for (index, summation) in program.tasks.iter().enumerate() {
        let program = Rc::clone(&program);
        let task = main.spawn(&summation.name, |task| sum(task, program, index, lock));
        task.await;
    }
}

/// The lock around print.
pub(crate) fn print_lock() -> ResourceInfo {
    ResourceInfo {
        name: "print".to_owned(),
        kind: ResourceKind::Lock,
        permits: 1,
    }
}

/// What the main program prints at its end: its exclamation marks tell how the tasks have
/// been started, and the handout has them so.
#[must_use]
pub fn last_line(spawn: Spawn) -> &'static str {
    match spawn {
        Spawn::Joins => "Done!!",
        Spawn::Starts => "Done!!!",
    }
}

/// One summation. It is the same text for futures and for threads: a future gives way
/// where it awaits something that isn't there yet, and nowhere else, so nobody can come
/// between the two writes of its print; a thread can be interrupted there.
async fn sum(task: Task, program: Rc<Program>, index: usize, lock: Option<ResourceId>) {
    let Summation { name, low, high } = &program.tasks[index];
    let interval = program.interval.into();
    let mut total = 0_i128;
    for i in *low..*high {
        total += i128::from(i);
        if program.work.computes(index) {
            task.compute(interval).await;
        } else {
            task.sleep(interval).await;
        }
        let _guard = match lock {
            Some(lock) => Some(task.lock(lock).await),
            None => None,
        };
        let write = |output: &mut String| push_total(output, name, total);
        task.print_with(write).await;
    }
}

/// Every step prints one, so it doesn't go by way of the standard formatting, which takes
/// three times as long.
fn push_total(output: &mut String, name: &str, total: i128) {
    output.push('[');
    output.push_str(name);
    output.push_str("] total=");
    push_decimal(output, total);
}
