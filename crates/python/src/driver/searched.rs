//! What a search through schedules asks of a driver: to go on by small steps, and that
//! whose turn it is be said by the search.

use std::hash::Hash;
use std::rc::Rc;

use interleaved::ids::TaskId;
use interleaved::time::Time;

use super::slice::MOST_HELD_UP;
use super::{Answer, Chosen, Driver, Options, Outcome, Switch, Waiting};
use super::{Bound, SLACK};
use crate::machine::digest::{Digest, Origin};
use crate::machine::{Machine, Operation, Step, ThreadId};

/// Where a thread that runs has stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// It could be interrupted here.
    Between,
    /// It waits, has ended, or gives others their turn.
    Away,
}

/// Who is told what a thread does.
pub trait Watch {
    /// It runs its next instruction.
    fn instruction(&mut self, machine: &Machine, thread: ThreadId);
    /// It asks for something.
    fn operation(&mut self, operation: &Operation);
    /// It tries again to get what it has waited for.
    fn tries(&mut self, awaited: u32);
    /// It has ended.
    fn ends(&mut self, task: TaskId);
}

impl Driver {
    /// A driver whose every choice is made by who calls it.
    pub fn searched(text: &str, options: Options) -> Driver {
        let mut driver = Driver::new(
            text,
            Options {
                schedule: Some(Chosen::default()),
                ..options
            },
        );
        driver.kernel.record_choices();
        driver.is_searched = true;
        // What is freed would be found in other places.
        driver.machine.heap.collect_at = usize::MAX;
        driver
    }

    /// Who could go on if nobody runs, in the order in which they became ready.
    pub fn ready(&self) -> Vec<TaskId> {
        self.kernel.ready()
    }

    /// Who has written something and could go on at once.
    pub fn offers(&self) -> Option<TaskId> {
        self.offered
    }

    /// Who could go on: first who runs or has just done so.
    pub fn could_go_on(&self) -> Vec<TaskId> {
        let running = self.unfinished;
        let mut ready = match running {
            Some(_)
                if self
                    .kernel
                    .next_deadline()
                    .is_some_and(|at| at <= self.now()) =>
            {
                let mut other = self.clone();
                other.interrupt_running();
                other.ready()
            }
            _ => self.ready(),
        };
        ready.retain(|&task| Some(task) != running);
        ready.splice(0..0, running);
        ready
    }

    /// Whether others could go on in the place of the thread that runs.
    pub fn could_switch(&self) -> bool {
        self.kernel.could_switch()
    }

    /// Lets time pass until somebody is ready, or the run ends. Only for when nobody is.
    pub fn let_time_pass(&mut self) {
        self.turns += 1;
        self.pass_time();
        self.look_whether_it_has_ended();
    }

    /// Interrupts the thread that runs.
    pub fn interrupt_running(&mut self) {
        if let Some(task) = self.unfinished.take() {
            self.interruptions.push(self.machine.steps);
            let progress = self.kernel.pass_turn(task);
            debug_assert!(progress == interleaved::machine::Progress::Waits);
            self.threads[task.index()].waits = Waiting::Nothing;
        }
    }

    /// Whether all who could go on could be held up until somebody else is woken. Only for
    /// when nobody runs, or who does has been interrupted.
    pub fn could_be_held_up(&self) -> bool {
        let soon = self.now().saturating_add(MOST_HELD_UP);
        let comes_soon = self.kernel.next_deadline().is_some_and(|at| at <= soon);
        let is_free = !self.is_held_up && self.offered.is_none();
        is_free && comes_soon && (self.unfinished.is_none() || self.could_switch())
    }

    /// Holds them up.
    pub fn hold_all_up(&mut self) {
        self.is_held_up = true;
        self.pauses.push(self.turns + 1);
        let soon = self.now().saturating_add(MOST_HELD_UP);
        self.kernel.hold_up(soon);
    }

    /// It is this thread's turn, which has to be ready. Returns whether it runs: it may have
    /// to wait on.
    pub fn give_turn(&mut self, task: TaskId, watch: &mut impl Watch) -> bool {
        if self.offered.take() != Some(task) {
            self.turns += 1;
        }
        self.is_held_up = false;
        self.kernel.give_turn(task);
        if let Waiting::Lock(lock, _) = self.threads[task.index()].waits {
            watch.tries(lock.0);
        }
        match self.answer(task) {
            Answer::NotYet => return false,
            Answer::Nothing => {}
            Answer::This(value) => {
                let id = self.threads[task.index()].id;
                self.machine.resume(id, value);
            }
        }
        self.unfinished = Some(task);
        true
    }

