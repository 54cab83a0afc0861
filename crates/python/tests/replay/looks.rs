use interleaved_python::replay::{Does, Stuck};

use super::*;

const SECOND: u64 = 1_000_000_000;

fn at_time(replay: &mut Replay, time: u64) -> Look {
    replay.show_until(time);
    assert!(replay.catch_up(&mut Budget(u64::MAX)));
    replay.look()
}

#[test]
fn the_handouts_threads_have_their_values_at_each_moment() {
    let mut replay = whole(HANDOUT, Options::default());
    assert_eq!(replay.duration() / SECOND, 5);
    for seconds in [2, 4, 1, 3, 0] {
        let look = at_time(&mut replay, seconds * SECOND + SECOND / 2);
        let names: Vec<_> = look.threads.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["MainThread", "Thread-1", "Thread-2", "Thread-3"]);
        assert!(matches!(look.threads[0].state, Does::Joining(1, None)) || seconds == 4);
        for (thread, name, low, high) in [(1, "A", 1, 5), (2, "B", 5, 10), (3, "C", 10, 15)] {
            let i = low + seconds;
            if i >= high {
                assert_eq!(look.threads[thread].state, Does::Ended);
                assert!(look.threads[thread].frames.is_empty());
                continue;
            }
            let until = match look.threads[thread].state {
                Does::Sleeping(until) => until,
                other => panic!("it sleeps, {other:?}"),
            };
            assert_eq!(until / SECOND, seconds + 1);
            let total: u64 = (low..=i).sum();
            assert_eq!(
                locals(&look, thread),
                [
                    format!("name='{name}'"),
                    format!("low={low}"),
                    format!("high={high}"),
                    format!("total={total}"),
                    format!("i={i}")
                ]
            );
            let frames = look.threads[thread].frames.iter();
            let calls: Vec<_> = frames.map(|it| (it.function.as_str(), it.line)).collect();
            assert_eq!(calls, [("run", 22), ("sum", 10)]);
        }
        assert!(look.ended.is_none());
    }
    let count = replay.log().len();
    let end = look_at(&mut replay, count);
    assert_eq!(end.ended.map(|ended| ended.kind), Some("done"));
}

#[test]
fn the_first_program_is_one_thread() {
    let mut replay = whole(SEQUENTIAL, Options::default());
    let look = at_time(&mut replay, 4 * SECOND + SECOND / 2);
    assert_eq!(look.threads.len(), 1);
    assert_eq!(
        locals(&look, 0),
        ["name='B'", "low=5", "high=10", "total=5", "i=5"]
    );
    assert_eq!(replay.duration() / SECOND, 14);
}

#[test]
fn a_deadlock_is_a_circle() {
    let mut replay = whole(DEADLOCK, Options::default());
    let count = replay.log().len();
    let look = look_at(&mut replay, count);
    let named: Vec<_> = look
        .resources
        .iter()
        .map(|it| (it.index, it.name.as_deref()))
        .collect();
    let number = |name: &str| {
        let found = named.iter().find(|it| it.1 == Some(name));
        found.map(|it| it.0).expect("it is named")
    };
    let (left, right) = (number("left"), number("right"));
    assert_eq!(look.threads[1].holds, [left]);
    assert_eq!(look.threads[2].holds, [right]);
    let ended = look.ended.expect("it is the end");
    assert_eq!(ended.kind, "deadlock");
    let stuck = |thread, resource, task, holder, line| Stuck {
        thread,
        resource,
        task,
        holder,
        line: Some(line),
    };
    assert_eq!(
        ended.waits,
        [
            stuck(0, None, Some(1), None, 12),
            stuck(1, Some(right), None, Some(2), 7),
            stuck(2, Some(left), None, Some(1), 7),
        ]
    );
    // Before the last of them waits, there is a moment of which that isn't true.
    let look = at_time(&mut replay, SECOND / 2);
    let lock = look
        .resources
        .iter()
        .find(|it| it.name.as_deref() == Some("left"));
    let lock = lock.expect("it is there");
    assert_eq!((lock.holder, lock.line), (Some(1), Some(5)));
    assert!(lock.waiters.is_empty());
}

