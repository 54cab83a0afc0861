//! Totals that are cut anywhere, also within a number, and words among them: none is impossible.

use std::fmt::Write as _;

use interleaved::{Doubt, Summation, Verdict, check_log};
use proptest::prelude::*;
use proptest::sample::Index;

/// What a task prints.
fn prints(task: &Summation) -> Vec<String> {
    let mut sum = 0;
    let totals = (task.low..task.high).map(|next| {
        sum += next;
        format!("[{}] total={sum}", task.name)
    });
    totals.collect()
}

/// The writes of a print, which is cut anywhere, and its newline.
fn writes(print: &str, cuts: &[Index]) -> Vec<String> {
    let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(print.len())).collect();
    places.sort_unstable();
    let mut writes = Vec::new();
    let mut from = 0;
    for to in places.into_iter().chain([print.len()]) {
        if to > from {
            writes.push(print[from..to].to_owned());
        }
        from = to;
    }
    writes.push("\n".to_owned());
    writes
}

/// A log of tasks that write in any order, each its own writes in turn.
fn log_of(tasks: &[Summation], cuts: &[Index], turns: &[Index]) -> String {
    let all_writes = |task: &Summation| {
        let prints = prints(task);
        prints
            .iter()
            .flat_map(|print| writes(print, cuts))
            .rev()
            .collect()
    };
    let mut left: Vec<Vec<String>> = tasks.iter().map(all_writes).collect();
    let mut log = String::new();
    for turn in turns {
        let able: Vec<usize> = (0..left.len())
            .filter(|&task| !left[task].is_empty())
            .collect();
        if able.is_empty() {
            let _ = writeln!(log, "Done!!!");
            break;
        }
        log.push_str(&left[able[turn.index(able.len())]].pop().unwrap_or_default());
    }
    log
}

fn tasks() -> impl Strategy<Value = Vec<Summation>> {
    let names = prop::sample::subsequence(vec!["A", "B", "C", "t1", "t12", "1"], 1..4);
    (names, prop::collection::vec((-12_i64..130, 0_i64..4), 3)).prop_map(|(names, ranges)| {
        let task = |(name, (low, steps)): (&str, (i64, i64))| Summation {
            name: name.to_owned(),
            low,
            high: low + steps,
        };
        names.into_iter().zip(ranges).map(task).collect()
    })
}

fn many(most: usize) -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 0..most)
}

#[track_caller]
fn check(log: &str, given: Option<&[Summation]>) {
    let verdict = check_log(log, given).verdict;
    let is_possible = !matches!(verdict, Verdict::Impossible { .. });
    assert!(is_possible, "{log}\n{given:?}\n{verdict:?}");
}

#[test]
fn digits_may_be_anothers() {
    // A's are 10 and 21, the t's 0: of the first one digit comes after the other's text.
    for log in [
        "[A] total=1[t] total=0\n0\n[A] total=21\n",
        "[A] total=1[t] total=00\n\n[A] total=21\n",
    ] {
        check(log, Some(&crate::tasks("A:10:12 t:0:1")));
        let found = check_log(log, None);
        assert_eq!(found.verdict, Verdict::Undecided(Doubt::Pieces), "{log}");
        assert_eq!(found.tasks, [], "{log}");
    }
    // As long as no two prints have met, numbers are whole.
    for log in [
        "[A] total=1\n[A] total=4\n",
        "[A] total=1\n[A] total=4\n[A] total=6[B] total=1\n\n",
    ] {
        let verdict = check_log(log, None).verdict;
        assert!(
            matches!(verdict, Verdict::Impossible { line: 2, .. }),
            "{verdict:?}"
        );
    }
}

#[test]
fn words_and_totals_may_meet_in_brackets() {
    for log in ["[[A] startst1] total=0\n\n", "[t1[B] total] star=39ts\n\n"] {
        check(log, Some(&crate::tasks("A:0:1 B:39:40 t1:0:1")));
    }
    // One that is whole is nobody's all the same.
    let tasks = crate::tasks("A:0:1");
    let verdict = check_log("A starts\n[x] total=0\n", Some(&tasks)).verdict;
    assert!(
        matches!(verdict, Verdict::Impossible { line: 2, .. }),
        "{verdict:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn totals_that_are_cut_anywhere_are_possible(tasks in tasks(), cuts in many(5), turns in many(120)) {
        let log = log_of(&tasks, &cuts, &turns);
        check(&log, Some(&tasks));
        check(&log, None);
    }
}
