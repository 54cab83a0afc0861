//! Programs with locks and the like, and all their outcomes.

use crate::programs::{LOCK, Row};

const LOCKS: &str = "a = threading.Lock()\nb = threading.Lock()";

pub const LOCKS_AND_THE_LIKE: &[Row] = &[
    // Locks and the like.
    (
        LOCKS,
        &["with a:\n    with b: pass", "with b:\n    with a: pass"],
        "print('end')",
        &["deadlock", "end"],
    ),
    (
        LOCKS,
        &["with a:\n    with b: pass"; 2],
        "print('end')",
        &["end"],
    ),
    (
        LOCKS,
        &["with a:\n    with b: pass", "print(a.acquire(False))"],
        "",
        &["False", "True", "deadlock True"],
    ),
    (
        "a = threading.Lock()",
        &["a.acquire()\na.acquire()"],
        "print('end')",
        &["deadlock"],
    ),
    (
        "a = threading.RLock()\nx = 0",
        &["global x\nwith a:\n    with a: x += 1"; 2],
        "print(x)",
        &["2"],
    ),
    (
        "x = 0\ns = threading.Semaphore(1)",
        &["global x\nwith s: x += 1"; 2],
        "print(x)",
        &["2"],
    ),
    (
        "x = 0\ns = threading.Semaphore(2)",
        &["global x\nwith s: x += 1"; 2],
        "print(x)",
        &["1", "2"],
    ),
    (
        "x = 0\ne = threading.Event()",
        &["global x\nx = 1\ne.set()", "e.wait()\nprint(x)"],
        "",
        &["1"],
    ),
    (
        "x = 0\ne = threading.Event()",
        &["global x\ne.set()\nx = 1", "e.wait()\nprint(x)"],
        "",
        &["0", "1"],
    ),
    (
        "c = threading.Condition()",
        &["with c: c.wait()", "with c: c.notify()"],
        "print('end')",
        &["deadlock", "end"],
    ),
    (
        "c = threading.Condition()\nready = False",
        &[
            "with c:\n    while not ready: c.wait()",
            "global ready\nwith c:\n    ready = True\n    c.notify()",
        ],
        "print('end')",
        &["end"],
    ),
    (
        "b = threading.Barrier(2)\nx = 0",
        &["global x\nx += 1\nb.wait()\nprint(x)", "b.wait()"],
        "",
        &["1"],
    ),
    (
        "import queue\nq = queue.Queue()",
        &["q.put(1)", "q.put(2)", "print(q.get())"],
        "",
        &["1", "2"],
    ),
    (
        "import queue\nq = queue.Queue()",
        &["print(q.empty())", "q.put(1)"],
        "",
        &["False", "True"],
    ),
    // What a lock keeps together, and who gets in all the same.
    (
        LOCK,
        &[
            "global x\nwith lock:\n    x += 1\n    x += 1",
            "print(lock.locked(), x)",
        ],
        "",
        &[
            "False 0", "False 2", "False 1", "True 0", "True 1", "True 2",
        ],
    ),
    (
        LOCK,
        &[
            "global x\nwith lock:\n    x += 1",
            "print(lock.acquire(False))",
        ],
        "print(x)",
        &["deadlock True", "True/1", "False/1"],
    ),
    (
        "x = 0\nlock = threading.Lock()\nlock.acquire()",
        &[
            "global x\nlock.acquire()\nx += 1\nx += 1\nlock.release()",
            "lock.release()",
        ],
        "print(x)",
        &["2"],
    ),
    (
        LOCK,
        &[
            "global x\nlock.acquire()\nx += 1\nx += 1",
            "global x\nif lock.locked():\n    lock.release()\nwith lock: x = x + 5",
        ],
        "print(x)",
        &["2", "5", "6", "7", "deadlock"],
    ),
    (
        "x = {}\nlock = threading.Lock()",
        &["with lock: x['a'] = 1", "with lock: x['b'] = 1"],
        "print(*x)",
        &["a b", "b a"],
    ),
    (
        "x = 0\na, b = threading.Lock(), threading.Lock()",
        &[
            "global x\nwith a:\n    x += 1",
            "global x\nwith b:\n    x += 1",
        ],
        "print(x)",
        &["1", "2"],
    ),
    (
        "x = 0\na, b = threading.Lock(), threading.Lock()",
        &[
            "global x\nwith a:\n    with b:\n        x += 1",
            "global x\nwith b:\n    x += 1",
            "global x\nwith a:\n    x += 1",
        ],
        "print(x)",
        &["2", "3"],
    ),
];
