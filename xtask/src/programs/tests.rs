//! What is cut out of the crate, and what the programs made of it print.

mod run;

use super::*;

const SOURCE: &str = "\
/// Says one.
fn one(x: u8) {
    if x > 0 {
        say(1); // say(2)
    }
}

/// Calls fn one(1).
fn two() {}

impl Three {
    /// Says four.
    fn four(self) {
        say(4);

        if self {}
    }
}

fn three() {
    say(1);
    say(1);
}
";

#[track_caller]
fn check(name: &str, names: &[(&str, &str)], expect: &str) {
    let lines = function("a.rs", SOURCE, name).and_then(|lines| named("a.rs", &lines, names));
    let text = lines.map_or_else(|error| error.to_string(), |lines| lines.join("\n"));
    assert_eq!(text, expect);
}

#[test]
fn a_function_comes_with_its_comment_and_the_names_of_its_lines() {
    check(
        "one",
        &[("head", "fn one("), ("text", "say(1)")],
        "|/// Says one.\nhead|fn one(x: u8) {\n|    if x > 0 {\n\
             text|        say(1); // say(2)\n|    }\n|}",
    );
}

#[test]
fn a_method_is_shown_as_a_function() {
    check(
        "four",
        &[("text", "say(4)")],
        "|/// Says four.\n|fn four(self) {\ntext|    say(4);\n|\n|    if self {}\n|}",
    );
}

#[test]
fn what_the_page_marks_has_to_be_there_once() {
    check("five", &[], "a.rs has no single function `five`");
    for text in ["ask(", "say(1)"] {
        let expect =
            format!("a.rs has no single line with `{text}`, which the page marks as `wait`");
        check("three", &[("wait", text)], &expect);
    }
    let twice = [("text", "say(1)"), ("wait", "say(2)")];
    check("one", &twice, "a.rs: `say(2)` has two names");
}

#[test]
fn the_crate_has_all_that_the_page_marks() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path()).unwrap();
    let module = fs::read_to_string(folder.path().join(MODULE)).unwrap();
    for line in [
        "wait|            task.sleep(interval).await;",
        "join|        main.join(task).await;",
        "join|        started.push(task.await);",
        "text|    self.kernel().print(self.id, write);",
    ] {
        assert!(module.contains(line), "{line} isn't in {module}");
    }
}
