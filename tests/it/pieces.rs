//! Prints of several writes: texts in pieces, between which others wrote.

use std::collections::BTreeSet;

use interleaved::{Check, Doubt, Reason, Summation, Verdict, Write, check_log};
use proptest::prelude::*;

use crate::tasks;

/// `print("[A] total =", total)` of two threads.
const TORN: &str = "[A][B] total = 5\n total = 1\n[A] total = 3\n[B] total = 11\nDone!\n";

#[track_caller]
fn check(log: &str, given: &str) -> Check {
    check_log(log, Some(&tasks(given)))
}

/// The pieces of a log: whose each is, what it is, and its words.
fn written<'a>(log: &'a str, found: &'a Check) -> Vec<(&'a str, Write, &'a str)> {
    let of = |written: &interleaved::Written| {
        let name = &*found.tasks[written.task].name;
        (name, written.write, &log[written.range.clone()])
    };
    found.writes.iter().map(of).collect()
}

#[test]
fn a_text_in_pieces_is_torn_and_not_impossible() {
    let found = check(TORN, "A:1:3 B:5:7");
    assert_eq!(
        (&found.verdict, found.torn, found.lost),
        (&Verdict::Threads, 1, 0)
    );
    assert_eq!(
        written(TORN, &found)[..6],
        [
            ("A", Write::Part, "[A]"),
            ("B", Write::Total(5), "[B] total = 5"),
            ("B", Write::Newline, "\n"),
            ("A", Write::Total(1), "total = 1"),
            ("A", Write::Newline, "\n"),
            ("A", Write::Total(3), "[A] total = 3"),
        ]
    );
}

#[test]
fn the_end_of_a_text_may_look_like_anothers() {
    // Of the third task: its name is a bracket, and its total follows another's name.
    let log = "[[][A[a1] total=1\n";
    let found = check(log, "A:0:1 a1:0:1 [:1:2");
    assert_eq!(
        (&found.verdict, found.torn),
        (&Verdict::Threads, 1),
        "{log}"
    );
}

#[test]
fn a_name_in_two_pieces_makes_no_words() {
    // CPython printed it: three threads that call print("[" + name, "] total =", total, sep="").
    let log = "[A] total =1\n[B] total =5\n[C] total =10\n[B[A] total =3\n] total =11\n\
        [C] total =21\n[B] total =[A18\n] total =6[C] total =\n33\n[B] total =26\n\
        [A[C] total =] total =10\n46\n[C[B] total =35\n] total =60\nDone!!!\n";
    let found = check(log, "A:1:5 B:5:10 C:10:15");
    assert_eq!((found.verdict, found.lost), (Verdict::Threads, 0));
}

#[test]
fn without_tasks_none_are_invented() {
    for log in [
        TORN,
        "[A][B] total = 5\n total = 1\n[B] total = 11\n",
        "[A] total =[B] total = 5\n 1\n",
        "[[AB] total=] total=15\n\n",
        "[A] total = [B] total = 15\n\n[A] total = 3\n",
        "[a[0]] total=1\n[[a] total=46\na[1]] total=26\n",
        // CPython printed it: the last texts of B and C are in each other.
        "[B] total=26\n[C] total=46\n[C[] total=B60\n] total=35\nDone!!!\n",
    ] {
        let found = check_log(log, None);
        assert_eq!(found.verdict, Verdict::Undecided(Doubt::Pieces), "{log}");
        assert_eq!((found.tasks, found.writes), (vec![], vec![]), "{log}");
    }
    // What has the look of a piece and is none.
    for log in [
        "[A] total=1\n5\n[A] total=3\n",
        "[A]\n[A] total=1\n",
        "[A] total=1\ntotal = 166\n",
        "=====\n[A] total=1\n",
    ] {
        assert_eq!(check_log(log, None).verdict, Verdict::Sequential, "{log}");
    }
}

