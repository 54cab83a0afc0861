//! What nobody sees of a pasted log decides nothing.

use interleaved::{Check, Reason, Verdict, check_log};
use proptest::prelude::*;

use crate::{handout, tasks};

const LOG: &str = "[A] total=1\n[B] total=5[C] total=10\n\n[A] total=3\n";

/// What can be anywhere between two characters of a line, and isn't seen.
const HIDDEN: [&str; 24] = [
    "\u{1b}[0m",
    "\u{1b}[38;2;255;0;0m",
    "\u{1b}[K",
    "\u{1b}[?25l",
    "\u{9b}1;31m",
    "\u{1b}]8;;https://example.com/?a=[1]\u{1b}\\",
    "\u{1b}]0;a title\u{7}",
    "\u{9d}8;;\u{9c}",
    "\u{1b}P1$r0m\u{1b}\\",
    "\u{1b}(B",
    "\u{1b}7",
    "\u{1b}\u{1b}[1m",
    "\u{7}",
    "\0",
    "\u{7f}",
    "\u{feff}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{202e}",
    "\u{2066}",
    "\u{ad}",
    "\u{fe0f}",
    "\u{2060}",
];

/// Says of a log what it says of a plain one, and means the same places.
#[track_caller]
fn same(log: &str, plain: &str, given: Option<&str>) -> Check {
    let given = given.map(tasks);
    let (found, known) = [log, plain]
        .map(|log| check_log(log, given.as_deref().map(Vec::as_slice)))
        .into();
    assert_eq!(found.verdict, known.verdict, "{log:?}");
    assert_eq!(
        (found.torn, found.lost),
        (known.torn, known.lost),
        "{log:?}"
    );
    assert_eq!(found.tasks, known.tasks, "{log:?}");
    assert_eq!(found.lines.len(), known.lines.len(), "{log:?}");
    let of = |check: &Check| {
        let writes = check.writes.iter();
        writes
            .map(|written| (written.line, written.task, written.write))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&found), of(&known), "{log:?}");
    found
}

#[test]
fn what_is_hidden_may_be_anywhere() {
    for hidden in HIDDEN {
        let places = LOG.char_indices().map(|(at, _)| at);
        for place in places {
            let log = format!("{}{hidden}{}", &LOG[..place], &LOG[place..]);
            for given in [None, Some("A:1:5 B:5:10 C:10:15")] {
                let found = same(&log, LOG, given);
                // What is shown of a piece is a piece of what was pasted.
                let first = &log[found.writes[0].range.clone()];
                assert!(first.starts_with('[') && first.ends_with('1'), "{first:?}");
            }
        }
        // Everywhere at once.
        let log: String = LOG.chars().map(|char| format!("{hidden}{char}")).collect();
        same(&log, LOG, None);
    }
}

#[test]
fn hidden_codes_are_no_text() {
    // Colours are nothing that was printed: no newline of theirs can be too many.
    let log = "\u{1b}[31m\n[A] total=1\n";
    let verdict = check_log(log, None).verdict;
    let reason = Reason::NoText;
    assert_eq!(verdict, Verdict::Impossible { line: 1, reason });
    // What isn't ended ends with the line.
    same("\u{1b}]0;title\n[A] total=1\n", "\n[A] total=1\n", None);
    same(
        "[A] total=1\u{1b}[\n[A] total=3\u{1b}\n",
        "[A] total=1\n[A] total=3\n",
        None,
    );
}

#[test]
fn a_line_ends_in_many_ways() {
    for end in [
        "\r\n",
        "\r",
        "\r\r\n",
        "\r\u{1b}[K\n",
        "\u{85}",
        "\u{b}",
        "\u{c}",
        "\u{2028}",
        "\u{2029}",
    ] {
        let log = LOG.replace('\n', end);
        let found = same(&log, LOG, None);
        let line = |number: usize| &log[found.lines[number - 1].clone()];
        assert_eq!(
            [line(1), line(3), line(4)],
            ["[A] total=1", "", "[A] total=3"]
        );
        assert_eq!(&log[found.writes[1].range.clone()], end);
    }
    same(
        "\u{feff}[A] total=1\r\n[A] total=3\u{feff}\r\n",
        "[A] total=1\n[A] total=3\n",
        None,
    );
}

