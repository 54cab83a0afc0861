//! Runs a program that has one thread, in virtual time, from its start to its end.

use std::rc::Rc;

use crate::compile::{Wanted, compile};
use crate::machine::frame::Then;
use crate::machine::{Exit, Machine, Operation, Step, Stream, ThreadId};
use crate::source::Source;
use crate::values::Value;

/// What a run has come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    pub output: String,
    pub errors: String,
    pub status: u8,
    /// Virtual time, in nanoseconds.
    pub elapsed: u64,
    /// How many instructions were run.
    pub steps: u64,
    /// Whether it was ended because it had run so many instructions.
    pub is_cut: bool,
}

/// What one instruction takes, in nanoseconds of virtual time.
const INSTRUCTION: u64 = 30;

/// How a program is run.
#[derive(Clone, Debug)]
pub struct Options {
    pub file: String,
    pub arguments: Vec<String>,
    /// Lines that `input` reads.
    pub input: Vec<String>,
    pub steps: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            file: "program.py".to_string(),
            arguments: Vec::new(),
            input: Vec::new(),
            steps: 2_000_000_000,
        }
    }
}

/// Runs a program, and hands each piece of output on as it comes.
pub fn run(text: &str, options: &Options, mut wrote: impl FnMut(Stream, &str)) -> Run {
    let mut machine = Machine::new();
    let mut arguments = vec![options.file.clone()];
    arguments.extend(options.arguments.iter().cloned());
    machine.arguments = arguments.into();
    let mut run = Run::default();
    let thread = match machine.load(&options.file, text) {
        Ok(thread) => thread,
        Err(exception) => {
            report(&mut machine, exception, &mut run, &mut wrote);
            return run;
        }
    };
    let mut input = options.input.iter();
    match drive(
        &mut machine,
        thread,
        &mut input,
        options.steps,
        &mut run,
        &mut wrote,
    ) {
        Ended::With(Ok(_)) => {}
        Ended::With(Err(exception)) => report(&mut machine, exception, &mut run, &mut wrote),
        Ended::Cut => run.is_cut = true,
    }
    run.steps = machine.steps;
    run.elapsed += machine.steps * INSTRUCTION;
    run
}

enum Ended {
    With(Result<Value, Value>),
    Cut,
}

fn drive<'i>(
    machine: &mut Machine,
    thread: ThreadId,
    input: &mut impl Iterator<Item = &'i String>,
    steps: u64,
    run: &mut Run,
    wrote: &mut impl FnMut(Stream, &str),
) -> Ended {
    loop {
        let left = steps.saturating_sub(machine.steps);
        match machine.run(thread, left) {
            Step::Finished(value) => return Ended::With(Ok(value)),
            Step::Raised(exception) => return Ended::With(Err(exception)),
            Step::Continue => return Ended::Cut,
            Step::Blocked(operation) => {
                let answer = perform(machine, operation, input, run, wrote);
                machine.resume(thread, answer);
            }
        }
    }
}

fn perform<'i>(
    machine: &mut Machine,
    operation: Operation,
    input: &mut impl Iterator<Item = &'i String>,
    run: &mut Run,
    wrote: &mut impl FnMut(Stream, &str),
) -> Value {
    match operation {
        Operation::Write(stream, text) => {
            match stream {
                Stream::Output => run.output.push_str(&text),
                Stream::Error => run.errors.push_str(&text),
            }
            wrote(stream, &text);
            Value::None
        }
        Operation::Read => match input.next() {
            Some(line) => machine.text(line.as_str()),
            None => Value::None,
        },
        Operation::Now => Value::Int((run.elapsed + machine.steps * INSTRUCTION) as i64),
        Operation::Sleep(nanoseconds) => {
            run.elapsed += nanoseconds;
            Value::None
        }
        Operation::Other(..) => Value::None,
    }
}

/// Lets the library report an exception that nothing has caught.
fn report(
    machine: &mut Machine,
    exception: Value,
    run: &mut Run,
    wrote: &mut impl FnMut(Stream, &str),
) {
    let function = machine.library_function("_report");
    let thread = machine.spawn(function, &[exception]);
    let steps = machine.steps + 50_000_000;
    let ended = drive(machine, thread, &mut [].iter(), steps, run, wrote);
    run.status = match ended {
        Ended::With(Ok(Value::Int(status))) => status as u8,
        _ => 1,
    };
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