#[test]
fn however_the_prints_are_cut() {
    for log in [
        // print("[A]", "total=%d" % total), and with three arguments.
        "[A] [B] total=1\ntotal=5\n",
        "[A][B]  total =total = 1 5\n\n",
        "[A][B] total = total = 15\n\n",
        // sep="": "[", name, "] total=", total
        "[[BA] total=] total=51\n\n",
        "[[AB] total=1] total=5\n\n",
        // Character by character.
        "[[AB]] ttoottaall==15\n\n",
        "[[AB]t] total=otal=1\n5\n",
    ] {
        let found = check(log, "A:1:2 B:5:6");
        assert_eq!((found.verdict, found.lost), (Verdict::Threads, 0), "{log}");
    }
    // A name in two arguments, and numbers that begin alike.
    let log = "[task[task12] total=1] total=11\n\n";
    assert_eq!(
        check(log, "task1:1:2 task2:11:12").verdict,
        Verdict::Threads
    );
    let log = "[A] total=[B] total=1[C] total=1\n11\n1\n";
    assert_eq!(
        check(log, "A:1:2 B:11:12 C:11:12").verdict,
        Verdict::Threads
    );
    let log = "[A] total=[B] total=-1−7,000\n\n";
    assert_eq!(check(log, "A:-1:0 B:-7000:-6999").verdict, Verdict::Threads);
    // In pieces, but nobody wrote between them.
    let log = "[ A ] total = 1\n[B ] total =\t5\n";
    assert_eq!(check(log, "A:1:2 B:5:6").verdict, Verdict::Sequential);
}

#[test]
fn pieces_that_nobody_can_have_written_are_impossible() {
    let impossible = |log: &str, line: usize, reason: Reason| {
        let verdict = check(log, "A:1:3 B:5:7").verdict;
        assert_eq!(verdict, Verdict::Impossible { line, reason }, "{log}");
    };
    // Somebody's words, perhaps; but A hasn't printed its 1.
    impossible(&TORN.replace("= 1\n", "= 2\n"), 3, wrong("A", 3, Some(1)));
    impossible("[A] total =[B] total = 5\n 2\n", 2, Reason::NoWriter);
    // A goes on, but the text before isn't finished.
    impossible(
        "[A] total =[B] total = 5\n\n[A] total = 1\n",
        2,
        Reason::NoText,
    );
    impossible("[A][A] total = 1\n\n", 1, Reason::NoNewline("A".to_owned()));
    let log = TORN.replace(" total = 1\n", "");
    impossible(&log, 2, wrong("A", 3, Some(1)));
    let log = TORN.replace("[B] total = 11\n", "[B]\n");
    impossible(&log, 5, Reason::EndsBeforeTask("B".to_owned()));
}

fn wrong(task: &str, found: i128, expected: Option<i128>) -> Reason {
    Reason::WrongTotal {
        task: task.to_owned(),
        found,
        expected,
    }
}

#[test]
fn words_may_stand_between_the_pieces() {
    for log in [
        "A starts\n[A][B] total = 5\n total = 1\n14\nDone!\n",
        "[A] starts\n[B] starts\n[A][B] total = 5\n total = 1\n[A] ends\nDone!",
        "[B] total =[A] starts 5\n\n[A] total = 1\nDone!",
        "[B][A] starts total = 5\n\n[A] total = 1\nDone!",
        "[A][B] starts\n total = 1\n[B] total = 5\nDone!",
        "[A][B] total = 5 starts\n\n[A] total = 1\nDone!",
        "[B][A] starts total = 1 starts\n\n[B] total = 5\nDone!",
    ] {
        let found = check(log, "A:1:2 B:5:6");
        assert_eq!((found.verdict, found.lost), (Verdict::Threads, 0), "{log}");
    }
}

