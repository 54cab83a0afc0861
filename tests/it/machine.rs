//! The engine with programs that are no summations: tasks that start tasks, locks, a
//! queue, timeouts, and the ways in which a run can end.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::rc::Rc;

use interleaved::ids::{ResourceId, TaskId};
use interleaved::machine::{Executor, Machine, Outcome, Rules, Stuck, Task};
use interleaved::schedule::Schedule;
use interleaved::trace::{
    EventKind, History, Keep, Log, On, Phase, ReadyBecause, ResourceInfo, ResourceKind, State,
};

/// Runs a program to its end.
fn run<F: Future<Output = ()> + 'static>(
    rules: Rules,
    schedule: &Schedule,
    main: impl FnOnce(Task) -> F,
) -> Executor {
    let mut executor = Executor::new(rules, schedule, Log::default(), main);
    while executor.run_until(u64::MAX, 1_000) == 0 {}
    assert!(executor.outcome().is_some(), "the run has an end");
    executor
}

fn futures<F: Future<Output = ()> + 'static>(main: impl FnOnce(Task) -> F) -> Executor {
    run(Rules::FUTURES, &Schedule::InTurn, main)
}

fn threads<F: Future<Output = ()> + 'static>(
    choices: &[usize],
    main: impl FnOnce(Task) -> F,
) -> Executor {
    let schedule = Schedule::Chosen(Rc::new(choices.to_vec()));
    run(Rules::THREADS, &schedule, main)
}

/// All events, a line each, for comparison and for reading.
fn transcript(machine: &impl Machine) -> Vec<String> {
    let log = machine.log();
    let name = |task: TaskId| log.task_name(task).unwrap();
    let resource = |resource: ResourceId| &log.resources()[resource.index()].name;
    let line = |event: interleaved::trace::Event<'_>| {
        let more = match event.kind {
            EventKind::Created { by } => format!(" by {}", name(by)),
            EventKind::Waiting { on, until } => {
                let on = match on {
                    On::Time => String::new(),
                    On::Task(task) => format!(" on {}", name(task)),
                    On::Resource(on) => format!(" on {}", resource(on)),
                    On::Elsewhere => " on something else".to_owned(),
                };
                let until = until.map_or(String::new(), |until| format!(" until {until}"));
                on + &until
            }
            EventKind::Acquired { resource: of } | EventKind::Released { resource: of } => {
                format!(" {}", resource(of))
            }
            EventKind::Wrote { text, .. } => format!(" {text:?}"),
            _ => String::new(),
        };
        format!(
            "{} {} {}{more}",
            event.at,
            name(event.task),
            event.kind.name()
        )
    };
    log.prefix(usize::MAX).map(line).collect()
}

fn lock(main: &Task, name: &str) -> ResourceId {
    main.create_resource(ResourceInfo {
        name: name.to_owned(),
        kind: ResourceKind::Lock,
        permits: 1,
    })
}

/// A queue of a program's own: what is in it is the program's, how many is the kernel's.
#[derive(Clone)]
struct Queue {
    items: Rc<RefCell<VecDeque<u32>>>,
    count: ResourceId,
}

impl Queue {
    fn new(main: &Task) -> Self {
        let count = main.create_resource(ResourceInfo {
            name: "queue".to_owned(),
            kind: ResourceKind::Queue,
            permits: 0,
        });
        Self {
            items: Rc::default(),
            count,
        }
    }

    fn put(&self, task: &Task, item: u32) {
        self.items.borrow_mut().push_back(item);
        task.release(self.count);
    }

    async fn get(&self, task: &Task) -> u32 {
        task.acquire(self.count).await;
        self.items
            .borrow_mut()
            .pop_front()
            .expect("one was put there")
    }
}

