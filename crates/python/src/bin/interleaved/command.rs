//! The command line.

use interleaved_python::driver::{Options, Stdout, Switch};

pub const USAGE: &str = "\
usage: interleaved run [OPTION...] FILE [ARGUMENT...]
  --seed N             who goes next: 0, the default, is in turn
  --schedule N,N,...   who goes next each time that several can: 0 is who ran last
  --switch instruction|gil
                       where a thread may be interrupted
  --stdout notebook|terminal
                       whether a print is several writes, or one
  --real               take as long as the program says
  --events             write what happens, a line of JSON for each event
  --check              only say what the program needs and can't have here";

/// What is to be done.
pub struct Command {
    pub options: Options,
    pub real: bool,
    pub events: bool,
    pub checks: bool,
}

/// Reads the arguments of the command.
pub fn parse(arguments: &[String]) -> Result<Command, String> {
    let Some(("run", rest)) = arguments.split_first().map(|(word, rest)| (&**word, rest)) else {
        return Err("the command is `run`".to_string());
    };
    let mut command = Command {
        options: Options::default(),
        real: false,
        events: false,
        checks: false,
    };
    let mut rest = rest.iter();
    let file = loop {
        let word = rest.next().ok_or("a file is missing")?;
        match &**word {
            "--real" => command.real = true,
            "--events" => command.events = true,
            "--check" => command.checks = true,
            word if word.starts_with("--") => {
                let (name, value) = match word.split_once('=') {
                    Some((name, value)) => (name, value),
                    None => (word, &**rest.next().ok_or(format!("{word} needs a value"))?),
                };
                set(&mut command.options, name, value)?;
            }
            _ => break word,
        }
    };
    command.options.file = file.clone();
    command.options.arguments = rest.cloned().collect();
    Ok(command)
}

fn set(options: &mut Options, name: &str, value: &str) -> Result<(), String> {
    match (name, value) {
        ("--seed", seed) => {
            options.seed = seed
                .parse()
                .map_err(|_| format!("--seed is a whole number up to 4294967295, not {seed}"))?;
        }
        ("--schedule", choices) => {
            let numbers = choices.split(',').map(|number| number.trim().parse());
            let numbers: Result<Vec<usize>, _> = numbers.collect();
            let numbers = numbers
                .map_err(|_| format!("--schedule is whole numbers with commas, not {choices}"))?;
            options.schedule = Some(numbers.into());
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
