//! Prints of totals and of other words, all of them cut anywhere: none is impossible.

use std::fmt::Write as _;

use interleaved::{Doubt, Summation, Verdict, check_log};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;

/// What tasks say besides their totals: before, between and after them.
const WORDS: [&str; 5] = ["starts", "step", "ends", "is at 5", "waits..."];

/// What a task prints: totals, and where an index tells so words as well.
fn prints(task: &Summation, words: &[Index]) -> Vec<String> {
    let mut sum = 0;
    let mut prints = Vec::new();
    for (step, next) in (task.low..task.high).enumerate() {
        if let Some(word) = words.get(step) {
            prints.push(format!(
                "[{}] {}",
                task.name,
                WORDS[word.index(WORDS.len())]
            ));
        }
        sum += next;
        prints.push(format!("[{}] total={sum}", task.name));
    }
    prints
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
fn log_of(tasks: &[Summation], words: &[Index], cuts: &[Index], turns: &[Index]) -> String {
    let mut left: Vec<Vec<String>> = tasks
        .iter()
        .enumerate()
        .map(|(place, task)| {
            let own = &words[place.min(words.len())..];
            let all = prints(task, own);
            all.iter()
                .flat_map(|print| writes(print, cuts))
                .rev()
                .collect()
        })
        .collect();
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
    // Words that are nothing but a part of what stands in brackets.
    check(
        "[C][ ends1] tot\n[C] tal=13otal=63\n\n[[C] t1] tototaal=27l=127\n[1] total=42\n\n[C] total=192\nDone!!!\n",
        Some(&crate::tasks("C:63:66 1:13:16")),
    );
    // One that is whole is nobody's all the same.
    let tasks = crate::tasks("A:0:1");
    let verdict = check_log("A starts\n[x] total=0\n", Some(&tasks)).verdict;
    assert!(
        matches!(verdict, Verdict::Impossible { line: 2, .. }),
        "{verdict:?}"
    );
}

#[test]
fn only_words_in_pieces_leave_a_doubt() {
    let given = crate::tasks("A:1:3 B:5:7");
    for log in [
        // The 4 may be another's.
        "A start[A] total=4s\n\n",
        "[A] is at[ 5B] step\n\n[A] total=4\n",
    ] {
        let verdict = check_log(log, Some(&given)).verdict;
        assert_eq!(verdict, Verdict::Undecided(Doubt::TooTangled), "{log}");
        let alone = check_log(log, None);
        assert!(
            !matches!(alone.verdict, Verdict::Impossible { .. }),
            "{log}"
        );
    }
    for (log, at) in [
        ("A starts\n[A] total=4\n", 2),
        ("12:00:01 [A] total=1\n12:00:02 [A] total=4\n", 2),
        ("[A] total=1 # the first\n[A] total=4\n", 2),
        // Both have met, and both are whole.
        ("[A] total=1[B] starts\n\n[A] total=4\n", 3),
    ] {
        let verdict = check_log(log, Some(&given)).verdict;
        let is_meant = matches!(verdict, Verdict::Impossible { line, .. } if line == at);
        assert!(is_meant, "{log}\n{verdict:?}");
    }
}

proptest! {
    // The same cases at each run: the fuzzers are those that look further.
    #![proptest_config(ProptestConfig { cases: 2_000, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn totals_that_are_cut_anywhere_are_possible(tasks in tasks(), cuts in many(5), turns in many(120)) {
        let log = log_of(&tasks, &[], &cuts, &turns);
        check(&log, Some(&tasks));
        check(&log, None);
    }

    #[test]
    fn totals_and_words_that_are_cut_anywhere_are_possible(tasks in tasks(), words in many(6), cuts in many(5), turns in many(120)) {
        let log = log_of(&tasks, &words, &cuts, &turns);
        check(&log, Some(&tasks));
        check(&log, None);
    }
}
