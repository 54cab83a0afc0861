//! The command `interleaved`, as a shell calls it.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A program in a file of its own.
fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the file can be written");
    path
}

fn interleaved(words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_interleaved"));
    let command = command.args(words).env("LANG", "en").stdin(Stdio::null());
    command.output().expect("the command can be run")
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn options_stand_before_the_file_and_after_it() {
    let program = file("words.py", "import sys\nprint(sys.argv[1:])\n");
    let program = program.to_str().expect("a path in UTF-8");
    for (words, arguments) in [
        (&["run", program, "--seed", "7"][..], "[]"),
        (&["run", "--seed", "7", program, "a"], "['a']"),
        (&["run", program, "a", "--seed=7", "b"], "['a', 'b']"),
        (&["run", program, "--", "--seed", "x"], "['--seed', 'x']"),
    ] {
        let output = interleaved(words);
        assert_eq!(printed(&output).trim_end(), arguments, "{words:?}");
        assert_eq!(output.status.code(), Some(0), "{words:?}");
    }
}

#[test]
fn what_is_no_option_is_named() {
    let program = file("nothing.py", "pass\n");
    let program = program.to_str().expect("a path in UTF-8");
    for (words, problem) in [
        (&["run", program, "--sed", "7"][..], "--sed"),
        (&["run", program, "--seed", "x"], "“x”"),
        (&["run", program, "--seed"], "--seed needs a value"),
        (&["explore", program, "--limits.states", "0"], "“0”"),
        (&["explore", program, "--schedule", "1"], "--schedule is no"),
        (&["run", "--seed", "1"], "a file is missing"),
    ] {
        let output = interleaved(words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(problem), "{words:?}: {said}");
        assert_eq!(output.status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn the_status_of_a_search_tells_what_it_has_found() {
    let add = "import threading\nx = 0\ndef add():\n    global x\n    x += 1\n";
    let both = "a, b = [threading.Thread(target=add) for _ in 'ab']\n";
    let run = "a.start(); b.start(); a.join(); b.join()\n";
    let claims = format!("{add}{both}{run}assert x == 2\n");
    let counts = format!("{add}{both}{run}");
    let claims = file("claims.py", &claims);
    let counts = file("counts.py", &counts);
    let claims = claims.to_str().expect("a path in UTF-8");
    let counts = counts.to_str().expect("a path in UTF-8");
    let refused = file("refused.py", "import socket\n");
    let refused = refused.to_str().expect("a path in UTF-8");
    for (words, status) in [
        (&["explore", claims][..], 1),
        (&["explore", claims, "--switch", "gil"], 0),
        (&["explore", counts, "--limits.states", "1"], 3),
        (&["explore", refused], 2),
    ] {
        assert_eq!(interleaved(words).status.code(), Some(status), "{words:?}");
    }
    let log = |name, text| file(name, text).to_str().expect("UTF-8").to_string();
    let (empty, other) = (log("empty.log", ""), log("other.log", "1\n"));
    for (words, status, begins) in [
        (&["check", counts, &empty][..], 0, "possible ("),
        (
            &["check", counts, &other],
            1,
            "impossible: no schedule prints line 1",
        ),
        (
            &["check", counts, &other, "--limits.states", "1"],
            3,
            "not known: ",
        ),
        (&["check", refused, &other], 2, "1 outcomes"),
        (&["check", counts, &other, "--json"], 1, "{\"outcomes\":[]"),
    ] {
        let output = interleaved(words);
        assert_eq!(output.status.code(), Some(status), "{words:?}");
        assert!(printed(&output).starts_with(begins), "{}", printed(&output));
    }
    assert_eq!(interleaved(&["check", counts]).status.code(), Some(2));
    let found = printed(&interleaved(&["explore", counts, "--json"]));
    assert!(found.starts_with("{\"outcomes\":["), "{found}");
}
