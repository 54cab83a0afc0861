//! What a program can't have here is said before it runs, all of it at once.

use interleaved_python::driver::{Options, Outcome};
use interleaved_python::refusal::{Language, refusals};
use interleaved_python::runner::run;

#[track_caller]
fn check(program: &str, expected: &[(u32, &str)]) {
    let found = refusals(program);
    let found: Vec<(u32, &str)> = found.iter().map(|r| (r.line, r.word.as_str())).collect();
    assert_eq!(found, expected, "{program}");
}

#[test]
fn modules_are_refused_wherever_they_are_imported() {
    check(
        "import socket, time\nimport numpy as np\n",
        &[(1, "socket"), (2, "numpy")],
    );
    check(
        "def f():\n    from http.server import HTTPServer\n    import os.path\n",
        &[(2, "http.server")],
    );
    check(
        "from concurrent.futures import ProcessPoolExecutor\n",
        &[(1, "ProcessPoolExecutor")],
    );
    check(
        "import concurrent.futures as cf\nwith cf.ProcessPoolExecutor() as pool: pass\n",
        &[(2, "ProcessPoolExecutor")],
    );
}

#[test]
fn what_the_program_has_itself_or_can_do_without_is_not_refused() {
    check("open('f')\n", &[]);
    check(
        "try:\n    import numpy\nexcept ImportError:\n    numpy = None\n",
        &[],
    );
    check(
        "try:\n    import numpy\nexcept ValueError:\n    pass\n",
        &[(2, "numpy")],
    );
    // Python itself says that there is no such module, and that this is no program.
    check("import nosuchmodule\n", &[]);
    // Philosophers have forks of their own.
    check("class P:\n    def eat(self): self.fork.acquire()\n", &[]);
    check("import os\nos.fork()\n", &[(2, "fork")]);
    check(
        "import weakref\nclass A:\n    def __del__(self): pass\n",
        &[(1, "weakref"), (3, "__del__")],
    );
    check("import socket import\n", &[]);
    check(
        "import sched, email.message, webbrowser, lzma\n",
        &[
            (1, "sched"),
            (1, "email.message"),
            (1, "webbrowser"),
            (1, "lzma"),
        ],
    );
    check(
        "import threading, queue, asyncio, logging, concurrent.futures\n",
        &[],
    );
}

#[test]
fn both_languages_say_line_name_and_reason() {
    let found = refusals("\nimport multiprocessing\n");
    assert_eq!(
        found[0].text(Language::English),
        "line 2: `multiprocessing` is not available here: programs here are one process"
    );
    assert_eq!(
        found[0].text(Language::Korean),
        "2행: `multiprocessing`: 여기서는 쓸 수 없습니다. 여기의 프로그램은 프로세스 하나로 실행됩니다."
    );
}

#[test]
fn a_refused_program_does_not_run_at_all() {
    let run = run(
        "print('begins')\nimport tkinter\n",
        Options::default(),
        |_, _| (),
    );
    assert_eq!((run.output.as_str(), run.status), ("", 2));
    assert!(matches!(run.outcome, Outcome::Refused(refusals) if refusals.len() == 1));
}
