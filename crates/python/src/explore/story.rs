//! What a schedule comes to: where it interrupts threads, and why just there makes a
//! difference.

use interleaved::ids::TaskId;
use interleaved::time::Time;
use interleaved::trace::EventKind;

use super::races::{lock_name, name_of};
use super::touch::{Place, Touch, touches};
use crate::driver::{Driver, Options};

/// A thread is interrupted where it could have run on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The number of that event in the log.
    pub event: usize,
    /// When it is.
    pub at: Time,
    pub task: TaskId,
    pub thread: String,
    pub line: u32,
    /// Between what: the first of these that is known.
    pub between: Between,
}

/// See [`Cut`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Between {
    /// Two uses of a variable, for which another thread comes between.
    Uses {
        variable: String,
        /// Before the interruption, meanwhile, and after it.
        uses: [Use; 3],
    },
    /// Two writes of one print.
    Writes,
    /// It has these locks meanwhile.
    Locks(Vec<String>),
    /// Nothing that can be told.
    Unknown,
}

/// A thread reads or writes a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub thread: String,
    pub line: u32,
    pub writes: bool,
}

/// An instruction of a thread that touches what others can, too.
struct Touched {
    task: TaskId,
    touch: Touch,
    line: u32,
    name: String,
}

/// The interruptions of a run by a schedule, of those that happen in so many instructions.
pub fn story(text: &str, options: Options, steps: u64) -> Vec<Cut> {
    let mut driver = Driver::new(text, options);
    let mut touched: Vec<Touched> = Vec::new();
    // Each with how much has been touched before it, and with the locks that the thread has.
    let mut cuts: Vec<(usize, usize, Vec<u32>)> = Vec::new();
    let mut events = 0;
    while driver.machine().steps < steps {
        let next = driver.unfinished();
        let seen = next.map_or(Vec::new(), |task| next_touches(&driver, task));
        let before = driver.machine().steps;
        // Whose turn it is is known before anything is run.
        let goes_on = driver.turn_within(u64::from(next.is_some()));
        if driver.machine().steps > before {
            touched.extend(seen);
        }
        for event in events..driver.log().len() {
            let told = driver.log().get(event);
            if let Some(told) = told.filter(|it| it.kind == EventKind::Preempted) {
                cuts.push((event, touched.len(), driver.held_by(told.task)));
            }
        }
        events = driver.log().len();
        if !goes_on {
            break;
        }
    }
    let cuts = cuts.into_iter();
    cuts.filter_map(|(event, place, held)| {
        let told = driver.log().get(event)?;
        let between = between_uses(&driver, &touched, place, told.task)
            .or_else(|| between_writes(&driver, event, told.task))
            .unwrap_or_else(|| match held[..] {
                [] => Between::Unknown,
                _ => Between::Locks(held.iter().map(|&it| lock_name(&driver, it)).collect()),
            });
        Some(Cut {
            event,
            at: told.at,
            task: told.task,
            thread: driver.thread_name(told.task).to_string(),
            line: told.line.unwrap_or_default(),
            between,
        })
    })
    .collect()
}

/// What a thread's next instruction touches that has a name in the program.
fn next_touches(driver: &Driver, task: TaskId) -> Vec<Touched> {
    let machine = driver.machine();
    let Some(id) = driver
        .thread_id(task)
        .filter(|&id| machine.is_in_program(id))
    else {
        return Vec::new();
    };
    let mut seen = Vec::new();
    touches(machine, id, &mut seen);
    seen.retain(|touch| matches!(touch.place, Place::Part(..) | Place::Whole(_)));
    let line = machine.next_line(id);
    let named = seen.into_iter().filter_map(|touch| {
        let name = name_of(machine, touch.place)?;
        Some(Touched {
            task,
            touch,
            line,
            name,
        })
    });
    named.collect()
}

/// The first variable that the thread uses after an interruption as it did before, while
/// another one has used it so that no order of the two would have come to the same.
fn between_uses(
    driver: &Driver,
    touched: &[Touched],
    place: usize,
    task: TaskId,
) -> Option<Between> {
    for (at, after) in touched.iter().enumerate().skip(place) {
        if after.task != task {
            continue;
        }
        let is_same = |it: &&Touched| it.touch.place == after.touch.place;
        let mut own = touched[..place].iter().rev().filter(is_same);
        let Some(before) = own.find(|it| it.task == task) else {
            continue;
        };
        let mut others = touched[place..at].iter().filter(is_same);
        let meanwhile = others.find(|it| {
            let writes = [before, it, after].map(|one| one.touch.writes);
            // Whoever reads twice sees two values; what was read is out of date; what was
            // written is lost, or seen by the other one too early.
            let is_torn = matches!(
                writes,
                [_, true, false] | [false, true, true] | [true, false, true]
            );
            it.task != task && is_torn
        });
        if let Some(meanwhile) = meanwhile {
            let uses = [before, meanwhile, after].map(|it| Use {
                thread: driver.thread_name(it.task).to_string(),
                line: it.line,
                writes: it.touch.writes,
            });
            let variable = after.name.clone();
            return Some(Between::Uses { variable, uses });
        }
    }
    None
}

/// Whether the thread had just written something that is no whole line, and writes on.
fn between_writes(driver: &Driver, event: usize, task: TaskId) -> Option<Between> {
    let log = driver.log();
    let text = |event: usize| match log.get(event)?.kind {
        EventKind::Wrote { text, .. } => Some(text.to_string()),
        _ => None,
    };
    let own = |event: &usize| log.get(*event).is_some_and(|it| it.task == task);
    let before = (0..event).rev().find(own).and_then(text)?;
    let resumed = (event + 1..log.len()).find(own)?;
    (resumed + 1..log.len()).find(own).and_then(text)?;
    (!before.ends_with('\n')).then_some(Between::Writes)
}
