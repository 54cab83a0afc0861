//! What there is to be seen of a moment: every thread, every variable, what threads wait for.

use std::collections::HashMap;

use interleaved::ids::TaskId;
use interleaved::time::Time;
use interleaved::trace::{On, Phase, State};

use super::resources::{self, Awaited};
use super::{Moment, Replay, reach::Reach};
use crate::driver::{Driver, Outcome, Variable};
use crate::refusal::Refusal;
use crate::values::ObjId;

/// A moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    pub moment: Moment,
    pub threads: Vec<ThreadLook>,
    pub globals: Vec<Seen>,
    /// What threads wait for, or can.
    pub resources: Vec<Awaited>,
    /// The objects that two threads, or a thread and the globals, can reach.
    pub shared: Vec<ObjId>,
    /// How the run has ended, if this is its end.
    pub ended: Option<Ended>,
}

/// A thread.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadLook {
    pub index: u32,
    pub name: String,
    pub state: Does,
    /// At which line of the program it is, in its innermost call, or was last.
    pub line: Option<u32>,
    /// What it holds, by the numbers of the resources.
    pub holds: Vec<u32>,
    /// The program's calls that are under way, the outermost first.
    pub frames: Vec<FrameLook>,
}

/// What a thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    Running,
    Ready,
    Sleeping(Time),
    /// It waits for a resource, perhaps until a time.
    Waiting(u32, Option<Time>),
    /// It waits for the end of a thread.
    Joining(u32, Option<Time>),
    Ended,
}

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameLook {
    pub function: String,
    pub line: u32,
    pub variables: Vec<Seen>,
}

/// A variable, and whether it is another one than at the moment that was looked at before.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    pub variable: Variable,
    pub changed: bool,
}

/// The end of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    /// As [`Outcome::name`] has it.
    pub kind: &'static str,
    /// The line of the error that has ended it.
    pub line: Option<u32>,
    /// Who waits for ever.
    pub waits: Vec<Stuck>,
    /// Which bound it has come to.
    pub limit: Option<&'static str>,
    pub refusals: Vec<Refusal>,
}

/// A thread that waits for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    pub thread: u32,
    pub resource: Option<u32>,
    /// The thread whose end it waits for.
    pub task: Option<u32>,
    pub holder: Option<u32>,
    pub line: Option<u32>,
}

/// The texts of the variables at two moments: by the thread, or none for the globals, how deep
/// the call is, its function, and the name.
#[derive(Debug, Default)]
pub(super) struct Texts {
    at: Option<Moment>,
    now: HashMap<(Option<u32>, usize, String), HashMap<String, String>>,
    before: HashMap<(Option<u32>, usize, String), HashMap<String, String>>,
}

impl Texts {
    fn move_to(&mut self, moment: Moment) {
        if self.at != Some(moment) {
            self.before = std::mem::take(&mut self.now);
            self.at = Some(moment);
        }
    }

    /// Notes the variables of a call, and says which have changed.
    fn see(
        &mut self,
        thread: Option<u32>,
        depth: usize,
        function: &str,
        variables: Vec<Variable>,
    ) -> Vec<Seen> {
        let key = (thread, depth, function.to_string());
        let before = self.before.get(&key);
        let changed = |variable: &Variable| {
            let text = |before: &HashMap<_, _>| before.get(&*variable.name) != Some(&variable.text);
            before.is_some_and(text)
        };
        let seen = variables.into_iter().map(|variable| Seen {
            changed: changed(&variable),
            variable,
        });
        let seen: Vec<_> = seen.collect();
        let text = |seen: &Seen| (seen.variable.name.to_string(), seen.variable.text.clone());
        self.now.insert(key, seen.iter().map(text).collect());
        seen
    }
}

