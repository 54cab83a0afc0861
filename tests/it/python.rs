//! What a real CPython prints with threads, and the checker's word on it.

use std::process::Command;

use interleaved::{Reason, Summation, Verdict, check_log};

use crate::every_way::every_way;
use crate::handout;

const RUNS: usize = 200;
const RUNS_IN_PIECES: usize = 60;

/// The program of the course, with a print in it. Run unbuffered, a print is two writes
/// or more. It sleeps so briefly, and threads are switched so often, that they write into
/// each other's prints.
const PROGRAM: &str = r#"
import sys, threading, time
sys.setswitchinterval(1e-6)

def sum_up(name, low, high):
    total = 0
    for i in range(low, high):
        total += i
        time.sleep(0.001)
        PRINT

for _ in range(int(sys.argv[1])):
    ranges = [("A", 1, 5), ("B", 5, 10), ("C", 10, 15)]
    threads = [threading.Thread(target=sum_up, args=each) for each in ranges]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("Done!!!")
"#;

/// Prints of several writes: one for each argument, each separator, and the end.
const PRINTS: [&str; 8] = [
    "print(f'[{name}] total =', total)",
    "print(f'[{name}]', 'total=%d' % total)",
    "print(f'[{name}]', 'total =', total)",
    "print(f'[{name}]', 'total', '=', total)",
    "print('[', name, '] total=', total, sep='')",
    "print('[' + name, '] total =', total, sep='')",
    "print(f'[{name}] total=', end=''); print(total)",
    "print(f'[{name}]', end=' '); print('total =', end=' '); print(total)",
];

/// Logs of such prints, by CPython 3.11.
const IN_PIECES: [&str; 4] = [
    // print(f'[{name}] total =', total)
    "\
[A] total = 1
[B] total =[C] total = 10
\x205
[A] total =[B] total = 11
\x20[C] total = 21
3
[C] total =[B] total = 33
\x2018
[A] total = 6
[C] total = 46
[B] total = 26
[A] total = 10
[B] total = 35
[C] total = 60
Done!!!
",
    // print(f'[{name}]', 'total =', total)
    "\
[A][B] total = 5
\x20total = [C] total = 10
1
[B] total = 11
[C] [A] total = 3
total = 21
[A][C] total = 33
[B] total = 18
\x20total = 6
[B] total = 26
[A] total = 10
[C] total = 46
[B] total = 35
[C] total = 60
Done!!!
",
    // print('[', name, '] total=', total, sep='')
    "\
[[C] total=10
B] total=5
[A] total=[C] total=21
1
[B] total=11
[[A] total=3
B] total=18
[C] total=33
[[A] total=6
C] total=46
[B] total=26
[B] total=35
[C] total=60
[A] total=10
Done!!!
",
    // print('[', name, '] total=', total, sep='')
    "\
[A] total=[B1
] total=5[
C] total=10
[[B] total=A[] total=C113] total=

21
[[A] total=6
[C] total=33
B] total=18
[C] total=46
[B] total=26
[A] total=10
[[B] total=35
C] total=60
Done!!!
",
];

/// The logs of all runs; none where there is no Python.
fn logs(print: &str, runs: usize) -> Option<Vec<String>> {
    let python = |args: &[&str]| Command::new("python3").args(args).output();
    if !python(&["--version"]).is_ok_and(|output| output.status.success()) {
        println!("python3 is not installed, so no log of its threads is checked.");
        return None;
    }
    let program = PROGRAM.replace("PRINT", print);
    let output = python(&["-u", "-c", &program, &runs.to_string()]).unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    // On Windows a newline is two characters, in one write.
    let text = text.replace("\r\n", "\n");
    let logs: Vec<_> = text
        .split_inclusive("Done!!!\n")
        .map(str::to_owned)
        .collect();
    assert_eq!(logs.len(), runs);
    Some(logs)
}

#[track_caller]
fn refused(log: &str, tasks: &[Summation]) -> (usize, Reason) {
    match check_log(log, Some(tasks)).verdict {
        Verdict::Impossible { line, reason } => (line, reason),
        verdict => panic!("{verdict:?} of\n{log}"),
    }
}

#[test]
fn what_cpythons_threads_print_is_possible_and_what_they_cant_is_not() {
    let Some(logs) = logs("print(f'[{name}] total={total}')", RUNS) else {
        return;
    };
    let tasks = handout().tasks;
    let mut torn = 0;
    for log in &logs {
        for given in [None, Some(tasks.as_slice())] {
            let found = check_log(log, given);
            let impossible = matches!(found.verdict, Verdict::Impossible { .. });
            assert!(!impossible, "{:?} of\n{log}", found.verdict);
            assert_eq!(found.lost, 0, "{log}");
            let mut found = found.tasks;
            found.sort_by(|a, b| a.name.cmp(&b.name));
            assert_eq!(found, *tasks);
        }
        torn += usize::from(check_log(log, None).torn > 0);
        lines_are_missed(log, &tasks);
        two_lines_of_a_task_are_in_the_wrong_order(log, &tasks);
        a_newline_is_before_its_text(log, &tasks);
    }
    println!("{torn} of {RUNS} runs have torn lines.");
}

