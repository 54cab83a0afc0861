//! What tasks wait for and hold, as the log describes it.

/// What kind of thing tasks wait for and hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResourceKind {
    /// One task at a time has it.
    Lock,
    /// So many tasks at a time have it.
    Semaphore,
    /// Some put things there, others take them.
    Queue,
    /// Some wait there until others tell them to go on.
    Condition,
}

/// What is known of a resource from its creation on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceInfo {
    /// Its name, which needn't be unique.
    pub name: String,
    /// Its kind.
    pub kind: ResourceKind,
    /// How many are there at first.
    pub permits: u32,
}
