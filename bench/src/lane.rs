//! The whole lane in virtual time: tasks, executor, clock and log. All tasks have
//! the same interval, so their deadlines are equal.

use std::rc::Rc;

use interleaved::{Keep, Lane, LaneKind, Log, Time, Program, Schedule, Summation, Work};

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

/// A lane of which nothing has run.
pub fn lane(tasks: u32, steps: u32, interval: u32, keep: Keep) -> Lane {
    let program = Program {
        tasks: Rc::new(summations(tasks, steps)),
        interval,
        work: Work::Wait,
        schedule: Schedule::InTurn,
        lock: false,
    };
    Lane::new(LaneKind::Async, &program, Log::new(keep))
}

/// Runs it to its end, and returns how many events there were.
pub fn run(lane: &mut Lane) -> u64 {
    while lane.run_until(Time::MAX, u32::MAX) == 0 {}
    assert!(lane.is_done());
    lane.log().appended()
}
