//! How long a thread runs before others can, and where it may be interrupted.

use interleaved::ids::TaskId;
use interleaved::machine::Progress;
use interleaved::time::Time;

use super::{Bound, Driver, INSTRUCTION, Outcome, Switch, Waiting};
use crate::machine::{Step, ThreadId};

/// So long everybody is held up at most.
pub(super) const MOST_HELD_UP: Time = 1_000_000;
/// Everybody is held up one time in so many: the seed says which of these it is.
const HELD_UP: [u32; 4] = [64, 16, 4, 2];

impl Driver {
    /// A thread's turn has come.
    pub(super) fn begin_slice(&mut self) {
        if let Some(chosen) = &self.options.schedule {
            self.slice = self.until_interruption(chosen);
            return;
        }
        self.slice = match (self.options.seed, self.options.switch) {
            (0, _) => u64::MAX,
            // A thread that the system holds up while it has the lock has soon had it for
            // long enough.
            (_, Switch::Gil) if self.random.below(8) == 0 => {
                let most = 1 << self.random.below(12);
                1 + u64::from(self.random.below(most))
            }
            (_, Switch::Gil) => {
                let steps = (self.machine.switch_interval / INSTRUCTION).max(8);
                let more = u32::try_from(steps / 8).unwrap_or(u32::MAX);
                // Whoever waits has begun to wait at some time.
                steps + u64::from(self.random.below(more))
            }
            // Short ones lie within a line, long ones let others get somewhere.
            (_, Switch::Instruction) => {
                let most = 1 << self.random.below(10);
                1 + u64::from(self.random.below(most))
            }
        };
    }

    /// Runs a thread until its slice is over, or something else has to be done. Its slice
    /// ends only where it may be interrupted. Nothing if the allowance was over before.
    pub(super) fn run_slice(&mut self, id: ThreadId) -> Option<Step> {
        let left = self.options.bounds.steps.saturating_sub(self.machine.steps);
        let step = self.run(id, self.slice.min(left).min(self.allowance));
        let Step::Continue = step else {
            return Some(step);
        };
        loop {
            if self.machine.steps >= self.options.bounds.steps {
                self.end(Outcome::Limit(Bound::Steps));
                return Some(Step::Continue);
            }
            if self.allowance == 0 {
                return None;
            }
            let in_program = self.machine.is_in_program(id);
            if in_program && self.options.switch == Switch::Instruction {
                return Some(Step::Continue);
            }
            // Where a run that is repeated was interrupted, it may have been by either rule.
            if self.options.schedule.is_some() && (in_program || self.machine.has_just_called(id)) {
                return Some(Step::Continue);
            }
            let next = self.machine.next_instruction(id);
            let step = self.run(id, 1);
            let Step::Continue = step else {
                return Some(step);
            };
            if in_program && next.is_some_and(|next| next.may_be_interrupted()) {
                return Some(Step::Continue);
            }
        }
    }

    pub(super) fn run(&mut self, id: ThreadId, steps: u64) -> Step {
        let before = self.machine.steps;
        let step = self.machine.run(id, steps);
        let ran = self.machine.steps - before;
        self.slice = self.slice.saturating_sub(ran);
        self.allowance = self.allowance.saturating_sub(ran);
        self.kernel.spend(ran * INSTRUCTION);
        step
    }

    /// A thread's slice is over. Returns whether others run now.
    pub(super) fn interrupt(&mut self, task: TaskId) -> bool {
        let goes_on = match self.options.switch {
            _ if self.options.schedule.is_some() => false,
            Switch::Gil => false,
            Switch::Instruction => self.random.below(2) == 0,
        };
        if goes_on {
            self.begin_slice();
            return false;
        }
        let others_are_ready = self.kernel.others_are_ready();
        if others_are_ready || self.options.schedule.is_some() {
            self.interruptions.push(self.machine.steps);
        }
        // Who goes on all the same leaves no trace: a schedule doesn't have that.
        if others_are_ready {
            self.tell_line(task);
        }
        if self.kernel.pass_turn(task) == Progress::Complete {
            self.begin_slice();
            return false;
        }
        self.threads[task.index()].waits = Waiting::Nothing;
        true
    }

    /// Whose turn it is may all be held up, while the time of others comes: as a system does
    /// that has more to do.
    pub(super) fn hold_up(&mut self) {
        self.turns += 1;
        let is_possible = match (&self.options.schedule, self.options.seed) {
            (Some(chosen), _) => chosen.pauses.get(self.pauses.len()) == Some(&self.turns),
            (None, seed) => seed > 0 && self.options.switch == Switch::Gil,
        };
        let soon = self.kernel.now().saturating_add(MOST_HELD_UP);
        let comes_soon =
            |driver: &Driver| driver.kernel.next_deadline().is_some_and(|at| at <= soon);
        if !is_possible || !comes_soon(self) || self.kernel.ready().is_empty() {
            return;
        }
        let odds = HELD_UP[self.options.seed as usize % HELD_UP.len()];
        if self.options.schedule.is_some() || self.random.below(odds) == 0 {
            self.pauses.push(self.turns);
            self.kernel.hold_up(soon);
        }
    }

    /// A thread has written something: whoever is ready may go on in its place.
    pub(super) fn may_be_interrupted(&mut self, task: TaskId) -> bool {
        if self.is_searched {
            self.kernel.offer_turn(task);
            self.offered = Some(task);
            return true;
        }
        self.kernel.checkpoint(task) == Progress::Waits
    }
}
