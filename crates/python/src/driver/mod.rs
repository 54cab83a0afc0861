//! Runs a program's threads, as tasks of the engine's kernel, in virtual time.
//!
//! The machine knows what a thread does next, the kernel whose turn it is, and what
//! waits for what. The driver tells each what the other has come to. It is a value: a
//! clone of it goes on as the original would.

mod ends;
mod moments;
mod operations;
mod options;
mod outcome;
mod schedule;
mod searched;
pub(crate) mod settings;
mod slice;
mod state;

use std::rc::Rc;

use interleaved::ids::{ResourceId, TaskId};
use interleaved::machine::{Kernel, Outcome as KernelOutcome, Processors, Rules, Spawn};
use interleaved::schedule::{Random, Schedule};
use interleaved::time::Time;
use interleaved::trace::{Log, Stream};

use crate::machine::{Machine, Step, ThreadId};
use crate::refusal;
use crate::values::Value;
pub use options::{Bounds, Options, Stdout, Switch};
pub use outcome::{Bound, Outcome, Waits};
pub use schedule::Chosen;
pub use searched::{Pause, Watch};
pub use settings::BadOption;
pub use state::{FrameState, Variable};

/// What one instruction takes, in nanoseconds of virtual time.
pub const INSTRUCTION: u64 = 30;

/// How late a timer may be so that several come due at once, as an operating system has
/// it: who wakes first is then the schedule's to say.
const SLACK: Time = 50_000;

/// Runs a program. See the module.
#[derive(Clone, Debug)]
pub struct Driver {
    machine: Machine,
    kernel: Kernel,
    options: Rc<Options>,
    /// The threads by the numbers of their tasks.
    threads: Vec<Thread>,
    /// What threads wait for, by its number in the kernel.
    resources: Vec<Resource>,
    main: Main,
    random: Random,
    /// How many more instructions the thread that runs may run before others can.
    slice: u64,
    /// At which instructions threads have been interrupted, counted from the start.
    interruptions: Vec<u64>,
    /// How often it has been asked whose turn it is.
    turns: u64,
    /// At which of those times everybody was held up.
    pauses: Vec<u64>,
    /// How many more instructions may be run in this call.
    allowance: u64,
    /// Once so many events have happened this call returns.
    most_events: u64,
    /// Whose turn isn't over, since the allowance was.
    unfinished: Option<TaskId>,
    /// How many lines of input have been read.
    read: usize,
    /// What was written in a terminal and stands in no whole line yet.
    unseen: String,
    written: Vec<Written>,
    bytes_written: usize,
    status: u8,
    outcome: Option<Outcome>,
    /// Whether a search says whose turn it is.
    is_searched: bool,
    /// Who has just written something, in a search.
    offered: Option<TaskId>,
    /// Whether everybody has been held up before this turn.
    is_held_up: bool,
}

/// A piece of output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub thread: TaskId,
    pub stream: Stream,
    pub text: Rc<str>,
}

#[derive(Clone, Debug)]
struct Thread {
    id: ThreadId,
    name: Rc<str>,
    waits: Waiting,
    /// Whether an error has ended it.
    has_failed: bool,
}

/// What a thread needs when it is its turn.
#[derive(Clone, Copy, Debug)]
enum Waiting {
    /// Nothing: it was interrupted, or hasn't begun.
    Nothing,
    /// This answer.
    Answer(Value),
    /// Whether a thread has ended.
    Join,
    /// A lock, until a time at most.
    Lock(ResourceId, Option<Time>),
    /// Whether it was told to go on.
    Signal,
}

#[derive(Clone, Debug)]
struct Resource {
    name: Rc<str>,
    is_signal: bool,
    holder: Option<TaskId>,
    /// The line at which it got it.
    since: Option<u32>,
}

/// What the main thread is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Main {
    Program,
    /// It reports an exception that nothing has caught.
    Reports,
    /// It waits for the other threads, and ends what is to be ended.
    ShutsDown,
}

impl Driver {
    /// A driver that will run a program.
    pub fn new(text: &str, options: Options) -> Driver {
        let mut machine = Machine::new();
        machine.heap.limit = options.bounds.memory;
        machine.seed = options.seed;
        let mut arguments = vec![options.file.clone()];
        arguments.extend(options.arguments.iter().cloned());
        machine.arguments = arguments.into();
        let loaded = machine.load(&options.file, text);
        let (main, id) = match loaded {
            Ok(id) => (Main::Program, id),
            Err(exception) => {
                let report = machine.library_function("_report");
                (Main::Reports, machine.spawn(report, &[exception]))
            }
        };
        let refusals = refusal::refusals(text);
        let rules = Rules {
            processors: Processors::One,
            preemptive: true,
            spawn: Spawn::Starts,
            turns_end_at_checkpoints: false,
            most_events: options.bounds.events,
        };
        let schedule = match (&options.schedule, options.seed) {
            (Some(chosen), _) => Schedule::Chosen(Rc::clone(&chosen.choices)),
            (None, 0) => Schedule::InTurn,
            (None, seed) if options.switch == Switch::Gil => Schedule::Uneven(seed),
            (None, seed) => Schedule::Seeded(seed),
        };
        let mut kernel = Kernel::new(rules, &schedule, Log::new(options.keep));
        if matches!(schedule, Schedule::Seeded(_) | Schedule::Uneven(_)) {
            kernel.record_choices();
        }
        Driver {
            machine,
            kernel,
            threads: vec![Thread {
                id,
                name: "MainThread".into(),
                waits: Waiting::Nothing,
                has_failed: false,
            }],
            resources: Vec::new(),
            main,
            random: Random::new(options.seed.into()),
            slice: 0,
            interruptions: Vec::new(),
            turns: 0,
            pauses: Vec::new(),
            allowance: u64::MAX,
            most_events: u64::MAX,
            unfinished: None,
            read: 0,
            unseen: String::new(),
            written: Vec::new(),
            bytes_written: 0,
            status: 0,
            outcome: (!refusals.is_empty()).then_some(Outcome::Refused(refusals)),
            is_searched: false,
            offered: None,
            is_held_up: false,
            options: Rc::new(options),
        }
    }