#[test]
fn a_queue_shows_what_is_in_it_and_who_waits() {
    let mut replay = whole(QUEUE, Options::default());
    let look = at_time(&mut replay, SECOND / 20);
    let queues = look.resources.iter().filter(|it| it.kind == "Queue");
    let queues: Vec<_> = queues.collect();
    assert_eq!(queues.len(), 1, "its parts are no resources of their own");
    let queue = queues[0];
    assert_eq!(queue.name.as_deref(), Some("q"));
    let contents: Vec<_> = queue
        .contents
        .iter()
        .flatten()
        .map(String::as_str)
        .collect();
    assert_eq!(contents, ["1", "2"]);
    assert_eq!(queue.waiters, [1]);
    assert_eq!(look.threads[1].state, Does::Waiting(queue.index, None));
}

#[test]
fn who_waits_for_a_lock_stands_in_order() {
    let program = "
import threading, time
class Gate:
    def __init__(self):
        self.lock = threading.Lock()
gate = Gate()
def enter():
    with gate.lock:
        time.sleep(1)
for n in range(4):
    threading.Thread(target=enter, name=f'T{n}').start()
    time.sleep(0.01)
";
    let mut replay = whole(program, Options::default());
    let waiters = |replay: &mut Replay, time| {
        let look = at_time(replay, time);
        let lock = look
            .resources
            .iter()
            .find(|it| it.name.as_deref() == Some("gate.lock"));
        let lock = lock.expect("it is named by the way there").clone();
        (lock.holder, lock.waiters)
    };
    assert_eq!(waiters(&mut replay, 5 * SECOND / 2), (Some(3), vec![4]));
    assert_eq!(waiters(&mut replay, SECOND / 2), (Some(1), vec![2, 3, 4]));
}

#[test]
fn what_two_threads_can_reach_is_shared() {
    let program = "
import threading, time
def work(own, both):
    time.sleep(1)
def start():
    both = []
    threads = [threading.Thread(target=work, args=([], both)) for _ in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
start()
";
    let mut replay = whole(program, Options::default());
    let look = at_time(&mut replay, SECOND / 2);
    let variables = &look.threads[1].frames[0].variables;
    let object = |name: &str| {
        let found = variables.iter().find(|seen| &*seen.variable.name == name);
        found
            .and_then(|seen| seen.variable.object)
            .expect("an object")
    };
    assert!(look.shared.contains(&object("both")));
    assert!(!look.shared.contains(&object("own")));
    assert_eq!(replay.at().parts(object("both")), []);
}

#[test]
fn what_has_changed_since_the_last_look_is_marked() {
    let mut replay = whole(
        "x = 1\nprint(x)\nx = 2\ny = [x]\nprint(x)\ny.append(3)\nprint(y)\n",
        Options::default(),
    );
    let log = replay.log();
    let writes: Vec<_> = (0..log.len())
        .filter(|&event| matches!(log.get(event), Some(it) if it.kind.name() == "wrote"))
        .collect();
    let mut changed = |event: usize| {
        replay.show_events(event + 1);
        assert!(replay.catch_up(&mut Budget(u64::MAX)));
        let look = replay.look();
        let globals = look.globals.iter().filter(|seen| seen.changed);
        globals
            .map(|seen| seen.variable.name.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(changed(writes[0]), [""; 0]);
    assert_eq!(changed(writes[1]), [""; 0]);
    assert_eq!(changed(writes[2]), ["x", "y"]);
    assert_eq!(changed(writes[2]), ["x", "y"], "the same moment once more");
    assert_eq!(changed(writes[4]), ["y"]);
}

#[test]
fn the_line_of_an_error_is_told() {
    for (program, line) in [
        ("def f(n):\n    return 1 / n\n\nf(0)\n", 2),
        ("x = 1\nif x\n    pass\n", 2),
        ("import threading\nx = 1\nraise ValueError(x)\n", 3),
    ] {
        let mut replay = whole(program, Options::default());
        let count = replay.log().len();
        let ended = look_at(&mut replay, count).ended.expect("the end");
        assert_eq!((ended.kind, ended.line), ("raised", Some(line)));
    }
}
