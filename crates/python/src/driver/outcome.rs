//! How a run ends.

use interleaved::ids::ResourceId;
use interleaved::machine::Stuck;
use interleaved::trace::On;

use super::Driver;
use crate::refusal::Refusal;

/// How a run has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The main thread has come to its end, and so have all that it waits for.
    Done,
    /// An exception has ended the main thread.
    Raised,
    /// These threads wait for each other, or for what nobody will bring, for ever.
    Deadlock(Vec<Waits>),
    /// It has come to one of its bounds.
    Limit(Bound),
    /// It hasn't begun, since it needs what it can't have here.
    Refused(Vec<Refusal>),
}

impl Outcome {
    /// Its name, as pages and exports use it.
    pub fn name(&self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Raised => "raised",
            Outcome::Deadlock(_) => "deadlock",
            Outcome::Limit(_) => "limit",
            Outcome::Refused(_) => "refused",
        }
    }
}

/// A bound of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    Steps,
    Events,
    Output,
}

impl Bound {
    /// Its name among the limits.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Steps => "steps",
            Bound::Events => "events",
            Bound::Output => "output",
        }
    }
}

/// A thread that waits for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    pub thread: String,
    /// The line of the program that it is at, and its text.
    pub line: Option<u32>,
    pub text: String,
    /// What it waits for: a kind of thing, or the end of a thread.
    pub on: String,
    /// Who holds that.
    pub holder: Option<String>,
}

impl std::fmt::Display for Waits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} waits for {}", self.thread, self.on)?;
        if let Some(holder) = &self.holder {
            write!(f, ", which {holder} holds")?;
        }
        if let Some(line) = self.line {
            write!(f, "; line {line}: {}", self.text)?;
        }
        Ok(())
    }
}

impl std::fmt::Display for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Bound::Steps => "ended after as many instructions as it may run",
            Bound::Events => "ended after as many events as may happen",
            Bound::Output => "ended after as much output as it may write",
        })
    }
}

impl Driver {
    /// What a thread that is stuck waits for, in words.
    pub(super) fn waits(&self, stuck: &Stuck) -> Waits {
        let thread = &self.threads[stuck.task.index()];
        let line = self.machine.line(thread.id);
        let text = line.and_then(|line| self.machine.source_line(line));
        let (on, holder) = match stuck.on {
            On::Task(other) => {
                let name = &self.threads[other.index()].name;
                (format!("the end of {name}"), None)
            }
            On::Resource(resource) => self.resource_in_words(resource),
            On::Time | On::Elsewhere => ("nothing".to_string(), None),
        };
        Waits {
            thread: thread.name.to_string(),
            line,
            text: text.unwrap_or_default(),
            on,
            holder,
        }
    }

    fn resource_in_words(&self, resource: ResourceId) -> (String, Option<String>) {
        let resource = &self.resources[resource.index()];
        let holder = resource.holder.map(|task| &self.threads[task.index()].name);
        let kind = resource.name.as_ref();
        let article = if kind.starts_with("E") || kind == "RLock" {
            "an"
        } else {
            "a"
        };
        (format!("{article} {kind}"), holder.map(ToString::to_string))
    }
}
