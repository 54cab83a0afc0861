//! Who is where after any prefix of a log: folded from its events alone, once for all
//! who show it.

use super::event::{Event, EventKind, On, Stream};
use super::log::Log;
use super::resource::ResourceKind;
use crate::ids::{ResourceId, TaskId};
use crate::time::Time;

/// What a task is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It exists, and has not been started.
    Created,
    /// It could run.
    Ready(ReadyBecause),
    /// It runs: it is polled, or has a processor.
    Running,
    /// It waits.
    Waiting {
        /// What for.
        on: On,
        /// Until when at most.
        until: Option<Time>,
    },
    /// It has ended.
    Finished,
    /// An error has ended it.
    Failed,
}

/// Why a task is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadyBecause {
    /// It has been started.
    Started,
    /// What it waited for has come.
    Woke,
    /// It was interrupted.
    Preempted,
}

/// What a task has done last that says where in its program it is: to be woken or to have
/// its turn moves nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// Nothing as yet.
    Nothing,
    /// It has been started.
    Started,
    /// It has had its first turn.
    Begun,
    /// It has created another.
    Created,
    /// It has begun to wait for time or for the end of another.
    Waited,
    /// It has begun to wait for a resource.
    Wanted,
    /// It has written text.
    Text,
    /// It has written a newline on its own.
    Newline,
}

/// A task after a prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskState {
    /// What it is doing.
    pub phase: Phase,
    /// The source line that it was last seen at, if its program has source.
    pub line: Option<u32>,
    /// Whether it will wait for ever.
    pub deadlocked: bool,
    /// How many lines it has ended.
    pub lines: u32,
    /// What it has done last.
    pub did: Did,
}

/// A resource after a prefix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResourceState {
    /// How many are there to be acquired.
    pub permits: u32,
    /// Who has acquired one of them and not released it, in the order in which they did;
    /// of a queue or a condition nobody, since what is taken from it doesn't come back.
    pub holders: Vec<TaskId>,
    /// Who waits for one, the next first.
    pub waiters: Vec<TaskId>,
}

impl ResourceState {
    /// Whether the task of this number waits for one.
    pub(crate) fn is_wanted_by(&self, task: u64) -> bool {
        self.waiters
            .iter()
            .any(|waiter| u64::from(waiter.0) == task)
    }
}

/// Who is where after a prefix of a log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// How many events the prefix has.
    pub events: usize,
    /// When the last of them happened.
    pub now: Time,
    /// The tasks that have been created, by their numbers.
    pub tasks: Vec<TaskState>,
    /// Who is ready, in the order in which they became so. Who goes next is the schedule's
    /// to say: see [`crate::Schedule`].
    pub ready: Vec<TaskId>,
    /// The resources that have been created, by their numbers.
    pub resources: Vec<ResourceState>,
    /// Who has ended, in the order in which they did.
    pub ended: Vec<TaskId>,
    /// What the task of the last event was doing before that event; none before it was
    /// created.
    pub before: Option<Phase>,
    /// Whether all tasks have ended.
    pub done: bool,
    /// How many lines have ended that hold text of more than one task.
    pub torn: u32,
    /// Whether tasks have printed in another order than in turn, round after round.
    pub out_of_turn: bool,
    /// Whose text the open line holds, and whether it holds another's too.
    open: (Option<TaskId>, bool),
    /// Whose text was written last, after how many lines of its own.
    last: (u32, u32),
}

impl State {
    /// Before the first event of `log`.
    #[must_use]
    pub fn before(log: &Log) -> Self {
        let mut state = Self::default();
        state.know_resources(log);
        state
    }

    /// Takes in the next event of `log`.
    ///
    /// # Panics
    /// If it is the event of a task or resource that the log hasn't created.
    pub fn apply(&mut self, log: &Log, event: Event<'_>) {
        self.events += 1;
        self.now = event.at;
        let task = event.task;
        self.before = self.tasks.get(task.index()).map(|task| task.phase);
        if let EventKind::Created { .. } = event.kind {
            self.tasks.push(TaskState {
                phase: Phase::Created,
                line: None,
                deadlocked: false,
                lines: 0,
                did: Did::Nothing,
            });
        }
        if event.line.is_some() {
            self.tasks[task.index()].line = event.line;
        }
        match event.kind {
            EventKind::Created { by } if by != task => self.note(by, Did::Created),
            // Nobody has created the main program.
            EventKind::Created { .. } => {}
            EventKind::Wrote { stream, text } => {
                if stream == Stream::Output {
                    self.print(task, text);
                }
                self.tasks[task.index()].lines += u32::from(text.ends_with('\n'));
            }
            EventKind::Started => {
                self.note(task, Did::Started);
                self.make_ready(task, ReadyBecause::Started);
            }
            EventKind::Polled | EventKind::Resumed => {
                if self.tasks[task.index()].did == Did::Started {
                    self.note(task, Did::Begun);
                }
                self.enter(task, Phase::Running);
            }
            EventKind::Preempted => self.make_ready(task, ReadyBecause::Preempted),
            EventKind::Waiting { on, until } => {
                self.enter(task, Phase::Waiting { on, until });
                let mut did = Did::Waited;
                if let On::Resource(resource) = on {
                    did = Did::Wanted;
                    self.resources[resource.index()].waiters.push(task);
                }
                self.note(task, did);
            }
            EventKind::Woke => {
                if let Phase::Waiting { on, .. } = self.tasks[task.index()].phase {
                    self.stop_waiting(task, on);
                }
                self.make_ready(task, ReadyBecause::Woke);
            }
            EventKind::Acquired { resource } => {
                self.stop_waiting(task, On::Resource(resource));
                let is_used_up = self.is_used_up(log, resource);
                let state = &mut self.resources[resource.index()];
                state.permits = state.permits.saturating_sub(1);
                if !is_used_up {
                    state.holders.push(task);
                }
            }
            EventKind::Released { resource } => {
                let state = &mut self.resources[resource.index()];
                state.permits += 1;
                // Whoever gives back what another has acquired gives that back.
                let holder = state.holders.iter().position(|&holder| holder == task);
                if let Some(holder) = holder.or(Some(0).filter(|_| !state.holders.is_empty())) {
                    state.holders.remove(holder);
                }
            }
            EventKind::Raised(_) => {
                self.enter(task, Phase::Failed);
                self.ended.push(task);
            }
            EventKind::Finished => {
                if self.tasks[task.index()].phase != Phase::Failed {
                    self.enter(task, Phase::Finished);
                    self.ended.push(task);
                }
            }
            EventKind::Deadlocked => self.tasks[task.index()].deadlocked = true,
            EventKind::Done => self.done = true,
        }
        self.know_resources(log);
    }

