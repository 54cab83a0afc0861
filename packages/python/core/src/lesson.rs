//! The settings of the lesson, and the checker of logs: `core.wasm`.

use std::fmt::Write;

use interleaved::{Config, Reason, Verdict, check_log};

use crate::reply;

/// Reads the text as settings: names and values in turn, each ended by a NUL.
///
/// The answer is empty, or the sentence that says what is wrong. Returns its length.
#[unsafe(no_mangle)]
pub extern "C" fn refuse_settings() -> usize {
    reply(|settings| {
        let mut texts = settings.split('\0');
        let pairs = std::iter::from_fn(|| texts.next().zip(texts.next()));
        match Config::parse(pairs) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        }
    })
}

/// Reads the text as a log, after as many bytes of tasks in the form of the setting;
/// with a negative number the tasks are taken from the log.
///
/// The answer are lines: the verdict; how many lines are torn; how many are lost;
/// then, empty where there is none, the line that is impossible, the code of the
/// reason, the task that it names, and the total that is wrong with the one that is
/// expected; and each task in the form of the setting. But if the tasks can't be used
/// it is an empty line and what is wrong with them. Returns its length.
#[unsafe(no_mangle)]
pub extern "C" fn check(tasks: i32) -> usize {
    reply(|text| {
        let given = usize::try_from(tasks).ok();
        let (tasks, log) = text.split_at(given.unwrap_or_default());
        match given.map(|_| Config::parse([("tasks", tasks)])).transpose() {
            Ok(config) => checked(log, config),
            Err(error) => format!("\n{error}"),
        }
    })
}

fn checked(log: &str, given: Option<Config>) -> String {
    let check = check_log(log, given.as_ref().map(|config| config.tasks.as_slice()));
    let (mut line, mut found, mut expected) = (None, None, None);
    let (mut code, mut task) = ("", "");
    match &check.verdict {
        Verdict::Impossible { line: at, reason } => {
            line = Some(*at);
            code = reason.code();
            task = reason.task().unwrap_or_default();
            if let Reason::WrongTotal {
                found: total,
                expected: next,
                ..
            } = reason
            {
                (found, expected) = (Some(*total), *next);
            }
        }
        Verdict::Undecided(doubt) => code = doubt.code(),
        _ => {}
    }
    let mut answer = String::new();
    let mut push = |part: &dyn std::fmt::Display| writeln!(answer, "{part}").unwrap_or_default();
    push(&check.verdict.name());
    push(&check.torn);
    push(&check.lost);
    push(&or_nothing(line));
    push(&code);
    push(&task);
    push(&or_nothing(found));
    push(&or_nothing(expected));
    for task in &check.tasks {
        push(&format_args!("{}:{}:{}", task.name, task.low, task.high));
    }
    answer
}

fn or_nothing(number: Option<impl ToString>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}