impl Replay {
    /// What there is to be seen of the moment that is shown.
    pub fn look(&mut self) -> Look {
        let shown = self.shown();
        let moment = self.moment();
        self.texts.move_to(moment);
        let Replay {
            front,
            at,
            history,
            texts,
            ..
        } = self;
        let state = history.after(front.log(), shown);
        let Reach { found, shared } = Reach::of(at);
        let resources = resources::of(at, state, found);
        let mut threads = Vec::new();
        for index in 0..state.tasks.len() as u32 {
            threads.push(thread(at, state, &resources, texts, index));
        }
        let globals = texts.see(None, 0, "", at.globals());
        let is_end = front.outcome().is_some() && shown == front.log().len();
        let ended = front.outcome().filter(|_| is_end);
        Look {
            moment,
            threads,
            globals,
            ended: ended.map(|outcome| end(front, state, &resources, outcome)),
            resources,
            shared,
        }
    }
}

fn thread(
    driver: &Driver,
    state: &State,
    resources: &[Awaited],
    texts: &mut Texts,
    index: u32,
) -> ThreadLook {
    let task = TaskId(index);
    let known = &state.tasks[task.index()];
    let does = match known.phase {
        Phase::Running => Does::Running,
        Phase::Created | Phase::Ready(_) => Does::Ready,
        Phase::Finished | Phase::Failed => Does::Ended,
        Phase::Waiting { on, until } => match on {
            On::Task(other) => Does::Joining(other.0, until),
            On::Resource(resource) => Does::Waiting(resources::number(resources, resource), until),
            On::Time | On::Elsewhere => Does::Sleeping(until.unwrap_or(Time::MAX)),
        },
    };
    let frames = driver.frames(task).into_iter().enumerate();
    let frames = frames.map(|(depth, frame)| FrameLook {
        line: frame.line,
        variables: texts.see(Some(index), depth, &frame.function, frame.variables),
        function: frame.function.to_string(),
    });
    let frames: Vec<_> = frames.filter(|_| does != Does::Ended).collect();
    let held = resources.iter().filter(|it| it.holder == Some(index));
    ThreadLook {
        index,
        name: driver.thread_name(task).to_string(),
        state: does,
        line: frames.last().map(|frame| frame.line).or(known.line),
        holds: held.map(|it| it.index).collect(),
        frames,
    }
}

fn end(driver: &Driver, state: &State, resources: &[Awaited], outcome: &Outcome) -> Ended {
    let mut ended = Ended {
        kind: outcome.name(),
        line: None,
        waits: Vec::new(),
        limit: None,
        refusals: Vec::new(),
    };
    match outcome {
        Outcome::Done => {}
        Outcome::Raised => ended.line = error_line(driver),
        Outcome::Limit(bound) => ended.limit = Some(bound.name()),
        Outcome::Refused(refusals) => ended.refusals.clone_from(refusals),
        Outcome::Deadlock(_) => {
            let tasks = (0..).zip(&state.tasks);
            for (thread, task) in tasks.filter(|(_, task)| task.deadlocked) {
                let Phase::Waiting { on, .. } = task.phase else {
                    continue;
                };
                let (mut resource, mut other) = (None, None);
                match on {
                    On::Resource(number) => resource = Some(resources::number(resources, number)),
                    On::Task(task) => other = Some(task.0),
                    On::Time | On::Elsewhere => {}
                }
                let held = resources.iter().find(|it| Some(it.index) == resource);
                ended.waits.push(Stuck {
                    thread,
                    resource,
                    task: other,
                    holder: held.and_then(|it| it.holder),
                    line: task.line,
                });
            }
        }
    }
    ended
}

/// The line that the last traceback ends with.
fn error_line(driver: &Driver) -> Option<u32> {
    let errors = driver.log().error_output(usize::MAX);
    let place = format!("File \"{}\", line ", driver.file());
    let after = &errors[errors.rfind(&place)? + place.len()..];
    let digits = after.find(|c: char| !c.is_ascii_digit());
    after[..digits.unwrap_or(after.len())].parse().ok()
}