    /// The machine, to be looked at.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// All that has happened.
    pub fn log(&self) -> &Log {
        self.kernel.log()
    }

    /// The virtual time since the start, in nanoseconds.
    pub fn now(&self) -> Time {
        self.kernel.now()
    }

    /// How the run has ended, if it has.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    /// What the process ends with.
    pub fn status(&self) -> u8 {
        match &self.outcome {
            Some(Outcome::Deadlock(_) | Outcome::Limit(_)) => 1,
            Some(Outcome::Refused(_)) => 2,
            _ => self.status,
        }
    }

    /// What was written since this was last asked.
    pub fn take_written(&mut self) -> Vec<Written> {
        std::mem::take(&mut self.written)
    }

    /// Lets the thread whose turn it is run until it isn't any more; or, if nobody is
    /// ready, time pass. Returns whether the run goes on.
    pub fn turn(&mut self) -> bool {
        self.turn_within(u64::MAX)
    }

    /// As [`turn`](Driver::turn), but after so many instructions at most it returns. What
    /// comes of the run is the same: the next turn goes on where this one was.
    pub fn turn_within(&mut self, instructions: u64) -> bool {
        self.turn_until(instructions, u64::MAX)
    }

    /// As [`turn_within`](Driver::turn_within), but it returns as soon as so many events
    /// have happened since the start.
    pub fn turn_until(&mut self, instructions: u64, events: u64) -> bool {
        if self.outcome.is_some() {
            return false;
        }
        self.allowance = instructions;
        self.most_events = events;
        if let Some(task) = self.unfinished.take() {
            self.keep_running(task);
        } else {
            self.hold_up();
            if let Some(task) = self.kernel.next_turn() {
                self.run_thread(task);
            } else {
                self.pass_time();
            }
        }
        self.look_whether_it_has_ended();
        self.outcome.is_none()
    }

    fn pass_time(&mut self) {
        let is_in_turn = self.options.seed == 0 && self.options.schedule.is_none();
        if !self.kernel.advance(Time::MAX) || is_in_turn {
            return;
        }
        let end = self.kernel.now().saturating_add(SLACK);
        while self.kernel.next_deadline().is_some_and(|at| at <= end) && self.kernel.advance(end) {}
    }

    fn look_whether_it_has_ended(&mut self) {
        if self.outcome.is_some() {
            return;
        }
        let outcome = match self.kernel.outcome() {
            // A kernel that this drives is abandoned by nobody else.
            None | Some(KernelOutcome::Abandoned) => return,
            Some(KernelOutcome::Done) => Outcome::Done,
            Some(KernelOutcome::Raised) => Outcome::Raised,
            Some(KernelOutcome::Limit) => Outcome::Limit(Bound::Events),
            Some(KernelOutcome::Deadlock(stuck)) => {
                Outcome::Deadlock(stuck.iter().map(|stuck| self.waits(stuck)).collect())
            }
        };
        self.end(outcome);
    }

    fn end(&mut self, outcome: Outcome) {
        self.show(TaskId::MAIN);
        self.outcome = Some(outcome);
    }

    /// Runs a thread until it waits, is interrupted, or ends.
    fn run_thread(&mut self, task: TaskId) {
        let id = self.threads[task.index()].id;
        match self.answer(task) {
            Answer::NotYet => return,
            Answer::Nothing => {}
            Answer::This(value) => self.machine.resume(id, value),
        }
        self.begin_slice();
        self.keep_running(task);
    }

    fn keep_running(&mut self, task: TaskId) {
        loop {
            if self.log().appended() >= self.most_events {
                self.unfinished = Some(task);
                return;
            }
            // The main thread goes on in other machine threads at its end.
            let id = self.threads[task.index()].id;
            let Some(step) = self.run_slice(id) else {
                self.unfinished = Some(task);
                return;
            };
            let goes_on = match step {
                Step::Continue => !self.interrupt(task),
                Step::Blocked(operation) => self.perform(task, operation),
                Step::Finished(value) => self.end_thread(task, Ok(value)),
                Step::Raised(exception) => self.end_thread(task, Err(exception)),
            };
            if !goes_on || self.outcome.is_some() {
                return;
            }
        }
    }

    /// What a thread that has waited is told, now that it is its turn.
    fn answer(&mut self, task: TaskId) -> Answer {
        let waits = std::mem::replace(&mut self.threads[task.index()].waits, Waiting::Nothing);
        let in_time = !self.kernel.timed_out(task);
        match waits {
            Waiting::Nothing => Answer::Nothing,
            Waiting::Answer(value) => Answer::This(value),
            Waiting::Join | Waiting::Signal => Answer::This(Value::Bool(in_time)),
            Waiting::Lock(..) if !in_time => Answer::This(Value::Bool(false)),
            Waiting::Lock(lock, until) => {
                if self.acquire(task, lock, until) {
                    Answer::This(Value::Bool(true))
                } else {
                    Answer::NotYet
                }
            }
        }
    }
}

/// See [`Driver::answer`].
enum Answer {
    Nothing,
    This(Value),
    /// It has to wait on.
    NotYet,
}
