//! The program in `examples/`, as a reader starts it.

use std::process::{Command, Output};

fn lesson(words: &[&str]) -> Output {
    let cargo = [
        "run",
        "--quiet",
        "--package",
        "interleaved",
        "--example",
        "lesson",
        "--",
    ];
    Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(cargo)
        .args(words)
        .output()
        .expect("cargo can be started")
}

#[track_caller]
fn check(words: &[&str], expect: &str) {
    let Output { stdout, stderr, .. } = lesson(words);
    let found = String::from_utf8_lossy(&stdout);
    assert_eq!(found, expect, "{}", String::from_utf8_lossy(&stderr));
}

const LESSON: &str = "             sequential     async
     1.0 s   [A] total=1    [A] total=1
                            [B] total=5
                            [C] total=10
     2.0 s   [A] total=3    [A] total=3
                            [B] total=11
                            [C] total=21
     3.0 s   [A] total=6    [A] total=6
                            [B] total=18
                            [C] total=33
     4.0 s   [A] total=10   [A] total=10
                            [B] total=26
                            [C] total=46
     5.0 s   [B] total=5    [B] total=35
                            [C] total=60
                            Done!!!
     6.0 s   [B] total=11
     7.0 s   [B] total=18
     8.0 s   [B] total=26
     9.0 s   [B] total=35
    10.0 s   [C] total=10
    11.0 s   [C] total=21
    12.0 s   [C] total=33
    13.0 s   [C] total=46
    14.0 s   [C] total=60
             Done!!

sequential   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 14.0 s
     async   ━━━━━━━━━━━━━━ 5.0 s   2.8 × as fast
";

#[test]
fn the_lesson_is_printed_side_by_side() {
    check(&[], LESSON);
}

#[test]
fn real_time_changes_only_when_a_line_is_printed() {
    check(&["--real", "speed=100"], LESSON);
}

#[test]
fn lines_tear_and_hangul_stays_in_its_column() {
    check(
        &[
            "tasks=가:1:3,B:5:7",
            "lanes=threads,async",
            "seed=5",
            "interval=1500",
        ],
        "             threads                   async
     1.5 s   [가] total=1[B] total=5   [가] total=1
                                       [B] total=5
     3.0 s   [B] total=11              [가] total=3
             [가] total=3              [B] total=11
             Done!!!                   Done!!!

   threads   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 3.0 s
     async   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 3.0 s
",
    );
}

#[test]
fn what_is_wrong_with_the_command_line_is_said() {
    for (words, problem) in [
        (
            ["lanes=parallel"],
            "error: lanes: “parallel” is not one of sequential, async, event-loop, threads, workers.\n",
        ),
        (["fast"], "error: “fast” is not SETTING=VALUE: see --help\n"),
    ] {
        let Output {
            status,
            stdout,
            stderr,
        } = lesson(&words);
        assert!(!status.success() && stdout.is_empty());
        assert_eq!(String::from_utf8_lossy(&stderr), problem);
    }
}