#[test]
fn too_many_pieces_are_undecided_soon() {
    let names: Vec<_> = (0..60).map(|task| format!("n{task}:1:2")).collect();
    let log = format!("{}{}\n[n1] total=7", "[".repeat(60), "n".repeat(60));
    let verdict = check(&log, &names.join(" ")).verdict;
    assert_eq!(verdict, Verdict::Undecided(Doubt::TooTangled));
}

/// All texts of a task, with their newlines and without spaces.
fn texts(task: &Summation) -> String {
    let mut sum = 0;
    let steps = task.low..task.high;
    let text = steps.map(|next| {
        sum += next;
        format!("[{}]total={sum}\n", task.name)
    });
    text.collect()
}

/// In which line a log can't go on, in whatever way its characters are given to the
/// tasks: all ways are followed.
fn every_way(log: &str, tasks: &[Summation]) -> Result<(), usize> {
    let texts: Vec<Vec<char>> = tasks
        .iter()
        .map(|task| texts(task).chars().collect())
        .collect();
    let mut ways = BTreeSet::from([vec![0; tasks.len()]]);
    let mut line = 1;
    let (log, is_done) = match log.split_once("Done") {
        Some((log, _)) => (log, true),
        None => (log.trim_end(), false),
    };
    for char in log.chars().filter(|&char| char != ' ') {
        let mut next = BTreeSet::new();
        for way in &ways {
            for task in 0..tasks.len() {
                if texts[task].get(way[task]) == Some(&char) {
                    let mut way = way.clone();
                    way[task] += 1;
                    next.insert(way);
                }
            }
        }
        if next.is_empty() {
            return Err(line);
        }
        ways = next;
        line += usize::from(char == '\n');
    }
    let is_end = |way: &Vec<usize>| way.iter().zip(&texts).all(|(at, text)| *at == text.len());
    if is_done && !ways.iter().any(is_end) {
        return Err(line);
    }
    Ok(())
}

/// How a print of a text can be cut.
#[derive(Debug, Clone)]
enum Cut {
    Arguments(&'static [&'static str]),
    Characters,
    Anywhere(Vec<prop::sample::Index>),
}

/// The writes of a print. In the arguments `N` is the name and `T` the total.
fn writes(cut: &Cut, name: &str, total: i64) -> Vec<String> {
    let text = format!("[{name}] total={total}");
    let chars: Vec<char> = text.chars().collect();
    let mut writes: Vec<String> = match cut {
        Cut::Arguments(parts) => {
            let fill = |part: &&str| part.replace('N', name).replace('T', &total.to_string());
            parts.iter().map(fill).collect()
        }
        Cut::Characters => chars.iter().map(char::to_string).collect(),
        Cut::Anywhere(places) => {
            let places: BTreeSet<usize> = places.iter().map(|at| at.index(chars.len())).collect();
            let mut writes = vec![String::new()];
            for (at, char) in chars.iter().enumerate() {
                if places.contains(&at) {
                    writes.push(String::new());
                }
                writes.last_mut().unwrap().push(*char);
            }
            writes
        }
    };
    writes.push("\n".to_owned());
    writes
}

fn cuts() -> impl Strategy<Value = Cut> {
    let arguments: Vec<&'static [&'static str]> = vec![
        &["[N] total=T"],
        &["[N] total =", " ", "T"],
        &["[N]", " ", "total=T"],
        &["[N]", " ", "total =", " ", "T"],
        &["[N]", " ", "total", " ", "=", " ", "T"],
        &["[", "N", "] total=", "T"],
        &["[", " ", "N", " ", "]", " ", "total=", " ", "T"],
    ];
    prop_oneof![
        4 => prop::sample::select(arguments).prop_map(Cut::Arguments),
        1 => Just(Cut::Characters),
        2 => prop::collection::vec(any::<prop::sample::Index>(), 0..6).prop_map(Cut::Anywhere),
    ]
}

