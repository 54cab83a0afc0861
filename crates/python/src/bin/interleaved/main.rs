//! `interleaved run FILE`, `interleaved explore FILE`, `interleaved check FILE LOG`

mod command;
mod explore;

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use command::{Action, Command, Run, USAGE};
use interleaved::trace::{Keep, Log, Stream};
use interleaved_python::driver::{Driver, Options, Outcome, Written};
use interleaved_python::refusal::{Language, Refusal, refusals};
use interleaved_python::told;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = command::parse(&arguments).and_then(|mut command| {
        let text = read(&command.asked.options.file)?;
        if let Action::Check(_, log) = &command.action {
            command.asked.output = Some(read(log)?);
        }
        Ok((command, text))
    });
    let status = match result {
        Ok((Command { action, asked }, text)) => match action {
            Action::Run(how) if how.checks => check(&text),
            Action::Run(how) => run(&how, asked.options, &text),
            Action::Explore(how) | Action::Check(how, _) => explore::explore(&how, asked, &text),
        },
        Err(problem) => {
            eprintln!("interleaved: {problem}\n{USAGE}");
            2
        }
    };
    ExitCode::from(status)
}

fn read(file: &str) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}

fn check(text: &str) -> u8 {
    let refusals = refusals(text);
    tell(&refusals);
    if refusals.is_empty() { 0 } else { 2 }
}

/// The lines that `input` reads, if they come from a file.
fn input() -> Vec<String> {
    if std::io::stdin().is_terminal() {
        return Vec::new();
    }
    std::io::stdin().lines().map_while(Result::ok).collect()
}

/// The language of the environment.
fn language() -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    match set {
        Some(name) if name.starts_with("ko") => Language::Korean,
        _ => Language::English,
    }
}

fn tell(refusals: &[Refusal]) {
    for refusal in refusals {
        eprintln!("interleaved: {}", refusal.text(language()));
    }
}

fn run(how: &Run, options: Options, text: &str) -> u8 {
    let keep = if how.events {
        Keep::Events
    } else {
        Keep::Output
    };
    let input = input();
    let options = Options {
        input,
        keep,
        ..options
    };
    let has_colours = std::io::stdout().is_terminal();
    let begin = Instant::now();
    let mut driver = Driver::new(text, options);
    let mut told = 0;
    loop {
        let goes_on = driver.turn();
        if how.real {
            let at = Duration::from_nanos(driver.now());
            std::thread::sleep(at.saturating_sub(begin.elapsed()));
        }
        let written = driver.take_written();
        if how.events {
            told = tell_events(driver.log(), told);
        } else {
            for written in written {
                show(&written, has_colours);
            }
        }
        if !goes_on {
            break;
        }
    }
    let _ = std::io::stdout().flush();
    match driver.outcome() {
        Some(Outcome::Deadlock(waits)) => {
            eprintln!("interleaved: deadlock: nobody can go on");
            for wait in waits {
                eprintln!("  {wait}");
            }
        }
        Some(Outcome::Limit(bound)) => eprintln!("interleaved: {bound}"),
        Some(Outcome::Refused(refusals)) => tell(refusals),
        Some(Outcome::Done | Outcome::Raised) | None => {}
    }
    driver.status()
}

/// Writes the events from number `from` on, a line for each, and returns how many there are.
fn tell_events(log: &Log, from: usize) -> usize {
    for event in (from..log.len()).filter_map(|index| log.get(index)) {
        // Whoever reads may have gone away: then there is nobody to tell.
        let _ = writeln!(std::io::stdout(), "{}", told::event(log, event));
    }
    log.len()
}

/// The colours of the threads, one after the other; the main thread has none.
const COLOURS: [u8; 6] = [36, 33, 35, 32, 34, 31];

fn show(written: &Written, has_colours: bool) {
    let text = &written.text;
    let number = written.thread.index();
    let text = if has_colours && number > 0 && !text.trim().is_empty() {
        let colour = COLOURS[(number - 1) % COLOURS.len()];
        format!("\x1b[{colour}m{text}\x1b[0m")
    } else {
        text.to_string()
    };
    // Whoever reads may have gone away: then there is nobody to tell.
    let _ = match written.stream {
        Stream::Output => std::io::stdout().write_all(text.as_bytes()),
        Stream::Error => std::io::stderr().write_all(text.as_bytes()),
    };
}
