//! States, and who could go on from them.

use std::cell::RefCell;
use std::rc::Rc;

use interleaved::ids::TaskId;

use super::path::{Own, Path};

/// A state that has been reached.
#[derive(Debug)]
pub struct State {
    pub number: u32,
    pub interruptions: usize,
    /// Who has run last and could go on, each time that it was reached with no more
    /// interruptions than that.
    pub last: Vec<Option<TaskId>>,
}

/// A run where it matters who goes on.
#[derive(Debug)]
pub struct Node {
    pub path: Path,
    pub number: u32,
    pub interruptions: usize,
    /// What each has touched that has gone on from here.
    pub steps: RefCell<Vec<(TaskId, Vec<Own>)>>,
}

/// One of those who could go on; or nobody, until time has woken somebody else.
#[derive(Debug)]
pub struct Try {
    pub node: Rc<Node>,
    pub task: Option<TaskId>,
}

impl Node {
    /// Who has run last, and could go on.
    pub fn last(&self) -> Option<TaskId> {
        let driver = &self.path.driver;
        driver.unfinished().or_else(|| driver.offers())
    }
}
