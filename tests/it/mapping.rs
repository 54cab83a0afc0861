//! The written rule by which the complete events are those of before, of which
//! `golden.txt` has the hashes. Included by both test binaries.
//!
//! The events tell more than they did. Left out are: who was created; what the main
//! program does, but for its writes and the end; locks acquired and released; who was
//! preempted. And three things were told otherwise:
//! - A thread that could have been interrupted between its two writes, and goes on by
//!   itself, was told to be polled anew.
//! - Who gets a lock from another wakes at that moment; that was told once the other
//!   gave way.
//! - A future is polled and a thread resumed; both were told to be polled.

use interleaved::ids::TaskId;
use interleaved::trace::{EventKind, Log};

/// An event as it was told: when, what, whose (-1 is the main program's), and the
/// deadline (-1 is the lock) or the text.
pub type Told = (u64, &'static str, i64, String);

/// What was told of a lane.
pub fn as_before(log: &Log, is_of_threads: bool) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    let mut releaser = None;
    // Who has got the lock from another, and wakes once that one gives way.
    let mut handed: Vec<TaskId> = Vec::new();
    let mut late: Vec<Told> = Vec::new();
    // Who has written a text and not the newline yet, and wasn't interrupted.
    let mut between: Option<TaskId> = None;
    for event in log.prefix(usize::MAX) {
        let task = event.task;
        if releaser.is_some_and(|releaser| releaser != task)
            && !matches!(event.kind, EventKind::Acquired { .. } | EventKind::Woke)
        {
            all.append(&mut late);
            releaser = None;
        }
        let whose = i64::from(task.0) - 1;
        let mut details = String::new();
        match event.kind {
            EventKind::Created { .. } => continue,
            EventKind::Preempted => {
                between = None;
                continue;
            }
            EventKind::Released { .. } => {
                releaser = Some(task);
                continue;
            }
            EventKind::Acquired { .. } => {
                if releaser.is_some_and(|releaser| releaser != task) {
                    handed.push(task);
                }
                continue;
            }
            EventKind::Wrote { text, .. } => {
                if between.take() == Some(task) && is_of_threads && task != TaskId::MAIN {
                    all.push((event.at, "polled", whose, String::new()));
                }
                details = text.to_owned();
                between = Some(task).filter(|_| text != "\n");
            }
            EventKind::Done => {}
            _ if task == TaskId::MAIN => continue,
            EventKind::Waiting { until, .. } => {
                let until = until.map_or(-1, |until| until as i64);
                details = until.to_string();
            }
            _ => {}
        }
        let name = match event.kind {
            EventKind::Resumed => "polled",
            kind => kind.name(),
        };
        let told = (event.at, name, whose, details);
        if event.kind == EventKind::Woke && handed.contains(&task) {
            handed.retain(|&other| other != task);
            late.push(told);
            continue;
        }
        all.push(told);
        if matches!(event.kind, EventKind::Waiting { .. }) {
            all.append(&mut late);
        }
    }
    all
}
