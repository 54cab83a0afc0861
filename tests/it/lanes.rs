//! The logs of the lesson, and what holds for any tasks.

use std::rc::Rc;

use interleaved::{
    EventKind, Keep, Lane, LaneKind, Log, Program, Schedule, Summation, TaskId, Work,
};
use proptest::prelude::*;

use crate::{VIRTUAL, handout, output, run, tasks, transcript};

const SEQUENTIAL: &str = "\
[A] total=1
[A] total=3
[A] total=6
[A] total=10
[B] total=5
[B] total=11
[B] total=18
[B] total=26
[B] total=35
[C] total=10
[C] total=21
[C] total=33
[C] total=46
[C] total=60
Done!!
";

const ASYNC: &str = "\
[A] total=1
[B] total=5
[C] total=10
[A] total=3
[B] total=11
[C] total=21
[A] total=6
[B] total=18
[C] total=33
[A] total=10
[B] total=26
[C] total=46
[B] total=35
[C] total=60
Done!!!
";

/// The times at which texts were written.
fn print_times(lane: &Lane) -> Vec<u64> {
    let log = lane.log();
    log.prefix(usize::MAX)
        .filter(|event| matches!(event.kind, EventKind::Wrote { text, .. } if text != "\n"))
        .map(|event| event.at)
        .collect()
}

#[test]
fn the_sequential_log_is_the_handouts() {
    let lane = run(LaneKind::Sequential, &handout());
    assert_eq!(output(&lane), SEQUENTIAL);
    let seconds = (1..=14).map(|second| second * 1_000).chain([14_000]);
    assert_eq!(print_times(&lane), seconds.collect::<Vec<_>>());
}

#[test]
fn the_async_log_is_the_handouts() {
    let lane = run(LaneKind::Async, &handout());
    assert_eq!(output(&lane), ASYNC);
    let seconds = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5];
    assert_eq!(print_times(&lane), seconds.map(|second| second * 1_000));
}

#[test]
fn the_executor_wakes_all_who_are_due_then_polls_them_in_turn() {
    let program = Program {
        tasks: tasks("A:1:3 B:5:6"),
        ..handout()
    };
    let lane = run(LaneKind::Async, &program);
    let expected = [
        "0 created 0 0",
        "0 started 0",
        "0 polled 0",
        "0 created 1 0",
        "0 started 1",
        "0 created 2 0",
        "0 started 2",
        "0 waiting 0 task 1",
        "0 polled 1",
        "0 waiting 1 time 1000",
        "0 polled 2",
        "0 waiting 2 time 1000",
        "1000 woke 1",
        "1000 woke 2",
        "1000 polled 1",
        "1000 wrote 1 [A] total=1",
        "1000 wrote 1 \\n",
        "1000 waiting 1 time 2000",
        "1000 polled 2",
        "1000 wrote 2 [B] total=5",
        "1000 wrote 2 \\n",
        "1000 finished 2",
        "2000 woke 1",
        "2000 polled 1",
        "2000 wrote 1 [A] total=3",
        "2000 wrote 1 \\n",
        "2000 finished 1",
        "2000 woke 0",
        "2000 polled 0",
        "2000 wrote 0 Done!!!",
        "2000 wrote 0 \\n",
        "2000 finished 0",
        "2000 done 0",
    ];
    assert_eq!(transcript(&lane), expected);
}

#[test]
fn in_sequence_a_task_starts_when_the_one_before_has_finished() {
    let program = Program {
        tasks: tasks("A:1:2 B:5:6"),
        ..handout()
    };
    let lane = run(LaneKind::Sequential, &program);
    let expected = [
        "0 created 0 0",
        "0 started 0",
        "0 polled 0",
        "0 created 1 0",
        "0 started 1",
        "0 waiting 0 task 1",
        "0 polled 1",
        "0 waiting 1 time 1000",
        "1000 woke 1",
        "1000 polled 1",
        "1000 wrote 1 [A] total=1",
        "1000 wrote 1 \\n",
        "1000 finished 1",
        "1000 woke 0",
        "1000 polled 0",
        "1000 created 2 0",
        "1000 started 2",
        "1000 waiting 0 task 2",
        "1000 polled 2",
        "1000 waiting 2 time 2000",
        "2000 woke 2",
        "2000 polled 2",
        "2000 wrote 2 [B] total=5",
        "2000 wrote 2 \\n",
        "2000 finished 2",
        "2000 woke 0",
        "2000 polled 0",
        "2000 wrote 0 Done!!",
        "2000 wrote 0 \\n",
        "2000 finished 0",
        "2000 done 0",
    ];
    assert_eq!(transcript(&lane), expected);
}

#[test]
fn an_empty_range_takes_no_step_as_in_python() {
    let program = Program {
        tasks: tasks("A:5:5 B:9:1"),
        ..handout()
    };
    for kind in VIRTUAL {
        let lane = run(kind, &program);
        let done = if kind == LaneKind::Sequential {
            "Done!!\n"
        } else {
            "Done!!!\n"
        };
        assert_eq!(output(&lane), done);
        assert_eq!(lane.duration(), 0);
    }
}

#[test]
fn totals_are_exact_at_both_ends_of_what_is_allowed() {
    let program = Program {
        tasks: tasks("hi:9007199254740988:9007199254740991 lo:-9007199254740991:-9007199254740988"),
        ..handout()
    };
    let lane = run(LaneKind::Async, &program);
    assert_eq!(
        output(&lane),
        "[hi] total=9007199254740988\n[lo] total=-9007199254740991\n\
         [hi] total=18014398509481977\n[lo] total=-18014398509481981\n\
         [hi] total=27021597764222967\n[lo] total=-27021597764222970\nDone!!!\n"
    );
}

