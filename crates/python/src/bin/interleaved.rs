//! `interleaved run FILE`

use std::io::Write;
use std::process::ExitCode;

use interleaved_python::machine::Stream;
use interleaved_python::runner::{Options, run};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [command, file, rest @ ..] = arguments.as_slice() else {
        return usage();
    };
    if command != "run" {
        return usage();
    }
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("interleaved: {file}: {error}");
            return ExitCode::from(2);
        }
    };
    let options = Options {
        file: file.clone(),
        arguments: rest.to_vec(),
        input: std::io::stdin().lines().map_while(Result::ok).collect(),
        ..Options::default()
    };
    let run = run(&text, &options, |stream, text| {
        // Whoever reads may have gone away: then there is nobody to tell.
        let _ = match stream {
            Stream::Output => std::io::stdout().write_all(text.as_bytes()),
            Stream::Error => std::io::stderr().write_all(text.as_bytes()),
        };
    });
    let _ = std::io::stdout().flush();
    if run.is_cut {
        eprintln!("interleaved: ended after {} instructions", run.steps);
        return ExitCode::from(1);
    }
    ExitCode::from(run.status)
}

fn usage() -> ExitCode {
    eprintln!("usage: interleaved run FILE [ARGUMENT...]");
    ExitCode::from(2)
}
