//! Programs whose threads race. What CPython printed, unbuffered, in sixty runs of each
//! stands beside it in `tests/races`: some schedule here prints each of it. And nothing
//! that a schedule here prints is impossible there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use interleaved_python::driver::{Options, Outcome, Switch};
use interleaved_python::explore::{Limits, Search};
use interleaved_python::runner::run;

/// So many schedules are tried.
const SEEDS: u32 = 4000;

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/races");
    fs::read_to_string(folder.join(name)).expect("the file is there")
}

/// What CPython printed in its runs, each text once.
fn recorded(name: &str) -> BTreeSet<String> {
    let record = read(&format!("{name}.out"));
    let texts = record.split("--- ").filter(|part| !part.is_empty());
    texts
        .map(|part| part.split_once('\n').expect("a line of its own").1.into())
        .collect()
}

fn printed(program: &str, seed: u32) -> String {
    let options = Options {
        seed,
        switch: Switch::Gil,
        ..Options::default()
    };
    let run = run(program, options, |_, _| ());
    assert_eq!(run.outcome, Outcome::Done, "{}", run.errors);
    run.output
}

#[track_caller]
fn check(name: &str, is_possible: impl Fn(&str) -> bool) {
    let program = read(&format!("{name}.py"));
    let mut missing = recorded(name);
    assert!(missing.iter().all(|text| is_possible(text)), "{missing:?}");
    for seed in 1..SEEDS {
        let output = printed(&program, seed);
        assert!(is_possible(&output), "seed {seed}: {output:?}");
        missing.remove(&output);
        // What is possible is looked at a while longer.
        if missing.is_empty() && seed >= 100 {
            return;
        }
    }
    panic!("no schedule prints {missing:?}");
}

/// Whether a text is what several threads have written, each in its order.
fn is_woven(text: &str, threads: &[&[&str]]) -> bool {
    let mut states = BTreeSet::from([vec![0; threads.len()]]);
    let mut done = BTreeSet::new();
    while let Some(state) = states.pop_first() {
        let written = |state: &[usize]| -> usize {
            let parts = threads.iter().zip(state);
            parts
                .map(|(t, &n)| t[..n].iter().map(|part| part.len()).sum::<usize>())
                .sum()
        };
        let rest = &text[written(&state)..];
        if rest.is_empty() && threads.iter().zip(&state).all(|(t, &n)| n == t.len()) {
            return true;
        }
        for (number, thread) in threads.iter().enumerate() {
            let next = thread.get(state[number]);
            if next.is_some_and(|part| rest.starts_with(part)) {
                let mut state = state.clone();
                state[number] += 1;
                if done.insert(state.clone()) {
                    states.insert(state);
                }
            }
        }
    }
    false
}

#[test]
fn words_of_two_threads() {
    let a = ["a", " ", "0", "\n", "a", " ", "1", "\n"];
    let b = ["b", " ", "0", "\n", "b", " ", "1", "\n"];
    check("words", |text| {
        let both = text.strip_suffix("end\n");
        both.is_some_and(|text| is_woven(text, &[&a, &b]))
    });
}

#[test]
fn the_main_thread_and_another() {
    let (thread, main) = (["Subthread", " ", "4950", "\n"], ["Main Thread", "\n"]);
    check("main_and_thread", |text| is_woven(text, &[&thread, &main]));
}

#[test]
fn updates_that_get_lost() {
    check("lost_updates", |text| {
        text.trim_end()
            .parse()
            .is_ok_and(|total: u32| (2..=9).contains(&total))
    });
}

#[test]
fn threads_that_wake_at_once() {
    check("order_of_ends", |text| {
        let mut names: Vec<char> = text.trim_end().chars().collect();
        names.sort_unstable();
        names == ['a', 'b', 'c']
    });
}

#[test]
fn jobs_of_a_pool() {
    let (first, second) = (["job", " ", "0", "\n"], ["job", " ", "1", "\n"]);
    check("pool_prints", |text| {
        let both = text.strip_suffix("[0, 1]\n");
        both.is_some_and(|text| is_woven(text, &[&first, &second]))
    });
}

/// A search comes to what CPython has printed, at the latest when it has gone through all
/// schedules.
#[test]
fn what_was_recorded_is_found_by_a_search() {
    for name in [
        "lost_updates",
        "main_and_thread",
        "order_of_ends",
        "pool_prints",
    ] {
        let options = Options {
            switch: Switch::Gil,
            ..Options::default()
        };
        let mut search = Search::new(&read(&format!("{name}.py")), options, Limits::default());
        let mut missing = recorded(name);
        while search.go_on(200) && !missing.is_empty() {
            for ending in &search.found.outcomes {
                missing.remove(&ending.output);
            }
        }
        for ending in &search.found.outcomes {
            missing.remove(&ending.output);
        }
        assert_eq!(missing, BTreeSet::new(), "{name}");
    }
}
