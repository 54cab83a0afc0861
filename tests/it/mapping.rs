//! The lesson on the engine for any program, beside the lesson's own executor: the same
//! events, by this rule.
//!
//! The engine tells more. To be compared, these are left out: who was created; what the
//! main program does, but for its writes and its end; locks acquired and released; who was
//! preempted. And three things are told otherwise:
//! - Who goes on by itself where it could be interrupted isn't told; the executor polls it
//!   anew. So a turn of the one who ran last, and hasn't waited since, is left out in both.
//! - Who gets a lock from another wakes at that moment; in the executor once the other
//!   gives way. So the engine's `woke` is moved there.
//! - A future is polled and a thread resumed; in the executor both are polled.

use std::rc::Rc;

use interleaved::ids::TaskId;
use interleaved::machine::{Executor, Machine, Rules};
use interleaved::schedule::Schedule;
use interleaved::summation::{Program, Summation, Work};
use interleaved::trace::{EventKind, Log};
use interleaved::{Config, Demo, LaneKind};

use crate::golden;

/// An event as far as both tell it: when, what, whose (0 is the main program's), details.
type Told = (u64, &'static str, u32, String);

/// What the executor of the lesson tells of each lane.
fn by_the_executor(config: Config) -> Vec<Vec<Told>> {
    let mut demo = Demo::new(config);
    demo.seek(demo.duration(), 0);
    while !demo.ended() {
        demo.step_forward(0);
    }
    let told = |event: interleaved::Event<'_>| {
        let details = match event.kind {
            interleaved::EventKind::Waiting { until } => format!("{until:?}"),
            interleaved::EventKind::Wrote(text) => text.to_owned(),
            _ => String::new(),
        };
        let task = event.task.map_or(0, |task| task + 1);
        (event.at, event.kind.name(), task, details)
    };
    let lanes = demo.lanes().iter();
    lanes
        .map(|lane| lane.log().prefix(usize::MAX).map(told).collect())
        .collect()
}

fn program(config: &Config, rules: Rules) -> Program {
    let summation = |task: &interleaved::Summation| Summation {
        name: task.name.clone(),
        low: task.low,
        high: task.high,
    };
    Program {
        tasks: Rc::new(config.tasks.iter().map(summation).collect()),
        interval: config.interval,
        work: match config.work {
            interleaved::Work::Wait => Work::Wait,
            interleaved::Work::Compute => Work::Compute,
            interleaved::Work::Block => Work::Block,
        },
        lock: config.lock && rules.preemptive,
    }
}

/// What the engine tells, in the executor's order.
fn by_the_engine(config: &Config, kind: LaneKind) -> Vec<Told> {
    let (rules, schedule) = match kind {
        LaneKind::Sequential => (Rules::SEQUENTIAL, Schedule::InTurn),
        LaneKind::Async => (Rules::FUTURES, Schedule::InTurn),
        LaneKind::Threads | LaneKind::Workers => (Rules::THREADS, Schedule::Seeded(config.seed)),
    };
    let program = program(config, rules);
    let mut executor = Executor::new(rules, &schedule, Log::default(), |main| program.main(main));
    while executor.run_until(u64::MAX, 1_000) == 0 {}

    let log = executor.log();
    let mut all: Vec<Told> = Vec::new();
    let mut releaser = None;
    // Who has got the lock from another, and wakes once that one gives way.
    let mut handed: Vec<TaskId> = Vec::new();
    let mut late: Vec<Told> = Vec::new();
    for event in log.prefix(usize::MAX) {
        let task = event.task;
        if releaser.is_some_and(|releaser| releaser != task)
            && !matches!(event.kind, EventKind::Acquired { .. } | EventKind::Woke)
        {
            all.append(&mut late);
            releaser = None;
        }
        let mut details = String::new();
        match event.kind {
            EventKind::Created { .. } | EventKind::Preempted => continue,
            EventKind::Released { .. } => {
                releaser = Some(task);
                continue;
            }
            EventKind::Acquired { .. } => {
                if releaser.is_some_and(|releaser| releaser != task) {
                    handed.push(task);
                }
                continue;
            }
            EventKind::Wrote { text, .. } => details = text.to_owned(),
            EventKind::Done => {}
            _ if task == TaskId::MAIN => continue,
            EventKind::Waiting { until, .. } => details = format!("{until:?}"),
            _ => {}
        }
        let name = match event.kind {
            EventKind::Resumed => "polled",
            kind => kind.name(),
        };
        let told = (event.at, name, task.0, details);
        if event.kind == EventKind::Woke && handed.contains(&task) {
            handed.retain(|&other| other != task);
            late.push(told);
            continue;
        }
        all.push(told);
        if matches!(event.kind, EventKind::Waiting { .. }) {
            all.append(&mut late);
        }
    }
    all
}

/// Leaves out the turns of those who ran last and haven't waited since.
fn without_own_turns(all: Vec<Told>) -> Vec<Told> {
    let mut last = None;
    let kept = |&(_, name, task, _): &Told| {
        let goes_on = name == "polled" && last == Some(task);
        match name {
            "polled" | "wrote" if task > 0 => last = Some(task),
            "waiting" | "finished" => last = None,
            _ => {}
        }
        !goes_on
    };
    all.into_iter().filter(kept).collect()
}

#[test]
fn the_lesson_on_the_engine_is_the_lesson() {
    for settings in golden::configurations() {
        let config = Config::parse(settings.iter().copied()).unwrap();
        let kinds = config.lanes.clone();
        let executors = by_the_executor(config.clone());
        for (kind, expected) in kinds.into_iter().zip(executors) {
            let engines = without_own_turns(by_the_engine(&config, kind));
            let expected = without_own_turns(expected);
            let first = engines.iter().zip(&expected).position(|(a, b)| a != b);
            assert_eq!(
                first.map(|at| (&engines[at], &expected[at])),
                None,
                "{settings:?} {kind:?}"
            );
            assert_eq!(engines.len(), expected.len(), "{settings:?} {kind:?}");
        }
    }
}