/// A log of tasks that write in any order, each its own writes in turn; as much as they
/// have written after so many turns, or all.
fn log_of(tasks: &[Summation], cut: &Cut, turns: &[prop::sample::Index]) -> String {
    let mut left: Vec<Vec<String>> = tasks
        .iter()
        .map(|task| {
            let mut sum = 0;
            let mut all: Vec<_> = (task.low..task.high)
                .flat_map(|next| {
                    sum += next;
                    writes(cut, &task.name, sum)
                })
                .collect();
            all.reverse();
            all
        })
        .collect();
    let mut log = String::new();
    for turn in turns {
        let able: Vec<usize> = (0..left.len())
            .filter(|&task| !left[task].is_empty())
            .collect();
        if able.is_empty() {
            log.push_str("Done!!!\n");
            break;
        }
        log.push_str(&left[able[turn.index(able.len())]].pop().unwrap());
    }
    log
}

fn few_tasks() -> impl Strategy<Value = Vec<Summation>> {
    let names = prop::sample::subsequence(
        vec!["A", "B", "C", "t", "to", "1", "a1", "a2", "[", "]"],
        1..4,
    );
    (names, prop::collection::vec((-2_i64..13, 0_i64..4), 3)).prop_map(|(names, ranges)| {
        let task = |(name, (low, steps)): (&str, (i64, i64))| Summation {
            name: name.to_owned(),
            low,
            high: low + steps,
        };
        names.into_iter().zip(ranges).map(task).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_is_written_in_pieces_is_possible(tasks in few_tasks(), cut in cuts(), turns in prop::collection::vec(any::<prop::sample::Index>(), 0..200)) {
        let log = log_of(&tasks, &cut, &turns);
        prop_assert_eq!(every_way(&log, &tasks), Ok(()), "{}", &log);
        let found = check_log(&log, Some(&tasks));
        let is_possible = !matches!(found.verdict, Verdict::Impossible { .. });
        prop_assert!(is_possible && found.lost == 0, "{:?} {}\n{:?}", tasks, log, found);
        // Nor without the tasks.
        let alone = check_log(&log, None);
        let is_possible = !matches!(alone.verdict, Verdict::Impossible { .. });
        prop_assert!(is_possible, "{:?}\n{}\n{:?}", tasks, log, alone);
    }

    /// What explains each character of a log and forgives nothing is right.
    #[test]
    fn what_is_found_possible_is_so(tasks in few_tasks(), cut in cuts(), turns in prop::collection::vec(any::<prop::sample::Index>(), 0..200), taken in any::<prop::sample::Index>(), put in "[\\[\\]A1 \n=t5]{0,2}", place in any::<prop::sample::Index>()) {
        let mut log: Vec<char> = log_of(&tasks, &cut, &turns).chars().collect();
        if !log.is_empty() {
            log.remove(taken.index(log.len()));
        }
        let at = place.index(log.len() + 1);
        log.splice(at..at, put.chars());
        let log: String = log.into_iter().collect();
        let found = check_log(&log, Some(&tasks));
        let told = found.writes.iter().filter(|written| written.write != Write::Words);
        let told = told.map(|written| log[written.range.clone()].replace(' ', "").len());
        let mut explained: usize = told.sum();
        if let Some((_, marks)) = log.split_once("Done")
            && marks.trim_end().chars().all(|mark| mark == '!')
        {
            explained += "Done".len() + marks.trim_end().len();
        }
        let is_whole = explained >= log.replace(' ', "").trim_end().len();
        match (every_way(&log, &tasks), &found.verdict) {
            (Ok(()), verdict) => prop_assert!(!matches!(verdict, Verdict::Impossible { .. }), "{:?}\n{}\n{:?}", tasks, log, found),
            (Err(line), Verdict::Impossible { line: found, .. }) => prop_assert!(*found >= line, "{}", log),
            (Err(_), Verdict::Undecided(_)) => {}
            (Err(_), _) => prop_assert!(!is_whole || found.lost > 0, "{:?}\n{}\n{:?}", tasks, log, found),
        }
    }
}
