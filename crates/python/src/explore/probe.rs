//! A few runs that go by simple rules, before the search begins: they find at once what is
//! found often, and where it matters who goes on.

use super::path::Step;
use super::search::Search;
use crate::driver::{Outcome, Pause};

/// By which rule a run goes.
#[derive(Clone, Copy)]
enum Rule {
    /// Nobody is interrupted.
    Stay,
    /// Everybody is, who has got a lock; and the newest go first.
    AfterLocks,
    /// Everybody is, everywhere.
    Always,
}

impl Search {
    pub(super) fn probe(&mut self) {
        for rule in [Rule::Stay, Rule::AfterLocks, Rule::Always] {
            let Some(mut path) = self.start.clone() else {
                return;
            };
            let mut interrupted = None;
            while path.driver.outcome().is_none() {
                let ready = path.driver.ready();
                let mut step = Step::default();
                if path.driver.unfinished().is_none() {
                    if ready.is_empty() {
                        path.driver.let_time_pass();
                        continue;
                    }
                    let newest = ready.iter().rev().find(|&&task| Some(task) != interrupted);
                    let task = match (rule, newest) {
                        (Rule::AfterLocks, Some(&task)) => task,
                        _ => ready[0],
                    };
                    interrupted = None;
                    if !self.give_turn(&mut path, task, &mut step) {
                        continue;
                    }
                }
                let pause = self.advance(&mut path, &mut step);
                let switches = match rule {
                    Rule::Stay => false,
                    Rule::AfterLocks => !step.asked.is_empty(),
                    Rule::Always => true,
                };
                if pause == Pause::Between && switches && path.driver.could_switch() {
                    interrupted = path.driver.unfinished();
                    path.driver.interrupt_running();
                }
            }
            // Who never lets others go on hasn't shown that they couldn't.
            if !matches!(path.driver.outcome(), Some(Outcome::Limit(_))) {
                let interruptions = path.driver.chosen().interruptions.len();
                let is_it = self.ends(&path, interruptions, None);
                // With more there may be another way with fewer.
                self.is_met |= is_it && interruptions == 0 && self.found.wanted.is_some();
            }
        }
    }
}
