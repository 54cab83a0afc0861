//! The whole lane in virtual time: tasks, executor, clock and log. All tasks have
//! the same interval, so their deadlines are equal.

use std::rc::Rc;

use interleaved::{Lane, LaneKind, Log, Millis, Program, Schedule, Summation, Work};

/// As many tasks, each of as many steps.
pub fn summations(tasks: u32, steps: u32) -> Vec<Summation> {
    (0..tasks)
        .map(|task| Summation {
            name: format!("T{task}"),
            low: task.into(),
            high: i64::from(task) + i64::from(steps),
        })
        .collect()
}

/// A lane of which nothing has run. If `kept`, its events are kept, else counted.
pub fn lane(tasks: u32, steps: u32, kept: bool) -> Lane {
    let program = Program {
        tasks: Rc::new(summations(tasks, steps)),
        interval: 10,
        work: Work::Wait,
        schedule: Schedule::InTurn,
        lock: false,
    };
    let log = if kept {
        Log::default()
    } else {
        Log::counting()
    };
    Lane::new(LaneKind::Async, &program, log)
}

/// Runs it to its end, and returns how many events there were.
pub fn run(lane: &mut Lane) -> u64 {
    while lane.run_until(Millis::MAX, u32::MAX) == 0 {}
    assert!(lane.is_done());
    lane.log().appended()
}
