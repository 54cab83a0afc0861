//! What holds for any program of tasks, whatever it does.

use std::cell::RefCell;
use std::rc::Rc;

use interleaved::ids::{ResourceId, TaskId};
use interleaved::machine::{Executor, Machine, Outcome, Processors, Rules, Spawn, Task};
use interleaved::schedule::Schedule;
use interleaved::trace::{History, Log, Phase, ResourceInfo, ResourceKind, State};
use proptest::prelude::*;

/// One thing that a task does.
#[derive(Debug, Clone)]
enum Step {
    Sleep(u64),
    Compute(u64),
    Print,
    Checkpoint,
    /// Does these steps while it holds a lock.
    Locked(usize, Vec<Step>),
    Put,
    Get,
    /// Starts a task that does these steps, and joins it at the end if it says so.
    Spawn(Vec<Step>, bool),
}

const LOCKS: usize = 2;

fn any_step() -> impl Strategy<Value = Step> {
    let leaf = prop_oneof![
        (0_u64..5).prop_map(Step::Sleep),
        (0_u64..4).prop_map(Step::Compute),
        Just(Step::Print),
        Just(Step::Checkpoint),
        Just(Step::Put),
        Just(Step::Get),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        let steps = || prop::collection::vec(inner.clone(), 0..5);
        prop_oneof![
            (0..LOCKS, steps()).prop_map(|(lock, steps)| Step::Locked(lock, steps)),
            (steps(), any::<bool>()).prop_map(|(steps, joins)| Step::Spawn(steps, joins)),
        ]
    })
}

fn any_rules() -> impl Strategy<Value = Rules> {
    let processors = prop_oneof![Just(Processors::One), Just(Processors::Each)];
    let spawn = prop_oneof![3 => Just(Spawn::Starts), 1 => Just(Spawn::Joins)];
    let flags = any::<(bool, bool)>();
    (processors, flags, spawn).prop_map(|(processors, flags, spawn)| Rules {
        processors,
        preemptive: flags.0,
        spawn,
        turns_end_at_checkpoints: flags.1,
        most_events: u64::MAX,
    })
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    let choices = prop::collection::vec(0_usize..4, 0..40);
    prop_oneof![
        Just(Schedule::InTurn),
        any::<u32>().prop_map(Schedule::Seeded),
        choices.prop_map(|choices| Schedule::Chosen(Rc::new(choices))),
    ]
}

/// What all tasks of a program use.
#[derive(Clone)]
struct Shared {
    locks: Vec<ResourceId>,
    queue: ResourceId,
    /// Which locks are held, as the program itself sees it.
    held: Rc<RefCell<Vec<bool>>>,
}

/// Does steps. It boxes itself, as it calls itself.
fn act(
    task: Task,
    steps: Vec<Step>,
    shared: Shared,
) -> std::pin::Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        let mut started = Vec::new();
        for step in steps {
            match step {
                Step::Sleep(span) => task.sleep(span).await,
                Step::Compute(span) => task.compute(span).await,
                Step::Print => task.print("line").await,
                Step::Checkpoint => task.checkpoint().await,
                Step::Locked(lock, steps) => {
                    let guard = task.lock(shared.locks[lock]).await;
                    let before = std::mem::replace(&mut shared.held.borrow_mut()[lock], true);
                    assert!(!before, "only one task has a lock");
                    act(task.clone(), steps, shared.clone()).await;
                    shared.held.borrow_mut()[lock] = false;
                    drop(guard);
                }
                Step::Put => task.release(shared.queue),
                Step::Get => task.acquire(shared.queue).await,
                Step::Spawn(steps, joins) => {
                    let shared = shared.clone();
                    let other = task.spawn("task", move |task| act(task, steps, shared));
                    let other = other.await;
                    if joins {
                        started.push(other);
                    }
                }
            }
        }
        for other in started {
            task.join(other).await;
        }
    })
}

