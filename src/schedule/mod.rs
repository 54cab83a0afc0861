//! Who goes next among the tasks that are ready.

#[cfg(feature = "choices")]
mod choices;
mod lateness;
mod random;
mod turns;

use std::rc::Rc;

use crate::ids::TaskId;
#[cfg(feature = "choices")]
use choices::Choices;
use lateness::Lateness;
pub use random::Random;
use turns::Turns;

/// By which rule the next task is taken from those that are ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    /// First ready, first polled: the rule of an executor.
    InTurn,
    /// As an operating system may do with threads. The seed decides; the same
    /// seed decides the same.
    Seeded(u32),
    /// Mostly in turn, and now and then whoever it may be, as where threads are held up by
    /// anything: the seed decides when, how often, and who.
    #[cfg(feature = "choices")]
    Uneven(u32),
    /// Each time that more than one task is ready, the next number says which
    /// goes on: 0 is the one that has been running, if it still can, and after
    /// it they stand in the order in which they became ready. A number that is
    /// too high means the last; when the numbers have run out, the rest are 0.
    Chosen(Rc<Vec<usize>>),
}

/// Why a task is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    Started,
    Woke,
    /// This task has ended, for which it waited.
    Joined(TaskId),
    /// It could have gone on, and lets the scheduler decide whether it does.
    GaveWay,
    /// It could have gone on, but it is the others' turn.
    TimeIsUp,
}

/// The tasks that are ready, and the rule.
#[derive(Debug, Clone)]
pub(crate) struct Scheduler {
    rule: Rule,
    #[cfg(feature = "choices")]
    choices: Option<Choices>,
}

#[derive(Debug, Clone)]
enum Rule {
    Turns(Turns),
    Lateness(Lateness),
}

impl Scheduler {
    pub fn new(schedule: &Schedule) -> Self {
        let rule = match schedule {
            Schedule::InTurn => Rule::Turns(Turns::default()),
            Schedule::Seeded(seed) => Rule::Lateness(Lateness::new(*seed)),
            #[cfg(feature = "choices")]
            Schedule::Uneven(seed) => Rule::Turns(Turns::uneven(*seed)),
            Schedule::Chosen(choices) => Rule::Turns(Turns::chosen(Rc::clone(choices))),
        };
        Self {
            rule,
            #[cfg(feature = "choices")]
            choices: None,
        }
    }

    /// Records who goes on from now on, and who is ready.
    #[cfg(feature = "choices")]
    pub fn record(&mut self) {
        let mut choices = Choices::default();
        for task in self.ready() {
            choices.push(task, Why::Started);
        }
        self.choices = Some(choices);
    }

    /// A copy that goes on as this one does, and records nothing.
    #[cfg(feature = "choices")]
    pub fn without_record(&self) -> Self {
        Self {
            rule: self.rule.clone(),
            choices: None,
        }
    }

    /// Who went on each time that several could, as [`Schedule::Chosen`] has it; nothing
    /// that wasn't recorded.
    #[cfg(feature = "choices")]
    pub fn choices(&self) -> &[usize] {
        self.choices.as_ref().map_or(&[], Choices::made)
    }

    /// Who became ready last goes next, by the rule that is uneven.
    #[cfg(feature = "choices")]
    pub fn prefer_last(&mut self) {
        if let Rule::Turns(turns) = &mut self.rule {
            turns.prefer_last();
        }
    }

    pub fn push(&mut self, task: TaskId, why: Why) {
        #[cfg(feature = "choices")]
        if let Some(choices) = &mut self.choices {
            choices.push(task, why);
        }
        match &mut self.rule {
            Rule::Turns(turns) => turns.push(task, why),
            Rule::Lateness(lateness) => lateness.push(task, why),
        }
    }

    /// Takes the task that goes next.
    pub fn pop(&mut self) -> Option<TaskId> {
        let task = match &mut self.rule {
            Rule::Turns(turns) => turns.pop(),
            Rule::Lateness(lateness) => lateness.pop(),
        };
        #[cfg(feature = "choices")]
        if let (Some(choices), Some(task)) = (&mut self.choices, task) {
            choices.pop(task);
        }
        task
    }

    /// Takes this task, whoever would go next by the rule, which has to be a chosen one.
    #[cfg(feature = "choices")]
    pub fn take(&mut self, task: TaskId) {
        if let Rule::Turns(turns) = &mut self.rule {
            turns.take(task);
        }
        if let Some(choices) = &mut self.choices {
            choices.pop(task);
        }
    }

    /// Whether nobody is ready.
    pub fn is_empty(&self) -> bool {
        match &self.rule {
            Rule::Turns(turns) => turns.is_empty(),
            Rule::Lateness(lateness) => lateness.is_empty(),
        }
    }

    /// The ready tasks, in the order in which they would go if nobody else came.
    pub fn ready(&self) -> Vec<TaskId> {
        match &self.rule {
            Rule::Turns(turns) => turns.ready(),
            Rule::Lateness(lateness) => lateness.ready(),
        }
    }
}
