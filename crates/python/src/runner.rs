//! Runs a program from its start to its end.

use std::rc::Rc;

use interleaved::trace::Stream;

use crate::compile::{Wanted, compile};
use crate::driver::{Driver, Options, Outcome, Written};
use crate::machine::frame::Then;
use crate::machine::{Exit, Machine, ThreadId};
use crate::source::Source;
use crate::values::Value;

/// What a run has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What was written to standard output.
    pub output: String,
    /// What was written to standard error.
    pub errors: String,
    /// What the process ends with.
    pub status: u8,
    pub outcome: Outcome,
    /// Virtual time, in nanoseconds.
    pub elapsed: u64,
    /// How many instructions were run.
    pub steps: u64,
}

/// Runs a program, and hands each piece of output on as it comes.
pub fn run(text: &str, options: Options, mut wrote: impl FnMut(&Driver, &Written)) -> Run {
    let mut driver = Driver::new(text, options);
    let (mut output, mut errors) = (String::new(), String::new());
    loop {
        let goes_on = driver.turn();
        for written in driver.take_written() {
            match written.stream {
                Stream::Output => output.push_str(&written.text),
                Stream::Error => errors.push_str(&written.text),
            }
            wrote(&driver, &written);
        }
        if !goes_on {
            break;
        }
    }
    Run {
        output,
        errors,
        status: driver.status(),
        outcome: driver.outcome().cloned().unwrap_or(Outcome::Done),
        elapsed: driver.now(),
        steps: driver.machine().steps,
    }
}

impl Machine {
    /// Makes a thread that will run a program.
    ///
    /// # Errors
    /// The exception of a program that can't be compiled.
    pub fn load(&mut self, file: &str, text: &str) -> Result<ThreadId, Value> {
        let source = Rc::new(Source::new(file, text));
        let code = match compile(&source, Wanted::Module, &self.names, false) {
            Ok(code) => code,
            Err(error) => {
                return Err(match self.syntax_error(&source, &error) {
                    Exit::Raise(exception) => exception,
                    _ => Value::None,
                });
            }
        };
        let code = self.link(&code);
        let module = self.new_module("__main__", false);
        let name = self.names.name("__main__");
        self.modules.insert(name, module);
        let name = self.names.name("__file__");
        let path = self.text(file);
        self.module_mut(module).namespace.set(name, path);
        for text in ["__doc__", "__package__", "__spec__", "__loader__"] {
            let name = self.names.name(text);
            self.module_mut(module).namespace.set(name, Value::None);
        }
        let name = self.names.name("__builtins__");
        let builtins = Value::Obj(self.builtins);
        self.module_mut(module).namespace.set(name, builtins);
        self.program = Some(code.clone());
        let thread = self.new_thread();
        self.activate(thread);
        self.run_code(code, module, None, Then::Finish);
        Ok(thread)
    }
}