    /// Who sleeps, and until when: the next to be woken first.
    #[must_use]
    pub fn sleepers(&self) -> Vec<(TaskId, Time)> {
        let mut sleepers: Vec<(TaskId, Time)> = Vec::new();
        for (task, until) in (0..).zip(&self.tasks).filter_map(sleeper) {
            // Mostly at the end; sorting them all would be a lot of code for a page.
            let place = sleepers.partition_point(|&(_, other)| other <= until);
            sleepers.insert(place, (task, until));
        }
        sleepers
    }

    fn note(&mut self, task: TaskId, did: Did) {
        self.tasks[task.index()].did = did;
    }

    /// Takes in what a task has written to the output.
    fn print(&mut self, task: TaskId, text: &str) {
        let is_newline = text == "\n";
        if !is_newline {
            let (first, is_torn) = self.open;
            self.open = (
                Some(task),
                is_torn || first.is_some_and(|first| first != task),
            );
            let turn = (self.tasks[task.index()].lines, task.0);
            if task != TaskId::MAIN {
                self.out_of_turn |= turn < self.last;
                self.last = turn;
            }
        }
        if text.ends_with('\n') {
            self.torn += u32::from(self.open.1);
            self.open = (None, false);
        }
        self.note(task, if is_newline { Did::Newline } else { Did::Text });
    }

    fn enter(&mut self, task: TaskId, phase: Phase) {
        let state = &mut self.tasks[task.index()];
        if matches!(state.phase, Phase::Ready(_)) {
            self.ready.retain(|&ready| ready != task);
        }
        state.phase = phase;
    }

    fn make_ready(&mut self, task: TaskId, because: ReadyBecause) {
        self.enter(task, Phase::Ready(because));
        self.ready.push(task);
    }

    fn stop_waiting(&mut self, task: TaskId, on: On) {
        if let On::Resource(resource) = on {
            let waiters = &mut self.resources[resource.index()].waiters;
            waiters.retain(|&waiter| waiter != task);
        }
    }

    /// Whether what is taken from it doesn't come back.
    fn is_used_up(&self, log: &Log, resource: ResourceId) -> bool {
        let kind = log.resources()[resource.index()].kind;
        matches!(kind, ResourceKind::Queue | ResourceKind::Condition)
    }

    /// Resources have no event of their own: one that nobody has touched is as it was made.
    fn know_resources(&mut self, log: &Log) {
        let known = self.resources.len()..log.resource_count(self.events);
        for info in &log.resources()[known] {
            self.resources.push(ResourceState {
                permits: info.permits,
                ..ResourceState::default()
            });
        }
    }
}

fn sleeper((number, state): (u32, &TaskState)) -> Option<(TaskId, Time)> {
    match state.phase {
        Phase::Waiting {
            on: On::Time,
            until: Some(until),
        } => Some((TaskId(number), until)),
        _ => None,
    }
}

/// How many events lie between two states that are kept.
const KEPT_EVERY: usize = 4096;

/// The states after every prefix of one log: some are kept, and from these the others
/// follow in few steps.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// After `KEPT_EVERY` events, twice as many, and so on.
    kept: Vec<State>,
    current: State,
}

impl History {
    /// The state after the first `shown` events of `log`, which has to be the same log,
    /// perhaps grown, at each call.
    pub fn after(&mut self, log: &Log, shown: usize) -> &State {
        let shown = shown.min(log.len());
        let nearest = (shown / KEPT_EVERY).min(self.kept.len());
        let from = nearest * KEPT_EVERY;
        if self.current.events == 0 || shown < self.current.events || self.current.events < from {
            self.current = match nearest.checked_sub(1) {
                Some(place) => self.kept[place].clone(),
                None => State::before(log),
            };
        }
        for index in self.current.events..shown {
            let Some(event) = log.get(index) else { break };
            self.current.apply(log, event);
            if self.current.events == (self.kept.len() + 1) * KEPT_EVERY {
                self.kept.push(self.current.clone());
            }
        }
        &self.current
    }
}
