//! The numbers by which tasks and resources are named.

/// A task, by its number: tasks are numbered in the order in which they are created.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

impl TaskId {
    /// The main program, which is a task like any other.
    pub const MAIN: Self = Self(0);

    /// The number as a place in a list.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What tasks wait for and hold, by its number in the order of creation: a lock, a
/// queue and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(pub u32);

impl ResourceId {
    /// The number as a place in a list.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