fn executor(steps: &[Step], rules: Rules, schedule: &Schedule) -> Executor {
    Executor::new(rules, schedule, Log::default(), |main| {
        let resource = |kind, permits| {
            main.create_resource(ResourceInfo {
                name: "resource".to_owned(),
                kind,
                permits,
            })
        };
        let shared = Shared {
            locks: (0..LOCKS)
                .map(|_| resource(ResourceKind::Lock, 1))
                .collect(),
            queue: resource(ResourceKind::Queue, 0),
            held: Rc::new(RefCell::new(vec![false; LOCKS])),
        };
        act(main.clone(), steps.to_vec(), shared)
    })
}

fn run(mut executor: Executor) -> Executor {
    while executor.run_until(u64::MAX, 1_000) == 0 {}
    executor
}

fn events(machine: &impl Machine) -> Vec<String> {
    let log = machine.log();
    log.prefix(usize::MAX)
        .map(|event| format!("{event:?}"))
        .collect()
}

fn any_program() -> impl Strategy<Value = (Vec<Step>, Rules, Schedule)> {
    let steps = prop::collection::vec(any_step(), 0..8);
    (steps, any_rules(), any_schedule())
}

proptest! {
    #[test]
    fn every_run_ends_and_says_how((steps, rules, schedule) in any_program()) {
        let machine = run(executor(&steps, rules, &schedule));
        let log = machine.log();
        let mut history = History::default();
        let state = history.after(&log, log.len());
        match machine.outcome() {
            Some(Outcome::Done) => {
                prop_assert!(state.done);
                let all_finished = state.tasks.iter().all(|task| task.phase == Phase::Finished);
                prop_assert!(all_finished);
                prop_assert!(state.resources[..LOCKS].iter().all(|lock| lock.permits == 1));
            }
            Some(Outcome::Deadlock(stuck)) => {
                prop_assert!(!stuck.is_empty());
                for stuck in stuck {
                    let task = state.tasks[stuck.task.index()];
                    let waits = matches!(task.phase, Phase::Waiting { on, .. } if on == stuck.on);
                    prop_assert!(waits && task.deadlocked);
                }
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn run_twice_or_in_small_pieces_all_is_the_same(
        (steps, rules, schedule) in any_program(),
        turns in 1_u32..5,
    ) {
        let whole = events(&run(executor(&steps, rules, &schedule)));
        prop_assert_eq!(&events(&run(executor(&steps, rules, &schedule))), &whole);
        let mut pieces = executor(&steps, rules, &schedule);
        let mut time = 0;
        while pieces.outcome().is_none() {
            if pieces.run_until(time, turns) > 0 {
                time += 1;
            }
        }
        prop_assert_eq!(events(&pieces), whole);
    }

    #[test]
    fn the_state_told_by_the_events_is_the_machines(
        (steps, rules, schedule) in any_program(),
    ) {
        let mut machine = executor(&steps, rules, &schedule);
        let mut history = History::default();
        loop {
            let log = machine.log();
            let state = history.after(&log, log.len());
            let mut ready = machine.kernel().ready();
            // Who computes on a processor of its own is running, and queues for its turn.
            ready.retain(|task| state.tasks[task.index()].phase != Phase::Running);
            let sorted = |mut tasks: Vec<TaskId>| { tasks.sort(); tasks };
            prop_assert_eq!(sorted(ready), sorted(state.ready.clone()));
            drop(log);
            if machine.run_until(u64::MAX, 1) > 0 {
                break;
            }
        }
    }

    #[test]
    fn the_state_after_a_prefix_is_the_same_whichever_way_one_comes(
        (steps, rules, schedule) in any_program(),
        places in prop::collection::vec(any::<prop::sample::Index>(), 1..20),
    ) {
        let machine = run(executor(&steps, rules, &schedule));
        let log = machine.log();
        let mut states = vec![State::before(&log)];
        for event in log.prefix(usize::MAX) {
            let mut state = states[states.len() - 1].clone();
            state.apply(&log, event);
            states.push(state);
        }
        let mut history = History::default();
        for place in places {
            let shown = place.index(states.len());
            prop_assert_eq!(history.after(&log, shown), &states[shown]);
        }
    }
}
