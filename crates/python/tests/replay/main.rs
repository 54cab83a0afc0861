//! Runs that are gone through in both directions.

mod looks;
mod playback;
mod steps;
mod there_and_back;

use interleaved_python::driver::{Options, Switch};
use interleaved_python::replay::{Budget, Look, Replay};

const HANDOUT: &str = include_str!("../handout/threads.py");
const SEQUENTIAL: &str = include_str!("../handout/sequential.py");

const DEADLOCK: &str = "
import threading, time
left, right = threading.Lock(), threading.Lock()
def take(first, second):
    with first:
        time.sleep(1)
        with second:
            print('both')
a = threading.Thread(target=take, args=(left, right), name='A')
b = threading.Thread(target=take, args=(right, left), name='B')
a.start(); b.start()
a.join(); b.join()
";

const QUEUE: &str = "
import queue, threading, time
q = queue.Queue(2)
seen = []
def produce():
    for n in range(5):
        q.put(n)
    q.put(None)
def consume():
    while (item := q.get()) is not None:
        time.sleep(0.1)
        seen.append(item)
threads = [threading.Thread(target=f) for f in (produce, consume)]
for t in threads: t.start()
for t in threads: t.join()
print(seen)
";

const COUNTER: &str = "
import threading
class Counter:
    def __init__(self):
        self.value = 0
    def add(self, n):
        before = self.value
        self.value = before + n
counter = Counter()
def work():
    for n in range(3):
        counter.add(n)
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(counter.value)
";

/// Options with a seed.
fn seeded(seed: u32, switch: Switch) -> Options {
    Options {
        seed,
        switch,
        ..Options::default()
    }
}

/// A run that has run to its end, of which nothing is shown.
fn whole(program: &str, options: Options) -> Replay {
    let mut replay = Replay::new(program, options);
    replay.run_ahead(&mut Budget(u64::MAX));
    assert!(replay.is_known());
    replay
}

/// What there is to be seen after so many events, but for what has changed.
fn look_at(replay: &mut Replay, events: usize) -> Look {
    replay.show_events(events);
    assert!(replay.catch_up(&mut Budget(u64::MAX)));
    let mut look = replay.look();
    let frames = look.threads.iter_mut().flat_map(|it| &mut it.frames);
    let variables = frames.flat_map(|frame| &mut frame.variables);
    for seen in variables.chain(&mut look.globals) {
        seen.changed = false;
    }
    look
}

/// `name=text` of each variable of a thread's innermost call.
fn locals(look: &Look, thread: usize) -> Vec<String> {
    let frame = look.threads.get(thread).and_then(|it| it.frames.last());
    let variables = frame.map_or(&[][..], |frame| &frame.variables);
    let texts = variables.iter().map(|seen| &seen.variable);
    texts.map(|it| format!("{}={}", it.name, it.text)).collect()
}

/// The value of a global variable.
fn global<'a>(look: &'a Look, name: &str) -> Option<&'a str> {
    let mut globals = look.globals.iter().map(|seen| &seen.variable);
    let found = globals.find(|variable| &*variable.name == name);
    found.map(|variable| variable.text.as_str())
}
