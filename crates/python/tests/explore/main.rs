//! All schedules of small programs.

mod checks;
mod claims;
mod locks;
mod programs;
mod stories;

use std::collections::BTreeSet;

use interleaved_python::driver::{Bounds, Driver, Options, Outcome, Switch};
use interleaved_python::explore::{Ending, Found, LeavesOut, Limits, explore};

/// A program of a few threads: what is before them, what each runs, and what comes after.
pub fn program(before: &str, threads: &[&str], after: &str) -> String {
    let mut text = format!("import threading\n{before}\n");
    for (number, body) in threads.iter().enumerate() {
        text += &format!("def f{number}():\n");
        for line in body.lines() {
            text += &format!("    {line}\n");
        }
    }
    let names: Vec<_> = (0..threads.len())
        .map(|number| format!("f{number}"))
        .collect();
    text += &format!(
        "threads = [threading.Thread(target=f) for f in [{}]]\n\
         for t in threads: t.start()\nfor t in threads: t.join()\n{after}\n",
        names.join(", ")
    );
    text
}

/// Searches with nobody else asked.
pub fn search(text: &str, switch: Switch, leaves_out: LeavesOut) -> Found {
    let options = Options {
        switch,
        ..Options::default()
    };
    let limits = Limits {
        leaves_out,
        states: match leaves_out {
            LeavesOut::Unseen => 1_500,
            LeavesOut::Repeated => 5_000,
            _ => Limits::default().states,
        },
        ..Limits::default()
    };
    explore(text, options, limits)
}

/// An outcome in a few words.
pub fn told(ending: &Ending) -> String {
    match &ending.outcome {
        Outcome::Deadlock(_) => format!("deadlock {}", ending.output).trim().to_string(),
        Outcome::Done | Outcome::Raised => {
            let error = ending.errors.lines().last().unwrap_or_default();
            let (output, gap) = (
                ending.output.trim(),
                if error.is_empty() { "" } else { " ! " },
            );
            format!("{output}{gap}{error}").trim().replace('\n', "/")
        }
        other => other.name().to_string(),
    }
}

/// All outcomes, in a few words each.
pub fn outcomes(found: &Found) -> BTreeSet<String> {
    found.outcomes.iter().map(told).collect()
}

/// Each outcome comes of its schedule, in an ordinary run.
pub fn replays(text: &str, found: &Found) {
    for ending in &found.outcomes {
        let options = Options {
            schedule: Some(ending.schedule.clone()),
            bounds: Bounds {
                steps: 100_000,
                ..Bounds::default()
            },
            ..Options::default()
        };
        let mut driver = Driver::new(text, options);
        while driver.turn() {}
        let log = driver.log();
        assert_eq!(
            driver.outcome(),
            Some(&ending.outcome),
            "{}",
            ending.schedule
        );
        assert_eq!(log.output(log.len()), ending.output, "{}", ending.schedule);
        assert_eq!(log.error_output(log.len()), ending.errors);
    }
}
