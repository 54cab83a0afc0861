//! The command line.

use interleaved_python::driver::Options;

pub const USAGE: &str = "\
usage: interleaved run [OPTION...] FILE [ARGUMENT...]
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
                let option = name.trim_start_matches("--");
                command
                    .options
                    .set(option, value)
                    .map_err(|bad| format!("--{bad}"))?;
            }
            _ => break word,
        }
    };
    command.options.file = file.clone();
    command.options.arguments = rest.cloned().collect();
    Ok(command)
}