/// A producer whose helper is started by it, and a consumer, with a queue between.
async fn producer_and_consumer(main: Task) {
    let queue = Queue::new(&main);
    let items = queue.clone();
    let producer = main.spawn("producer", async move |task: Task| {
        let helper = task.spawn("helper", async move |task: Task| task.sleep(5).await);
        let helper = helper.await;
        items.put(&task, 1);
        task.sleep(10).await;
        items.put(&task, 2);
        task.join(helper).await;
    });
    let producer = producer.await;
    let consumer = main.spawn("consumer", async move |task: Task| {
        for _ in 0..2 {
            let item = queue.get(&task).await;
            task.print(&format!("got {item}")).await;
        }
    });
    let consumer = consumer.await;
    main.join(producer).await;
    main.join(consumer).await;
}

#[test]
fn every_event_of_tasks_that_start_tasks_and_of_a_queue_is_told() {
    let machine = futures(producer_and_consumer);
    let expected = [
        "0 main created by main",
        "0 main started",
        "0 main polled",
        "0 producer created by main",
        "0 producer started",
        "0 consumer created by main",
        "0 consumer started",
        "0 main waiting on producer",
        "0 producer polled",
        "0 helper created by producer",
        "0 helper started",
        "0 producer released queue",
        "0 producer waiting until 10",
        "0 consumer polled",
        "0 consumer acquired queue",
        "0 consumer wrote \"got 1\"",
        "0 consumer wrote \"\\n\"",
        "0 consumer waiting on queue",
        "0 helper polled",
        "0 helper waiting until 5",
        "5 helper woke",
        "5 helper polled",
        "5 helper finished",
        "10 producer woke",
        "10 producer polled",
        "10 producer released queue",
        "10 consumer acquired queue",
        "10 consumer woke",
        "10 producer finished",
        "10 main woke",
        "10 consumer polled",
        "10 consumer wrote \"got 2\"",
        "10 consumer wrote \"\\n\"",
        "10 consumer finished",
        "10 main polled",
        "10 main finished",
        "10 main done",
    ];
    assert_eq!(transcript(&machine), expected);
    assert_eq!(machine.outcome(), Some(Outcome::Done));
}

/// Two tasks that take two locks, each in its own order.
async fn two_locks(main: Task) {
    let [red, blue] = ["red", "blue"].map(|name| lock(&main, name));
    let mut started = Vec::new();
    for (name, first, second) in [("A", red, blue), ("B", blue, red)] {
        let task = main.spawn(name, async move |task: Task| {
            let _first = task.lock(first).await;
            task.checkpoint().await;
            let _second = task.lock(second).await;
        });
        started.push(task.await);
    }
    for task in started {
        main.join(task).await;
    }
    main.print("done").await;
}

#[test]
fn two_locks_in_two_orders_deadlock_in_one_schedule_and_not_in_another() {
    let machine = threads(&[0, 0], two_locks);
    assert_eq!(machine.outcome(), Some(Outcome::Done));
    assert_eq!(machine.log().output(usize::MAX), "done\n");

    // A is interrupted where it holds one lock.
    let machine = threads(&[0, 1], two_locks);
    let [main, a, b] = [0, 1, 2].map(TaskId);
    let [red, blue] = [0, 1].map(ResourceId);
    let stuck = |task, on| Stuck { task, on };
    let expected = [
        stuck(main, On::Task(a)),
        stuck(a, On::Resource(blue)),
        stuck(b, On::Resource(red)),
    ];
    assert_eq!(
        machine.outcome(),
        Some(Outcome::Deadlock(expected.to_vec()))
    );
    let events = transcript(&machine);
    let last = &events[events.len() - 7..];
    let expected = [
        "0 B acquired blue",
        "0 B waiting on red",
        "0 A resumed",
        "0 A waiting on blue",
        "0 main deadlocked",
        "0 A deadlocked",
        "0 B deadlocked",
    ];
    assert_eq!(last, expected);

    let log = machine.log();
    let mut history = History::default();
    let state = history.after(&log, log.len());
    assert_eq!(state.resources[0].holders, [a]);
    assert_eq!(state.resources[0].waiters, [b]);
    assert_eq!(state.resources[1].holders, [b]);
    assert_eq!(state.resources[1].waiters, [a]);
    assert!(state.tasks.iter().all(|task| task.deadlocked));
}

