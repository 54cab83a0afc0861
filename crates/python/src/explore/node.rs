//! States, and who could go on from them.

use std::cell::{Cell, RefCell};
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
    bytes: usize,
    all_bytes: Rc<Cell<usize>>,
}

/// One of those who could go on; or nobody, until time has woken somebody else.
#[derive(Debug)]
pub struct Try {
    pub node: Rc<Node>,
    pub task: Option<TaskId>,
}

impl Node {
    /// `all_bytes` is what all nodes that there are take, beyond what the start does.
    pub fn new(
        path: Path,
        number: u32,
        interruptions: usize,
        start: Option<&Path>,
        all_bytes: &Rc<Cell<usize>>,
    ) -> Node {
        let bytes = path.driver.bytes_apart(start.map(|start| &start.driver));
        all_bytes.set(all_bytes.get() + bytes);
        Node {
            path,
            number,
            interruptions,
            steps: RefCell::default(),
            bytes,
            all_bytes: Rc::clone(all_bytes),
        }
    }

    /// Who has run last, and could go on.
    pub fn last(&self) -> Option<TaskId> {
        let driver = &self.path.driver;
        driver.unfinished().or_else(|| driver.offers())
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.all_bytes.set(self.all_bytes.get() - self.bytes);
    }
}
