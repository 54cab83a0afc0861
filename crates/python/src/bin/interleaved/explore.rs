//! What `interleaved explore` says.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use interleaved_python::driver::{Options, Outcome};
use interleaved_python::explore::{Asked, Check, Circle, Ending, Found, Race, Verdict};
use interleaved_python::told;

use crate::command::Explore;
use crate::{input, language};

/// So many tries are made before it is looked whether the time is over.
const TRIES: usize = 200;

/// Searches, says what was found, and returns the exit status.
pub fn explore(how: &Explore, asked: Asked, text: &str) -> u8 {
    let options = Options {
        input: input(),
        ..asked.options
    };
    let time = asked.seconds.map(|it| Duration::from_secs(it.into()));
    let begin = Instant::now();
    let mut search = Asked { options, ..asked }.search(text);
    while search.go_on(TRIES) {
        if time.is_some_and(|time| begin.elapsed() >= time) {
            search.stop("seconds");
        }
    }
    let found = search.found;
    let text = if how.json {
        told::explored(&found, language())
    } else {
        in_words(&found)
    };
    // Whoever reads may have gone away: then there is nobody to tell.
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
    status(&found)
}

fn status(found: &Found) -> u8 {
    if let Some(check) = found.check() {
        return match check.verdict {
            Verdict::Possible => 0,
            Verdict::Beginning | Verdict::Impossible => 1,
            Verdict::Unknown => 3,
        };
    }
    let is_refused = |ending: &Ending| matches!(ending.outcome, Outcome::Refused(_));
    if found.outcomes.iter().any(is_refused) {
        2
    } else if found.outcomes.iter().any(|ending| ending.fails) {
        1
    } else if found.is_complete {
        0
    } else {
        3
    }
}

fn in_words(found: &Found) -> String {
    let mut text = String::new();
    if let Some(check) = found.check() {
        return checked(found, &check);
    }
    let all = match found.stopped {
        _ if found.is_complete => "all there are".to_string(),
        Some("memory") => "not all: they take too much memory".to_string(),
        stopped => format!("not all: stopped by limits.{}", stopped.unwrap_or("steps")),
    };
    let _ = writeln!(
        text,
        "{} outcomes, {all} ({} schedules, {} states)",
        found.outcomes.len(),
        found.schedules,
        found.states
    );
    for (number, ending) in (1..).zip(&found.outcomes) {
        text += &outcome(number, ending);
    }
    for it in &found.races {
        text += &race(it);
    }
    for it in &found.circles {
        text += &circle(it);
    }
    text
}

fn checked(found: &Found, check: &Check) -> String {
    let states = found.states;
    let mut text = match check.verdict {
        Verdict::Possible => format!("possible ({states} states)\n"),
        Verdict::Beginning => format!(
            "impossible, but outputs begin so ({states} states): line {} may come next\n",
            check.line
        ),
        Verdict::Impossible => format!(
            "impossible: no schedule prints line {} so ({states} states)\n",
            check.line
        ),
        Verdict::Unknown => format!(
            "not known: no schedule was found that prints line {} so, but not all were gone through ({states} states)\n",
            check.line
        ),
    };
    if check.verdict == Verdict::Possible {
        let ways = (1..).zip(found.outcomes.iter().take(1));
        ways.for_each(|(number, ending)| text += &outcome(number, ending));
        return text;
    }
    for line in &check.instead {
        let _ = match &**line {
            "" => writeln!(text, "   there a run has ended"),
            line => writeln!(text, "   instead there is | {line}"),
        };
    }
    text
}

fn outcome(number: usize, ending: &Ending) -> String {
    let mut text = format!(
        "\n{number}. {}, {} interruptions: --schedule \"{}\"\n",
        ending.outcome.name(),
        ending.interruptions,
        ending.schedule
    );
    match &ending.outcome {
        Outcome::Deadlock(waits) => {
            for wait in waits {
                let _ = writeln!(text, "   {wait}");
            }
        }
        Outcome::Limit(bound) => {
            let _ = writeln!(text, "   {bound}");
        }
        Outcome::Refused(refusals) => {
            for refusal in refusals {
                let _ = writeln!(text, "   {}", refusal.text(language()));
            }
        }
        Outcome::Done | Outcome::Raised => {}
    }
    for line in ending.output.lines() {
        let _ = writeln!(text, "   | {line}");
    }
    for line in ending.errors.lines() {
        let _ = writeln!(text, "   ! {line}");
    }
    text
}

fn race(race: &Race) -> String {
    let side = |side: usize| {
        let side = &race.sides[side];
        let does = if side.writes { "writes" } else { "reads" };
        format!("line {} of {} {does} it", side.line, side.thread)
    };
    let lock = match &race.lock {
        Some(lock) => format!("; one of them holds {lock}"),
        None => String::new(),
    };
    let benign = if race.is_benign {
        "; it makes no difference: the values are the same"
    } else {
        ""
    };
    let (one, other) = (side(0), side(1));
    format!("\nrace: {}: {one}, {other}{lock}{benign}\n", race.variable)
}

fn circle(circle: &Circle) -> String {
    let mut text = String::from("\nlocks in a circle:\n");
    for order in &circle.orders {
        let _ = writeln!(
            text,
            "   {} holds {} and asks for {}; line {}",
            order.thread, order.held, order.asked, order.line
        );
    }
    text
}