#[test]
fn the_state_after_any_prefix_is_the_same_forward_and_back() {
    let machine = run(Rules::THREADS, &Schedule::Seeded(3), |main| async move {
        let guard = lock(&main, "lock");
        let mut started = Vec::new();
        for number in 0..40_u32 {
            let task = main.spawn(&number.to_string(), async move |task: Task| {
                for round in 0..60 {
                    task.sleep(u64::from(number % 7) + round % 3).await;
                    let _guard = task.lock(guard).await;
                    task.print("x").await;
                }
            });
            started.push(task.await);
        }
        for task in started {
            main.join(task).await;
        }
    });
    let log = machine.log();
    assert!(log.len() > 10_000, "{}", log.len());
    let mut one_by_one = State::before(&log);
    let mut states = vec![one_by_one.clone()];
    for event in log.prefix(usize::MAX) {
        one_by_one.apply(&log, event);
        if one_by_one.events.is_multiple_of(97) {
            states.push(one_by_one.clone());
        }
        let running = one_by_one.tasks.iter();
        let running = running.filter(|task| task.phase == Phase::Running).count();
        assert!(running <= 1, "in an instant one acts after the other");
    }
    let mut history = History::default();
    for state in states.iter().rev().chain(&states) {
        assert_eq!(history.after(&log, state.events), state);
    }
    assert!(one_by_one.done);
    assert!(one_by_one.ready.is_empty());
    assert!(one_by_one.resources[0].holders.is_empty());
    assert_eq!(one_by_one.resources[0].permits, 1);
}

#[test]
fn who_is_ready_is_so_for_a_reason() {
    let machine = threads(&[0, 1], two_locks);
    let log = machine.log();
    let mut history = History::default();
    let phases: Vec<_> = (0..log.len())
        .map(|shown| {
            history
                .after(&log, shown)
                .tasks
                .get(1)
                .map(|task| task.phase)
        })
        .collect();
    for because in [ReadyBecause::Started, ReadyBecause::Preempted] {
        assert!(phases.contains(&Some(Phase::Ready(because))), "{because:?}");
    }
}

#[test]
fn a_run_without_end_is_ended_by_the_bound() {
    let rules = Rules {
        most_events: 1_000,
        ..Rules::FUTURES
    };
    let machine = run(rules, &Schedule::InTurn, |main| async move {
        loop {
            main.sleep(1).await;
        }
    });
    assert_eq!(machine.outcome(), Some(Outcome::Limit));
    assert!((1_000..1_010).contains(&machine.log().len()));
}

#[test]
fn who_computes_keeps_the_one_processor_and_only_that() {
    let program = |main: Task| async move {
        let busy = main
            .spawn("busy", async |task: Task| task.compute(50).await)
            .await;
        let idle = main.spawn("idle", async |task: Task| {
            task.sleep(10).await;
            task.print(&task.now().to_string()).await;
        });
        let idle = idle.await;
        main.join(busy).await;
        main.join(idle).await;
    };
    assert_eq!(futures(program).log().output(usize::MAX), "60\n");
    let machine = run(Rules::THREADS, &Schedule::InTurn, program);
    assert_eq!(machine.log().output(usize::MAX), "10\n");
    let machine = run(Rules::SEQUENTIAL, &Schedule::InTurn, program);
    assert_eq!(machine.log().output(usize::MAX), "60\n");
}

#[test]
fn nothing_is_kept_of_a_run_that_is_only_counted() {
    let mut executor = Executor::new(
        Rules::FUTURES,
        &Schedule::InTurn,
        Log::new(Keep::Nothing),
        producer_and_consumer,
    );
    executor.run_until(u64::MAX, u32::MAX);
    assert_eq!(executor.outcome(), Some(Outcome::Done));
    let log = executor.log();
    assert_eq!((log.len(), log.appended()), (0, 37));
    assert_eq!(log.output(usize::MAX), "");
}
