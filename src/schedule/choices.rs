//! A record of who went on, as choices that a schedule can be made of.

use std::collections::VecDeque;

use super::Why;
use crate::ids::TaskId;

/// Keeps the ready tasks in the order of [`super::Schedule::Chosen`], by whatever rule they
/// are taken.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    ready: VecDeque<TaskId>,
    made: Vec<usize>,
}

impl Choices {
    pub fn push(&mut self, task: TaskId, why: Why) {
        match why {
            Why::GaveWay => self.ready.push_front(task),
            _ => self.ready.push_back(task),
        }
    }

    pub fn pop(&mut self, task: TaskId) {
        let Some(place) = self.ready.iter().position(|&other| other == task) else {
            return;
        };
        self.ready.remove(place);
        if !self.ready.is_empty() {
            self.made.push(place);
        }
    }

    pub fn made(&self) -> &[usize] {
        &self.made
    }
}
