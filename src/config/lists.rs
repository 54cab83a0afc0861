//! Settings that are lists: tasks and lanes.

use super::setting::{Fault, choice};
use super::{MAX_BOUND, MAX_STEPS, MAX_TASKS};
use crate::decimal::parse_whole;
use crate::error::Problem;
use crate::summation::{LaneKind, Summation};

static TWICE: Problem = Problem::new("twice", "");
pub(super) static LANES: Problem =
    Problem::new("notOneOf", "sequential async event-loop threads workers");
static NO_TASK: Problem = Problem::new("noTask", "");
pub(super) static NOT_A_TASK: Problem = Problem::new("notATask", "");
static NO_NAME: Problem = Problem::new("noName", "");
static LOW: Problem = Problem::new("low", BOUNDS);
static HIGH: Problem = Problem::new("high", BOUNDS);
const BOUNDS: &str = "-9007199254740991 9007199254740991";
static TOO_MANY_TASKS: Problem = Problem::new("tooManyTasks", "1000");
static TOO_MANY_STEPS: Problem = Problem::new("tooManySteps", "100000");

/// Items between white space or commas.
pub(super) struct Items<'a>(pub &'a str);

impl<'a> Iterator for Items<'a> {
    type Item = &'a str;

    // Inlined, it would be there for each kind of list.
    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let mut start = None;
        for (at, char) in self.0.char_indices() {
            let separates = char.is_whitespace() || char == ',';
            match start {
                None if !separates => start = Some(at),
                Some(start) if separates => {
                    let item = self.0.get(start..at);
                    self.0 = self.0.get(at..).unwrap_or_default();
                    return item;
                }
                _ => {}
            }
        }
        let last = start.and_then(|start| self.0.get(start..));
        self.0 = "";
        last
    }
}

pub(super) fn parse_lanes<'a>(
    value: &'a str,
    faulty: &mut &'a str,
) -> Result<Vec<LaneKind>, Fault> {
    let mut lanes = Vec::new();
    for name in Items(value) {
        *faulty = name;
        // The problem allows the kinds in their order.
        let kind = LaneKind::ALL.get(choice(name, &LANES)? as usize);
        let kind = *kind.ok_or(&LANES)?;
        if lanes.contains(&kind) {
            return Err(&TWICE);
        }
        lanes.push(kind);
    }
    if lanes.is_empty() {
        return Err(&LANES);
    }
    Ok(lanes)
}

pub(super) fn parse_tasks<'a>(
    value: &'a str,
    faulty: &mut &'a str,
) -> Result<Vec<Summation>, Fault> {
    let mut tasks = Vec::new();
    let mut steps = 0_u64;
    for item in Items(value) {
        *faulty = item;
        let task = parse_task(item)?;
        steps = steps.saturating_add(task.steps());
        tasks.push(task);
    }
    *faulty = value;
    if tasks.is_empty() {
        Err(&NO_TASK)
    } else if tasks.len() > MAX_TASKS {
        Err(&TOO_MANY_TASKS)
    } else if steps > MAX_STEPS {
        Err(&TOO_MANY_STEPS)
    } else {
        Ok(tasks)
    }
}

fn parse_task(item: &str) -> Result<Summation, Fault> {
    // The last two colons separate, so a name may hold colons.
    let (rest, high) = split_at_last_colon(item).ok_or(&NOT_A_TASK)?;
    let (name, low) = split_at_last_colon(rest).ok_or(&NOT_A_TASK)?;
    if name.is_empty() {
        return Err(&NO_NAME);
    }
    let bound = |text| parse_whole(text).filter(|bound| bound.abs() <= MAX_BOUND);
    Ok(Summation {
        name: name.to_owned(),
        low: bound(low).ok_or(&LOW)?,
        high: bound(high).ok_or(&HIGH)?,
    })
}

/// As `rsplit_once(':')`, whose search for any character is a kilobyte of code.
fn split_at_last_colon(text: &str) -> Option<(&str, &str)> {
    let mut at = text.len();
    while at > 0 {
        at -= 1;
        if text.as_bytes()[at] == b':' {
            return Some((text.get(..at)?, text.get(at + 1..)?));
        }
    }
    None
}
