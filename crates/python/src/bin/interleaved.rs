//! `interleaved run FILE`

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use interleaved::trace::{Keep, Stream};
use interleaved_python::driver::{Driver, Options, Outcome, Stdout, Switch, Written};
use interleaved_python::runner::run;

const USAGE: &str = "\
usage: interleaved run [OPTION...] FILE [ARGUMENT...]
  --seed N             who goes next: 0 is in turn, the default
  --switch instruction|gil
                       where a thread may be interrupted
  --stdout notebook|terminal
                       whether a print is several writes, or one";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("interleaved: {problem}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn command(arguments: &[String]) -> Result<ExitCode, String> {
    let Some(("run", rest)) = arguments.split_first().map(|(word, rest)| (&**word, rest)) else {
        return Err("the command is `run`".to_string());
    };
    let mut options = Options {
        keep: Keep::Output,
        ..Options::default()
    };
    let mut rest = rest.iter();
    let file = loop {
        let word = rest.next().ok_or("a file is missing")?;
        if !word.starts_with("--") {
            break word;
        }
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, value.to_string()),
            None => {
                let value = rest.next().ok_or(format!("{word} needs a value"))?;
                (&**word, value.clone())
            }
        };
        set(&mut options, name, &value)?;
    };
    options.file = file.clone();
    options.arguments = rest.cloned().collect();
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    if !std::io::stdin().is_terminal() {
        options.input = std::io::stdin().lines().map_while(Result::ok).collect();
    }
    let run = run(&text, options, show);
    Ok(end(&run.outcome, run.status))
}

fn set(options: &mut Options, name: &str, value: &str) -> Result<(), String> {
    match (name, value) {
        ("--seed", seed) => {
            options.seed = seed.parse().map_err(|_| {
                format!("--seed is a whole number from 0 to 4294967295, not {seed}")
            })?;
        }
        ("--switch", "instruction") => options.switch = Switch::Instruction,
        ("--switch", "gil") => options.switch = Switch::Gil,
        ("--stdout", "notebook") => options.stdout = Stdout::Notebook,
        ("--stdout", "terminal") => options.stdout = Stdout::Terminal,
        ("--switch" | "--stdout", _) => return Err(format!("{name} can't be {value}")),
        _ => return Err(format!("there is no option {name}")),
    }
    Ok(())
}

fn show(_: &Driver, written: &Written) {
    let text = written.text.as_bytes();
    // Whoever reads may have gone away: then there is nobody to tell.
    let _ = match written.stream {
        Stream::Output => std::io::stdout().write_all(text),
        Stream::Error => std::io::stderr().write_all(text),
    };
}

fn end(outcome: &Outcome, status: u8) -> ExitCode {
    let _ = std::io::stdout().flush();
    match outcome {
        Outcome::Deadlock(waits) => {
            eprintln!("interleaved: deadlock: nobody can go on");
            for wait in waits {
                eprintln!("  {wait}");
            }
        }
        Outcome::Limit(bound) => eprintln!("interleaved: {bound}"),
        Outcome::Done | Outcome::Raised => {}
    }
    ExitCode::from(status)
}