#[test]
fn totals_are_exact_past_64_bits() {
    let steps = 3_000;
    let high = 9_007_199_254_740_991_i64;
    let program = Program {
        tasks: tasks(&format!("A:{}:{high}", high - steps)),
        ..handout()
    };
    let lane = run(LaneKind::Sequential, &program);
    let total: i128 = (high - steps..high).map(i128::from).sum();
    assert!(total > i128::from(u64::MAX));
    assert!(output(&lane).ends_with(&format!("[A] total={total}\nDone!!\n")));
}

#[test]
fn a_lane_that_nobody_could_run_to_its_end_can_begin() {
    let largest = |name: &str| Summation {
        name: name.into(),
        low: i64::MIN,
        high: i64::MAX,
    };
    let program = Program {
        tasks: Rc::new(vec![largest("A"), largest("B")]),
        ..handout()
    };
    for kind in VIRTUAL {
        let mut lane = Lane::new(kind, &program, Log::default());
        assert_eq!(lane.duration(), u64::MAX);
        lane.run_until(1_000, 100);
        let first = format!("[A] total={}", i64::MIN);
        assert!(lane.log().output(usize::MAX).starts_with(&first));
    }
}

#[test]
fn a_log_keeps_what_it_was_asked_to() {
    let kept = run(LaneKind::Async, &handout());
    for keep in [Keep::Output, Keep::Nothing] {
        let mut lane = Lane::new(LaneKind::Async, &handout(), Log::new(keep));
        while lane.run_until(u64::MAX, 1_000) == 0 {}
        let (log, kept) = (lane.log(), kept.log());
        assert_eq!(log.appended(), kept.len() as u64);
        assert!(log.is_empty());
        assert_eq!(log.get(0), None);
        assert_eq!(log.time_of(0), None);
        assert_eq!(log.count_until(u64::MAX), 0);
        let (output, lines) = match keep {
            Keep::Output => (kept.output(usize::MAX), 15),
            _ => ("", 0),
        };
        assert_eq!(log.output(usize::MAX), output);
        assert_eq!(log.line_count(usize::MAX), lines);
    }
}

/// A program of any tasks whose names are their numbers.
fn any_program() -> impl Strategy<Value = Program> {
    let task = (-50_i64..50, -3_i64..8);
    let tasks = prop::collection::vec(task, 1..9);
    let work = prop_oneof![Just(Work::Wait), Just(Work::Compute), Just(Work::Block)];
    let rest = (1_u32..5_000, work, any::<u32>(), any::<bool>());
    (tasks, rest).prop_map(|(tasks, (interval, work, seed, lock))| {
        let summation = |(number, (low, steps)): (usize, (i64, i64))| Summation {
            name: number.to_string(),
            low,
            high: low + steps,
        };
        Program {
            tasks: Rc::new(tasks.into_iter().enumerate().map(summation).collect()),
            interval,
            work,
            schedule: Schedule::Seeded(seed),
            lock,
        }
    })
}

/// The texts that one task wrote, in order.
fn texts_of(lane: &Lane, task: TaskId) -> Vec<String> {
    let log = lane.log();
    log.prefix(usize::MAX)
        .filter(|event| event.task == task)
        .filter_map(|event| match event.kind {
            EventKind::Wrote { text, .. } => Some(text.to_owned()),
            _ => None,
        })
        .collect()
}

proptest! {
    #[test]
    fn each_task_prints_the_same_in_every_lane(program in any_program()) {
        let sequential = run(LaneKind::Sequential, &program);
        for kind in [LaneKind::Async, LaneKind::Threads] {
            let lane = run(kind, &program);
            for task in (0..=program.tasks.len() as u32).map(TaskId).skip(1) {
                prop_assert_eq!(texts_of(&lane, task), texts_of(&sequential, task));
            }
        }
    }

    #[test]
    fn in_sequence_takes_the_sum_and_at_once_the_longest_of_those_who_wait(program in any_program()) {
        let steps: Vec<u64> = program.tasks.iter().map(Summation::steps).collect();
        let interval = u64::from(program.interval);
        let sum: u64 = steps.iter().sum();
        let longest = *steps.iter().max().unwrap();
        let futures = match program.work {
            Work::Wait => longest,
            Work::Compute => sum,
            Work::Block => steps[0] + steps[1..].iter().max().unwrap_or(&0),
        };
        let expected = [sum, futures, longest].map(|steps| steps * interval);
        for (kind, expected) in VIRTUAL.into_iter().zip(expected) {
            let lane = run(kind, &program);
            prop_assert_eq!(lane.duration(), expected);
            let log = lane.log();
            let last = log.get(log.len() - 1).map(|event| (event.at, event.kind));
            prop_assert_eq!(last, Some((expected, EventKind::Done)));
        }
    }

    #[test]
    fn run_twice_all_is_the_same(program in any_program()) {
        for kind in VIRTUAL {
            prop_assert_eq!(transcript(&run(kind, &program)), transcript(&run(kind, &program)));
        }
    }

    #[test]
    fn in_small_pieces_all_is_the_same(program in any_program(), polls in 1_u32..5) {
        for kind in VIRTUAL {
            let mut lane = Lane::new(kind, &program, Log::default());
            let mut time = 0;
            while !lane.is_done() {
                if lane.run_until(time, polls) > 0 {
                    time += 777;
                }
            }
            prop_assert_eq!(transcript(&lane), transcript(&run(kind, &program)));
        }
    }

    #[test]
    fn nobody_comes_between_the_writes_of_a_future(program in any_program()) {
        let log_text = output(&run(LaneKind::Async, &program));
        for line in log_text.lines() {
            prop_assert_eq!(line.matches('[').count(), usize::from(line != "Done!!!"), "{}", line);
        }
    }
}
