//! The command line.

use interleaved_python::explore::Asked;

pub const USAGE: &str = "\
usage: interleaved run FILE [OPTION...] [--] [ARGUMENT...]
       interleaved explore FILE [OPTION...] [--] [ARGUMENT...]
       interleaved check FILE LOG [OPTION...] [--] [ARGUMENT...]

Options may stand before the file as well; what comes after -- is the program's.

run: runs a program
  --seed N             who goes next: 0, the default, is in turn
  --schedule TEXT      in the place of a seed: who goes next each
                       time that several can, with commas (0 is who ran last); after a
                       slash, after how many instructions each is interrupted
  --switch instruction|gil
                       where a thread may be interrupted
  --stdout notebook|terminal
                       whether a print is several writes, or one
  --limits.steps N, --limits.events N, --limits.output N, --limits.memory N
                       when to give up: instructions, events, bytes written, bytes in use
  --real               take as long as the program says
  --events             write what happens, a line of JSON for each event
  --check              only say what the program needs and can't have here

explore: goes through all schedules of a program; the exit status is 1 if one goes wrong,
and 3 if none was found to but not all were gone through
  --json               write what was found as JSON
  --seed, --switch, --stdout, --limits.output, --limits.memory
                       as above
  --limits.steps N     when to give up one run: instructions
  --limits.states N    when to give up: different states
  --limits.seconds N   when to give up: time

check: whether some schedule prints just what is in the file LOG, and which; the exit status
is 1 if none does, and 3 if none was found but not all were gone through; its options are
those of explore";

/// What is to be done.
pub struct Command {
    pub action: Action,
    /// For a run, its options alone.
    pub asked: Asked,
}

/// The first word, and the options that go with it alone.
pub enum Action {
    Run(Run),
    Explore(Explore),
    /// With the name of the log.
    Check(Explore, String),
}

#[derive(Default)]
pub struct Run {
    pub real: bool,
    pub events: bool,
    pub checks: bool,
}

#[derive(Default)]
pub struct Explore {
    pub json: bool,
}

impl Action {
    /// Sets a switch. Returns whether it is one.
    fn set_switch(&mut self, word: &str) -> bool {
        let switch = match (self, word) {
            (Action::Run(run), "--real") => &mut run.real,
            (Action::Run(run), "--events") => &mut run.events,
            (Action::Run(run), "--check") => &mut run.checks,
            (Action::Explore(explore) | Action::Check(explore, _), "--json") => &mut explore.json,
            _ => return false,
        };
        *switch = true;
        true
    }
}

/// Reads the arguments of the command.
pub fn parse(arguments: &[String]) -> Result<Command, String> {
    let first = arguments.split_first().map(|(word, rest)| (&**word, rest));
    let (mut action, rest) = match first {
        Some(("run", rest)) => (Action::Run(Run::default()), rest),
        Some(("explore", rest)) => (Action::Explore(Explore::default()), rest),
        Some(("check", rest)) => (Action::Check(Explore::default(), String::new()), rest),
        _ => return Err("the command is `run`, `explore` or `check`".to_string()),
    };
    let mut asked = Asked::default();
    let mut words = Vec::new();
    let mut rest = rest.iter();
    while let Some(word) = rest.next() {
        if word == "--" {
            words.extend(rest.by_ref().cloned());
        } else if action.set_switch(word) {
            continue;
        } else if let Some(option) = word.strip_prefix("--") {
            let (name, value) = match option.split_once('=') {
                Some(both) => both,
                None => (
                    option,
                    &**rest.next().ok_or(format!("{word} needs a value"))?,
                ),
            };
            let set = match action {
                Action::Run(_) => asked.options.set(name, value),
                Action::Explore(_) | Action::Check(..) => asked.set(name, value),
            };
            set.map_err(|bad| match &*bad.option {
                "options" => format!("--{name} is no option of this command"),
                _ => format!("--{bad}"),
            })?;
        } else {
            words.push(word.clone());
        }
    }
    let mut words = words.into_iter();
    asked.options.file = words.next().ok_or("a file is missing")?;
    if let Action::Check(_, log) = &mut action {
        *log = words.next().ok_or("a log is missing")?;
    }
    asked.options.arguments = words.collect();
    Ok(Command { action, asked })
}
