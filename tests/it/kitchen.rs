//! A second program, which is no summation: tasks that start tasks, a queue, two locks, and
//! a deadlock. Its runs are told whole in `kitchen.json`, for the tests of the pages too.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use interleaved::crossing;
use interleaved::ids::{ResourceId, TaskId};
use interleaved::machine::{Executor, Machine, Outcome, Rules, Stuck, Task};
use interleaved::schedule::Schedule;
use interleaved::trace::{EventKind, History, Log, On, ResourceInfo, ResourceKind};
use serde_json::{Value, json};

const RUNS: &str = "tests/it/kitchen.json";

/// The numbers of the resources, in the order in which the main program makes them.
const OVEN: ResourceId = ResourceId(0);
const BOARD: ResourceId = ResourceId(1);
const ORDERS: ResourceId = ResourceId(2);

/// The orders that have come and that nobody has taken.
type Orders = Rc<RefCell<VecDeque<&'static str>>>;

/// A waiter brings orders, the chef starts a cook for each. The cooks of the pie and of the
/// stew need the oven and the board at the same time, and each begins with another one.
async fn kitchen(main: Task) {
    let resource = |name: &str, kind, permits| {
        let name = name.to_owned();
        main.create_resource(ResourceInfo {
            name,
            kind,
            permits,
        })
    };
    let made = [
        resource("oven", ResourceKind::Lock, 1),
        resource("board", ResourceKind::Lock, 1),
        resource("orders", ResourceKind::Queue, 0),
    ];
    assert_eq!(made, [OVEN, BOARD, ORDERS]);
    let orders = Orders::default();
    let brought = Rc::clone(&orders);
    let waiter = main.spawn("waiter", |task| waiter(task, brought)).await;
    let chef = main.spawn("chef", |task| chef(task, orders)).await;
    main.join(waiter).await;
    main.join(chef).await;
    main.print("closed").await;
}

async fn waiter(task: Task, orders: Orders) {
    for order in ["soup", "pie", "stew"] {
        task.sleep(2).await;
        orders.borrow_mut().push_back(order);
        task.release(ORDERS);
    }
}

async fn chef(task: Task, orders: Orders) {
    let mut cooks = Vec::new();
    for _ in 0..3 {
        task.acquire(ORDERS).await;
        let order = orders.borrow_mut().pop_front();
        let order = order.expect("there is an order for each permit");
        cooks.push(task.spawn(order, move |task| cook(task, order)).await);
    }
    for cook in cooks {
        task.join(cook).await;
    }
}

async fn cook(task: Task, order: &str) {
    match order {
        "soup" => task.sleep(7).await,
        "pie" => prepare(&task, BOARD, OVEN).await,
        _ => prepare(&task, OVEN, BOARD).await,
    }
    // As a program prints that writes each of its arguments.
    for part in [order, " ", "is", " ", "ready", "\n"] {
        task.write(part);
        task.checkpoint().await;
    }
}

async fn prepare(task: &Task, first: ResourceId, second: ResourceId) {
    let _first = task.lock(first).await;
    task.print("begun").await;
    task.sleep(3).await;
    let _second = task.lock(second).await;
    task.sleep(3).await;
}

