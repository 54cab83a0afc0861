//! What is asked of a driver by who goes through its run in both directions.

use interleaved::ids::{ResourceId, TaskId};

use super::{Driver, Waiting};
use crate::machine::ThreadId;

impl Driver {
    /// A copy that goes on as this one does, but remembers nothing of what has happened:
    /// its log is empty, though it counts on, and it can't tell its schedule. So it stays
    /// small, however long the run is.
    pub fn without_past(&self) -> Driver {
        let is_repeated = self.options.schedule.is_some();
        let done = |moments: &Vec<u64>| match is_repeated {
            true => moments.clone(),
            false => Vec::new(),
        };
        Driver {
            machine: self.machine.clone(),
            kernel: self.kernel.without_past(),
            options: self.options.clone(),
            threads: self.threads.clone(),
            resources: self.resources.clone(),
            main: self.main,
            random: self.random.clone(),
            slice: self.slice,
            interruptions: done(&self.interruptions),
            turns: self.turns,
            pauses: done(&self.pauses),
            allowance: self.allowance,
            most_events: self.most_events,
            unfinished: self.unfinished,
            read: self.read,
            unseen: self.unseen.clone(),
            written: Vec::new(),
            bytes_written: self.bytes_written,
            status: self.status,
            outcome: self.outcome.clone(),
            is_searched: self.is_searched,
            offered: self.offered,
            is_held_up: self.is_held_up,
        }
    }

    /// About how many bytes a copy takes that another one, of an earlier moment, doesn't
    /// share.
    pub fn bytes_apart(&self, earlier: Option<&Driver>) -> usize {
        let Some(earlier) = earlier else {
            return size_of::<Driver>();
        };
        let heap = self.machine.heap.bytes_apart(&earlier.machine.heap);
        let moments = (self.interruptions.len() + self.pauses.len()) * size_of::<u64>();
        size_of::<Driver>() + heap + self.machine.thread_bytes() + moments
    }

    /// How many events have happened.
    pub fn events(&self) -> usize {
        self.log().appended() as usize
    }

    /// How many instructions have been run.
    pub fn steps(&self) -> u64 {
        self.machine.steps
    }

    /// Who is in the middle of a turn: it goes on with its next instruction.
    pub fn unfinished(&self) -> Option<TaskId> {
        self.unfinished
    }

    /// The machine's thread that a task is.
    pub fn thread_id(&self, task: TaskId) -> Option<ThreadId> {
        Some(self.threads.get(task.index())?.id)
    }

    /// How many threads there have been.
    pub fn thread_count(&self) -> usize {
        self.threads.len()
    }

    /// Whether a thread has asked for something that it hasn't been given yet: it is in the
    /// middle of a line.
    pub fn is_in_operation(&self, task: TaskId) -> bool {
        !matches!(self.threads[task.index()].waits, Waiting::Nothing)
    }

    /// A thread's name.
    pub fn thread_name(&self, task: TaskId) -> &str {
        self.threads
            .get(task.index())
            .map_or("", |thread| &thread.name)
    }

    /// The program's name in tracebacks.
    pub fn file(&self) -> &str {
        &self.options.file
    }

    /// What kind of thing a resource is.
    pub fn resource_kind(&self, resource: ResourceId) -> &str {
        let resource = self.resources.get(resource.index());
        resource.map_or("", |resource| &resource.name)
    }

    /// At which line who holds a lock has got it.
    pub fn held_since(&self, resource: ResourceId) -> Option<u32> {
        self.resources.get(resource.index())?.since
    }
}