#[test]
fn however_cpythons_prints_are_cut_they_are_possible() {
    let tasks = handout().tasks;
    for print in PRINTS {
        let Some(logs) = logs(print, RUNS_IN_PIECES) else {
            return;
        };
        let mut torn = 0;
        for log in &logs {
            is_possible(log, &tasks);
            torn += usize::from(check_log(log, Some(&tasks)).torn > 0);
        }
        println!("{torn} of {RUNS_IN_PIECES} runs have torn lines: {print}");
    }
    for log in IN_PIECES {
        is_possible(log, &tasks);
        assert_eq!(check_log(log, Some(&tasks)).verdict, Verdict::Threads);
    }
}

#[track_caller]
fn is_possible(log: &str, tasks: &[Summation]) {
    let found = check_log(log, Some(tasks));
    let is_decided = !matches!(
        found.verdict,
        Verdict::Impossible { .. } | Verdict::Undecided(_)
    );
    assert!(
        is_decided && found.lost == 0,
        "{:?} of\n{log}",
        found.verdict
    );
    // Each character that is no space is somebody's, but for the last line's.
    let written = found
        .writes
        .iter()
        .map(|written| &log[written.range.clone()]);
    let seen = |text: &str| text.chars().filter(|&char| char != ' ').count();
    let all = seen(log.strip_suffix("Done!!!\n").unwrap_or(log));
    assert_eq!(written.map(seen).sum::<usize>(), all, "{log}");
    // Without the tasks no others are made up.
    let alone = check_log(log, None);
    assert!(
        !matches!(alone.verdict, Verdict::Impossible { .. }),
        "{log}"
    );
    let is_known = |task: &Summation| tasks.contains(task);
    assert!(
        alone.tasks.iter().all(is_known),
        "{:?} of\n{log}",
        alone.tasks
    );
}

/// Without any one of its lines that have a text.
fn lines_are_missed(log: &str, tasks: &[Summation]) {
    let lines: Vec<&str> = log.split_inclusive('\n').collect();
    for (missed, line) in lines.iter().enumerate() {
        if line.starts_with('[') {
            let rest = [&lines[..missed], &lines[missed + 1..]].concat().concat();
            let (line, _) = refused(&rest, tasks);
            assert_eq!(Err(line), every_way(&rest, tasks), "{rest}");
        }
    }
}

/// With each two neighbouring totals of a task in each other's place.
fn two_lines_of_a_task_are_in_the_wrong_order(log: &str, tasks: &[Summation]) {
    for task in tasks {
        let mut sum = 0;
        let text = |total| format!("[{}] total={total}", task.name);
        let totals = (task.low..task.high).map(|next| {
            sum += i128::from(next);
            sum
        });
        let totals: Vec<_> = totals.collect();
        for pair in totals.windows(2) {
            let (first, second) = (text(pair[0]), text(pair[1]));
            // No total here is the beginning of another, but at the end of its text.
            let changed = swap(log, &first, &second);
            let at = log.find(&first).unwrap();
            let line = log[..at].matches('\n').count() + 1;
            let reason = Reason::WrongTotal {
                task: task.name.clone(),
                found: pair[1],
                expected: Some(pair[0]),
            };
            assert_eq!(refused(&changed, tasks), (line, reason), "{changed}");
        }
    }
}

fn swap(log: &str, first: &str, second: &str) -> String {
    let before = log.find(first).unwrap();
    let between = before + first.len() + log[before + first.len()..].find(second).unwrap();
    let after = between + second.len();
    let middle = &log[before + first.len()..between];
    format!("{}{second}{middle}{first}{}", &log[..before], &log[after..])
}

/// With the newline of any line before its text, where no other text waits for one.
fn a_newline_is_before_its_text(log: &str, tasks: &[Summation]) {
    let mut start = 0;
    let mut texts = 0;
    for (index, line) in log.split_inclusive('\n').enumerate() {
        let alone = texts == index && line.matches('[').count() == 1;
        if alone {
            let end = start + line.len();
            let text = line.trim_end();
            let changed = format!("{}\n{text}{}", &log[..start], &log[end..]);
            let expected = (index + 1, Reason::NoText);
            assert_eq!(refused(&changed, tasks), expected, "{changed}");
        }
        start += line.len();
        texts += line.matches('[').count();
    }
}