/// The machines that run it, by name. Each comes to the deadlock, since whoever has one of
/// the two sleeps before it wants the other. By this seed a thread is interrupted as well.
fn machines() -> [(&'static str, Executor); 2] {
    let run = |rules, schedule| {
        let mut machine = Executor::new(rules, &schedule, Log::default(), kitchen);
        while machine.run_until(u64::MAX, 1_000) == 0 {}
        machine
    };
    [
        ("futures", run(Rules::FUTURES, Schedule::InTurn)),
        ("threads", run(Rules::THREADS, Schedule::Seeded(4))),
    ]
}

/// The names of all tasks.
fn tasks(log: &Log) -> Vec<&str> {
    let all = (0..log.task_count() as u32).map(TaskId);
    all.filter_map(|task| log.task_name(task)).collect()
}

/// A run as a page gets to know it: the events as numbers, in the order of `fields`; what
/// has been printed; and the state after no event, after one, and so on.
fn told(machine: &Executor) -> Value {
    let log = machine.log();
    let events: Vec<_> = log
        .prefix(usize::MAX)
        .map(|event| crossing::event(event, 0))
        .collect();
    let fields = events[0].map(|(name, _)| name);
    let events: Vec<_> = events
        .iter()
        .map(|event| event.map(|(_, number)| number as i64))
        .collect();
    let mut history = History::default();
    let states: Vec<Value> = (0..=log.len())
        .map(|shown| crossing::state(history.after(&log, shown), None))
        .map(|state| serde_json::from_str(&state).expect("a state is JSON"))
        .collect();
    let kind = |kind| match kind {
        ResourceKind::Lock => "lock",
        ResourceKind::Semaphore => "semaphore",
        ResourceKind::Queue => "queue",
        ResourceKind::Condition => "condition",
    };
    let resources: Vec<_> = log
        .resources()
        .iter()
        .map(|info| json!({"name": info.name, "kind": kind(info.kind), "permits": info.permits}))
        .collect();
    json!({
        "tasks": tasks(&log),
        "resources": resources,
        "fields": fields,
        "events": events,
        "text": log.output(usize::MAX),
        "states": states,
    })
}

/// All runs, an event and a state a line.
fn file() -> String {
    let mut file = String::from("{\n");
    for (place, (name, machine)) in machines().iter().enumerate() {
        let Value::Object(parts) = told(machine) else {
            unreachable!("a run is told as an object")
        };
        let before = if place > 0 { ",\n" } else { "" };
        let parts: Vec<_> = parts
            .iter()
            .map(|(part, value)| match value {
                Value::Array(items) if items.len() > 10 => {
                    let items: Vec<_> = items.iter().map(|item| format!("\n  {item}")).collect();
                    format!(" {part:?}: [{}\n ]", items.join(","))
                }
                value => format!(" {part:?}: {value}"),
            })
            .collect();
        file.push_str(&format!("{before}{name:?}: {{\n{}\n}}", parts.join(",\n")));
    }
    file + "\n}\n"
}

#[test]
fn its_events_and_the_state_after_each_are_those_that_the_pages_are_tested_with() {
    let known = std::fs::read_to_string(RUNS).unwrap();
    assert!(
        known == file(),
        "{RUNS} isn't what the engine tells: \
         `cargo test -p interleaved kitchen -- --ignored` writes it anew"
    );
}

const PIE: TaskId = TaskId(4);
const STEW: TaskId = TaskId(5);

#[test]
fn each_machine_comes_to_the_deadlock_and_says_who_waits_for_what() {
    for (name, machine) in machines() {
        let stuck = |task, on| Stuck { task, on };
        let expected = [
            stuck(TaskId::MAIN, On::Task(TaskId(2))),
            stuck(TaskId(2), On::Task(PIE)),
            stuck(PIE, On::Resource(OVEN)),
            stuck(STEW, On::Resource(BOARD)),
        ];
        let expected = Outcome::Deadlock(expected.to_vec());
        assert_eq!(machine.outcome(), Some(expected), "{name}");
        let log = machine.log();
        assert_eq!(log.output(usize::MAX), "begun\nbegun\nsoup is ready\n");
        assert_eq!(
            tasks(&log),
            ["main", "waiter", "chef", "soup", "pie", "stew"]
        );
        let mut history = History::default();
        let state = history.after(&log, log.len());
        let held_and_wanted = |resource: ResourceId| {
            let resource = &state.resources[resource.index()];
            (resource.holders.clone(), resource.waiters.clone())
        };
        assert_eq!(held_and_wanted(OVEN), (vec![STEW], vec![PIE]), "{name}");
        assert_eq!(held_and_wanted(BOARD), (vec![PIE], vec![STEW]), "{name}");
        assert_eq!(state.ended, [TaskId(1), TaskId(3)], "{name}");
    }
}

#[test]
fn tasks_appear_during_the_run_each_by_its_maker() {
    for (name, machine) in machines() {
        let log = machine.log();
        let created = log.prefix(usize::MAX).filter_map(|event| match event.kind {
            EventKind::Created { by } => Some((event.at, event.task.0, by.0)),
            _ => None,
        });
        let expected = [
            (0, 0, 0),
            (0, 1, 0),
            (0, 2, 0),
            (2, 3, 2),
            (4, 4, 2),
            (6, 5, 2),
        ];
        assert_eq!(created.collect::<Vec<_>>(), expected, "{name}");
        let mut history = History::default();
        let known = [0, 2, 3, 4, 6].map(|time| {
            let state = history.after(&log, log.count_until(time));
            state.tasks.len()
        });
        assert_eq!(known, [3, 4, 4, 5, 6], "{name}");
    }
}

#[test]
fn only_threads_are_interrupted() {
    for (name, machine) in machines() {
        let log = machine.log();
        let events = log.prefix(usize::MAX);
        let interrupted = events.filter(|event| event.kind == EventKind::Preempted);
        assert_eq!(interrupted.count() > 0, name == "threads");
    }
}

/// Only for a change that is meant.
#[test]
#[ignore = "it writes what the other compares with"]
fn the_file_of_the_runs_is_written_anew() {
    std::fs::write(RUNS, file()).unwrap();
}
