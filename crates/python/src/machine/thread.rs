//! Threads of a machine, from the outside.

use super::exit::Exit;
use super::frame::{Frame, Then};
use super::operation::Step;
use super::{Machine, ThreadId};
use crate::code::instr::Instr;
use crate::values::Value;

/// A thread: its frames, and the variables and operands of all of them.
#[derive(Clone, Debug)]
pub struct Thread {
    /// Its number among the threads of the program, for whoever runs them.
    pub number: u32,
    pub stack: Vec<Value>,
    pub frames: Vec<Frame>,
    /// The exception that is being handled.
    pub handling: Value,
    /// What it has ended with.
    pub result: Option<Result<Value, Value>>,
    /// What is done with the answer of the operation that it waits for.
    pub pending: Then,
}

impl Default for Thread {
    fn default() -> Self {
        Thread {
            number: 0,
            stack: Vec::new(),
            frames: Vec::new(),
            handling: Value::None,
            result: None,
            pending: Then::Push,
        }
    }
}

impl Machine {
    /// Makes a thread that will call something. Arguments are positional.
    pub fn spawn(&mut self, callee: Value, arguments: &[Value]) -> ThreadId {
        let id = self.new_thread();
        let before = self.active;
        self.activate(id);
        let exit = self.tail(callee, arguments, Then::Finish);
        let result = self.follow(Err(exit));
        if let Err(exit) = result {
            self.leave(exit);
        }
        self.activate(before);
        id
    }

    /// Makes a thread that has nothing to do yet.
    pub fn new_thread(&mut self) -> ThreadId {
        self.others.push(Thread::default());
        ThreadId(self.others.len() as u32 - 1)
    }

    /// Makes a thread the one that runs.
    pub fn activate(&mut self, id: ThreadId) {
        if id == self.active {
            // The first thread is active before it is there.
            return;
        }
        let (from, to) = (self.active.0 as usize, id.0 as usize);
        if let Some(place) = self.others.get_mut(from) {
            std::mem::swap(place, &mut self.thread);
        }
        std::mem::swap(&mut self.others[to], &mut self.thread);
        self.active = id;
    }

    /// The thread that runs, or ran last.
    pub fn active(&self) -> ThreadId {
        self.active
    }

    /// A thread's frames and values.
    pub fn thread_at(&self, id: ThreadId) -> &Thread {
        if id == self.active {
            &self.thread
        } else {
            &self.others[id.0 as usize]
        }
    }

    /// Says which of the program's threads a thread is.
    pub fn number_thread(&mut self, id: ThreadId, number: u32) {
        if id == self.active {
            self.thread.number = number;
        } else {
            self.others[id.0 as usize].number = number;
        }
    }

    /// The line of the program that a thread is at, if any of it is the program's.
    pub fn line(&self, id: ThreadId) -> Option<u32> {
        let mut frames = self.thread_at(id).frames.iter().rev();
        let frame = frames.find(|frame| !frame.code.is_library)?;
        Some(frame.code.line(frame.pc.saturating_sub(1)) as u32)
    }

    /// The line of the instruction that a thread runs next, which is the program's own.
    pub fn next_line(&self, id: ThreadId) -> u32 {
        let frame = self.thread_at(id).frames.last();
        frame.map_or(0, |frame| frame.code.line(frame.pc) as u32)
    }

    /// Whether a thread's innermost frame is the program's own, and not the library's.
    pub fn is_in_program(&self, id: ThreadId) -> bool {
        let frame = self.thread_at(id).frames.last();
        frame.is_some_and(|frame| !frame.code.is_library)
    }

    /// Whether a thread's innermost frame has been called by the program's own, and has not
    /// begun.
    pub fn has_just_called(&self, id: ThreadId) -> bool {
        match self.thread_at(id).frames.as_slice() {
            [.., caller, frame] => frame.pc == 0 && !caller.code.is_library,
            _ => false,
        }
    }

    /// How many threads there are, ended ones included.
    pub fn thread_count(&self) -> usize {
        self.others.len()
    }

    /// About how many bytes the frames and values of all threads take.
    pub fn thread_bytes(&self) -> usize {
        let threads = self.others.iter().chain([&self.thread]);
        let bytes = |thread: &Thread| {
            let values = thread.stack.capacity() * size_of::<Value>();
            size_of::<Thread>() + values + thread.frames.capacity() * size_of::<Frame>()
        };
        threads.map(bytes).sum()
    }

    /// All threads but the active one, whose place is empty.
    pub fn other_threads(&self) -> &[Thread] {
        &self.others
    }

    /// The instruction that a thread runs next.
    pub fn next_instruction(&self, id: ThreadId) -> Option<Instr> {
        let frame = self.thread_at(id).frames.last()?;
        frame.code.instrs.get(frame.pc as usize).copied()
    }

    /// Runs one instruction of a thread.
    pub fn step(&mut self, id: ThreadId) -> Step {
        self.run(id, 1)
    }

    /// Runs a thread until it ends, blocks, or has run so many instructions.
    pub fn run(&mut self, id: ThreadId, budget: u64) -> Step {
        self.activate(id);
        let mut left = budget;
        loop {
            if let Some(result) = self.thread.result {
                return match result {
                    Ok(value) => Step::Finished(value),
                    Err(exception) => Step::Raised(exception),
                };
            }
            if self.thread.frames.is_empty() {
                return Step::Finished(Value::None);
            }
            if left == 0 {
                return Step::Continue;
            }
            let before = left;
            let result = self.execute(&mut left);
            self.steps += before - left;
            match self.follow(result) {
                Ok(()) => {}
                Err(Exit::Block(operation)) => return Step::Blocked(*operation),
                Err(exit) => {
                    if let Some(step) = self.leave(exit) {
                        return step;
                    }
                }
            }
        }
    }

    /// Goes on after an operation, with its answer.
    pub fn resume(&mut self, id: ThreadId, answer: Value) {
        self.activate(id);
        let then = std::mem::replace(&mut self.thread.pending, Then::Push);
        let result = self.deliver(answer, then);
        let result = self.follow(result);
        if let Err(exit) = result {
            self.leave(exit);
        }
    }

    /// Goes on after an operation that ended with an exception.
    pub fn resume_raising(&mut self, id: ThreadId, exception: Value) {
        self.activate(id);
        let result = self.follow(Err(Exit::Raise(exception)));
        if let Err(exit) = result {
            self.leave(exit);
        }
    }

    /// What an exit that nothing has followed up comes to.
    fn leave(&mut self, exit: Exit) -> Option<Step> {
        match exit {
            Exit::Block(operation) => Some(Step::Blocked(*operation)),
            Exit::Raise(exception) | Exit::Reraise(exception) => {
                self.thread.result = Some(Err(exception));
                None
            }
            Exit::Call(..) | Exit::Switch => None,
        }
    }

    /// Follows calls and exceptions up, until an instruction comes next or the
    /// thread has to wait or end.
    pub fn follow(&mut self, mut result: Result<(), Exit>) -> Result<(), Exit> {
        loop {
            result = match result {
                Ok(()) | Err(Exit::Switch) => return Ok(()),
                Err(Exit::Call(count, then)) => self.call(count, then),
                Err(Exit::Raise(exception)) => self.raise(exception, true),
                Err(Exit::Reraise(exception)) => self.raise(exception, false),
                Err(Exit::Block(operation)) => return Err(Exit::Block(operation)),
            };
            if let Err(Exit::Raise(_) | Exit::Reraise(_)) = result
                && self.thread.frames.is_empty()
            {
                return result;
            }
        }
    }
}
