//! The kernel, told by hand what its tasks do.

use std::rc::Rc;

use interleaved::ids::TaskId;
use interleaved::machine::{Kernel, Outcome, Progress, Rules};
use interleaved::schedule::Schedule;
use interleaved::trace::{EventKind, Log, ResourceInfo, ResourceKind};

#[test]
fn whoever_waits_at_most_so_long_goes_on_then() {
    let mut kernel = Kernel::new(Rules::THREADS, &Schedule::InTurn, Log::default());
    let lock = kernel.create_resource(ResourceInfo {
        name: "lock".to_owned(),
        kind: ResourceKind::Lock,
        permits: 0,
    });
    let main = kernel.next_turn().unwrap();
    let _ = kernel.acquire(main, lock, Some(30));
    assert!(kernel.next_turn().is_none());
    assert!(!kernel.advance(29));
    assert!(kernel.advance(30));
    assert_eq!(kernel.next_turn(), Some(main));
    assert!(kernel.timed_out(main));
    assert!(!kernel.is_wanted(lock));

    // One that gets it in time leaves no deadline behind.
    let _ = kernel.acquire(main, lock, Some(50));
    kernel.grant(lock);
    assert_eq!(kernel.next_turn(), Some(main));
    assert!(!kernel.timed_out(main));
    let _ = kernel.sleep(main, 70);
    assert!(kernel.advance(u64::MAX));
    assert_eq!(kernel.now(), 100);
}

#[test]
fn a_clone_of_the_kernel_goes_on_as_the_original_does() {
    let mut kernel = Kernel::new(Rules::THREADS, &Schedule::Seeded(7), Log::default());
    let main = kernel.next_turn().unwrap();
    for number in 0..5 {
        let task = kernel.create(&number.to_string());
        kernel.start(task);
    }
    let _ = kernel.sleep(main, 10);
    let go_on = |mut kernel: Kernel| {
        for round in 0..50 {
            while let Some(task) = kernel.next_turn() {
                let _ = kernel.sleep(task, u64::from(task.0) + round % 4);
            }
            kernel.advance(u64::MAX);
        }
        let log = kernel.log().clone();
        log.prefix(usize::MAX)
            .map(|event| format!("{event:?}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(go_on(kernel.clone()), go_on(kernel));
}

#[test]
fn an_error_ends_its_task_and_the_main_programs_error_the_run() {
    for (failing, outcome) in [(TaskId(1), Outcome::Done), (TaskId::MAIN, Outcome::Raised)] {
        let mut kernel = Kernel::new(Rules::THREADS, &Schedule::InTurn, Log::default());
        let main = kernel.next_turn().unwrap();
        let other = kernel.create("other");
        kernel.start(other);
        let _ = kernel.join(main, other, None);
        for _ in 0..2 {
            let task = kernel.next_turn().unwrap();
            kernel.at_line(task, 4);
            if task == failing {
                kernel.raise(task, "ValueError: no");
            } else {
                kernel.finish(task);
            }
        }
        assert_eq!(kernel.outcome(), Some(&outcome));
        let log = kernel.log();
        let raised = log
            .prefix(usize::MAX)
            .find(|event| matches!(event.kind, EventKind::Raised(_)));
        let raised = raised.expect("it is told");
        assert_eq!((raised.task, raised.line), (failing, Some(4)));
        assert_eq!(raised.kind, EventKind::Raised("ValueError: no"));
    }
}

#[test]
fn a_run_ends_without_waiting_for_daemons() {
    let mut kernel = Kernel::new(Rules::THREADS, &Schedule::InTurn, Log::default());
    let main = kernel.next_turn().unwrap();
    for name in ["daemon", "worker"] {
        let task = kernel.create(name);
        kernel.start(task);
        if name == "daemon" {
            kernel.make_daemon(task);
        }
    }
    kernel.finish(main);
    let daemon = kernel.next_turn().unwrap();
    let _ = kernel.sleep(daemon, 100);
    assert_eq!(kernel.outcome(), None);
    let worker = kernel.next_turn().unwrap();
    kernel.finish(worker);
    assert_eq!(kernel.outcome(), Some(&Outcome::Done));
    assert_eq!((kernel.next_turn(), kernel.now()), (None, 0));
}

#[test]
fn who_runs_on_is_interrupted_by_those_whose_time_has_come() {
    let schedule = Schedule::Chosen(Rc::new(vec![0, 1]));
    let mut kernel = Kernel::new(Rules::THREADS, &schedule, Log::default());
    let main = kernel.next_turn().unwrap();
    let other = kernel.create("other");
    kernel.start(other);
    let _ = kernel.sleep(main, 30);
    assert_eq!(kernel.next_turn(), Some(other));
    kernel.spend(29);
    assert_eq!(kernel.checkpoint(other), Progress::Complete);
    kernel.spend(1);
    // Both are ready now: the first choice is to go on, the second is not.
    assert_eq!(kernel.checkpoint(other), Progress::Complete);
    assert_eq!(kernel.checkpoint(other), Progress::Waits);
    assert_eq!(kernel.next_turn(), Some(main));
    assert_eq!(kernel.now(), 30);
}

#[test]
fn what_is_let_go_is_taken_by_whoever_comes_first() {
    let mut kernel = Kernel::new(Rules::THREADS, &Schedule::InTurn, Log::default());
    let lock = kernel.create_resource(ResourceInfo {
        name: "lock".to_owned(),
        kind: ResourceKind::Lock,
        permits: 1,
    });
    let main = kernel.next_turn().unwrap();
    assert_eq!(kernel.acquire(main, lock, None), Progress::Complete);
    let other = kernel.create("other");
    kernel.start(other);
    // The other one waits for the lock, and is woken, but the first is quicker.
    assert_eq!(kernel.pass_turn(main), Progress::Waits);
    assert_eq!(kernel.next_turn(), Some(other));
    assert_eq!(kernel.acquire(other, lock, None), Progress::Waits);
    assert_eq!(kernel.next_turn(), Some(main));
    kernel.let_go(main, lock);
    assert_eq!(kernel.permits(lock), 1);
    assert_eq!(kernel.acquire(main, lock, None), Progress::Complete);
    assert_eq!(kernel.pass_turn(main), Progress::Waits);
    assert_eq!(kernel.next_turn(), Some(other));
    assert_eq!(kernel.acquire(other, lock, None), Progress::Waits);
    // Nobody else is ready: it goes on.
    assert_eq!(kernel.next_turn(), Some(main));
    assert_eq!(kernel.pass_turn(main), Progress::Complete);
}

#[test]
fn whose_time_is_up_goes_after_all_who_are_ready_whatever_the_seed() {
    for seed in 0..20 {
        let mut kernel = Kernel::new(Rules::THREADS, &Schedule::Seeded(seed), Log::default());
        let main = kernel.next_turn().unwrap();
        for name in ["a", "b"] {
            let task = kernel.create(name);
            kernel.start(task);
        }
        let mut turns = Vec::new();
        let mut running = main;
        for _ in 0..6 {
            assert_eq!(kernel.pass_turn(running), Progress::Waits);
            running = kernel.next_turn().unwrap();
            turns.push(running.0);
        }
        assert_eq!(turns, [1, 2, 0, 1, 2, 0]);
    }
}