    /// Lets the thread that runs go on until it could be interrupted, or is away.
    pub fn advance(&mut self, watch: &mut impl Watch) -> Pause {
        let Some(task) = self.unfinished.take() else {
            return Pause::Away;
        };
        loop {
            let id = self.threads[task.index()].id;
            if self.machine.steps >= self.options.bounds.steps {
                self.end(Outcome::Limit(Bound::Steps));
                return Pause::Away;
            }
            watch.instruction(&self.machine, id);
            let next = self.machine.next_instruction(id);
            let was_in_program = self.machine.is_in_program(id);
            let goes_on = match self.run(id, 1) {
                Step::Continue => {
                    let is_here = match self.options.switch {
                        Switch::Instruction => self.machine.is_in_program(id),
                        Switch::Gil => {
                            was_in_program
                                && next.is_some_and(|next| next.may_be_interrupted())
                                && (self.machine.is_in_program(id)
                                    || self.machine.has_just_called(id))
                        }
                    };
                    if is_here {
                        self.unfinished = Some(task);
                        return Pause::Between;
                    }
                    true
                }
                Step::Blocked(operation) => {
                    watch.operation(&operation);
                    self.perform(task, operation)
                }
                Step::Finished(value) => {
                    watch.ends(task);
                    self.end_thread(task, Ok(value))
                }
                Step::Raised(exception) => {
                    watch.ends(task);
                    self.end_thread(task, Err(exception))
                }
            };
            self.look_whether_it_has_ended();
            if !goes_on || self.outcome.is_some() {
                return Pause::Away;
            }
        }
    }

    /// What has been chosen so far, as a schedule that repeats it.
    pub fn chosen(&self) -> Chosen {
        Chosen {
            choices: Rc::new(self.kernel.choices().to_vec()),
            interruptions: Rc::new(self.interruptions.clone()),
            pauses: Rc::new(self.pauses.clone()),
        }
    }

    /// The machine, to be told where objects come.
    pub fn machine_mut(&mut self) -> &mut Machine {
        &mut self.machine
    }

    /// How many threads an error has ended, the main one apart.
    pub fn failed_threads(&self) -> usize {
        self.threads
            .iter()
            .filter(|thread| thread.has_failed)
            .count()
    }

    /// The locks that a thread holds.
    pub fn held_by(&self, task: TaskId) -> Vec<u32> {
        let all = (0..).zip(&self.resources);
        let held = all.filter(|(_, resource)| resource.holder == Some(task));
        held.map(|(number, _)| number).collect()
    }

    /// Whether all threads but one have ended.
    pub fn is_alone(&self) -> bool {
        self.kernel.is_alone()
    }

    /// Whether it is a lock, and not something that others tell to go on.
    pub fn is_lock(&self, resource: u32) -> bool {
        let resource = self.resources.get(resource as usize);
        resource.is_some_and(|resource| !resource.is_signal)
    }

    /// How many locks and the like there are.
    pub fn resource_count(&self) -> u32 {
        self.resources.len() as u32
    }

    /// A number for the state that the run is in: runs with the same number go on alike, but
    /// for what they have written and for spans of time that don't matter to timers.
    pub fn digest(&self, origin: &Origin) -> u128 {
        /// Timers that are less apart than this come due together.
        const GRAIN: Time = SLACK * 2;
        let mut digest = Digest::new(origin);
        self.kernel.tell(GRAIN, &mut digest.mixer);
        for thread in &self.threads {
            let (kind, number, value) = match thread.waits {
                Waiting::Nothing => (0u64, 0, None),
                Waiting::Answer(value) => (1, 0, Some(value)),
                Waiting::Join => (2, 0, None),
                Waiting::Lock(lock, until) => (3 + u64::from(until.is_some()), lock.0, None),
                Waiting::Signal => (5, 0, None),
            };
            (kind, number, thread.has_failed).hash(&mut digest.mixer);
            if let Some(value) = value {
                digest.value(value);
            }
        }
        for resource in &self.resources {
            resource.holder.map(|task| task.0).hash(&mut digest.mixer);
        }
        (self.main as u8, self.read, self.status, self.is_held_up).hash(&mut digest.mixer);
        self.unseen.hash(&mut digest.mixer);
        let threads = self.threads.iter().map(|t| self.machine.thread_at(t.id));
        let threads: Vec<_> = threads.collect();
        digest.finish(&self.machine, &threads)
    }
}