#[test]
fn a_return_may_move_nothing_but_the_cursor() {
    for given in [None, Some("A:1:3 B:5:6 C:10:11")] {
        for plain in [LOG, "[A] total=1\n[A] total=4\n"] {
            // As where a line is cleared before it is written.
            for before in ["\r", "\u{1b}[2K\r", "\r\u{1b}[K", "\r\r"] {
                same(&plain.replace('[', &format!("{before}[")), plain, given);
            }
            same(&plain.replace('\n', "\n\r"), plain, given);
        }
    }
    // Beside line feeds it may be a line's end all the same, and without them it is one.
    let plain = "[A] total=1[B] total=5\n\n[A] total=3\n";
    let found = same(&plain.replace("\n\n", "\n\r"), plain, None);
    assert_eq!((found.torn, found.lost), (1, 0));
    let plain = "[A] total=1\n\n[B] total=5";
    same(&plain.replace('\n', "\r"), plain, None);
}

#[test]
fn other_spaces_are_spaces() {
    for space in ["\u{1}", "\u{a0}", "\t", "\u{2009}", "\u{3000}", "\u{202f}"] {
        same(&LOG.replace(' ', space), LOG, None);
        same(&LOG.replace('=', &format!("{space}={space}")), LOG, None);
    }
}

#[test]
fn wide_characters_are_what_they_look_like() {
    let wide = "［A］　ｔｏｔａｌ＝１\n[B] total=５［C］ total=１０\n\n[A] total﹦٣\nDone！！！";
    let found = same(wide, &format!("{LOG}Done!!!"), Some("A:1:3 B:5:6 C:10:11"));
    assert_eq!(
        &wide[found.writes[0].range.clone()],
        "［A］　ｔｏｔａｌ＝１"
    );
    for digits in ["१०", "𝟏𝟎", "۱۰"] {
        same(&LOG.replace("10", digits), LOG, None);
    }
    for minus in ["−5", "－5", "–5", "-5"] {
        let log = format!("[A] total={minus}\n");
        assert_eq!(check_log(&log, None).tasks, *tasks("A:-5:-4"));
    }
}

#[test]
fn thousands_may_be_told_apart() {
    let plain = "[A] total=1000\n[A] total=-1234567\n";
    for separator in [
        ",", "'", "’", "_", "\u{a0}", "\u{2009}", "\u{202f}", "，", "٬",
    ] {
        let log = "[A] total=1,000\n[A] total=-1,234,567\n".replace(',', separator);
        assert_eq!(
            check_log(&log, None).tasks,
            check_log(plain, None).tasks,
            "{log}"
        );
    }
    // These are no thousands.
    for text in ["1,00", "1,0000", "1 000"] {
        let log = format!("[A] total={text}\n");
        assert_ne!(check_log(&log, None).tasks, *tasks("A:1000:1001"), "{log}");
    }
}

#[test]
fn the_words_of_a_given_name_are_kept() {
    for name in [
        "１",
        "Ａ",
        "a\u{200b}b",
        "👩\u{200d}💻",
        "❤\u{fe0f}",
        "a］b",
        "［x",
        "a\u{1b}",
        "\u{1b}[1m",
        "\u{ad}",
        "שלום\u{200f}",
        "a\u{1}b",
        "٣",
        "x=１",
    ] {
        let given = format!("{name}:1:3 1:5:7");
        let log = format!("[{name}] total=1\n[1] total=5\n[{name}] total=3\n[1] total=11\nDone!");
        let found = check_log(&log, Some(&tasks(&given)));
        assert_eq!(found.verdict, Verdict::Async, "{log:?}");
        assert_eq!(found.tasks[0].name, name);
        assert_eq!(
            &log[found.writes[0].range.clone()],
            format!("[{name}] total=1")
        );
        // Nor is it another's.
        let other = log.replace(&format!("[{name}] total=3"), "[1] total=3");
        let verdict = check_log(&other, Some(&tasks(&given))).verdict;
        assert!(
            matches!(verdict, Verdict::Impossible { line: 3, .. }),
            "{verdict:?}"
        );
    }
}

fn hidden() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&HIDDEN[..])
}

proptest! {
    /// Whatever the log, what is strewn into it changes nothing.
    #[test]
    fn nothing_hidden_decides(seed: u32, given: bool, strewn in prop::collection::vec((any::<prop::sample::Index>(), hidden()), 0..30), dropped in prop::option::of(any::<prop::sample::Index>())) {
        let program = interleaved::Program {
            schedule: interleaved::Schedule::Seeded(seed),
            ..handout()
        };
        let plain = crate::output(&crate::run(interleaved::LaneKind::Threads, &program));
        let mut chars: Vec<String> = plain.chars().map(String::from).collect();
        if let Some(dropped) = dropped {
            chars.remove(dropped.index(plain.len()));
        }
        let plain = chars.concat();
        for (place, hidden) in strewn {
            let at = place.index(chars.len());
            chars[at].insert_str(0, hidden);
        }
        same(&chars.concat(), &plain, given.then_some("A:1:5 B:5:10 C:10:15"));
    }
}
