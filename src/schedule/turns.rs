//! First in, first out, but for the choices.

use std::collections::VecDeque;
use std::rc::Rc;

use super::Why;
use crate::ids::TaskId;

/// See [`super::Schedule::InTurn`] and [`super::Schedule::Chosen`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Turns {
    ready: VecDeque<TaskId>,
    choices: Rc<Vec<usize>>,
    /// How many of the choices have been made.
    made: usize,
}

impl Turns {
    pub fn chosen(choices: Rc<Vec<usize>>) -> Self {
        Self {
            choices,
            ..Self::default()
        }
    }

    pub fn push(&mut self, task: TaskId, why: Why) {
        match why {
            Why::GaveWay => self.ready.push_front(task),
            Why::Started | Why::Woke | Why::Joined(_) | Why::TimeIsUp => self.ready.push_back(task),
        }
    }

    pub fn pop(&mut self) -> Option<TaskId> {
        let last = self.ready.len().saturating_sub(1);
        if last > 0
            && let Some(&choice) = self.choices.get(self.made)
        {
            self.made += 1;
            return self.ready.remove(choice.min(last));
        }
        self.ready.pop_front()
    }

    pub fn is_empty(&self) -> bool {
        self.ready.is_empty()
    }

    pub fn ready(&self) -> Vec<TaskId> {
        self.ready.iter().copied().collect()
    }
}
