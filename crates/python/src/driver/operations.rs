//! What threads ask to be done.

use std::rc::Rc;

use interleaved::ids::{ResourceId, TaskId};
use interleaved::machine::Progress;
use interleaved::time::Time;
use interleaved::trace::{ResourceInfo, ResourceKind, Stream};

use super::{Bound, Driver, Outcome, Resource, Stdout, Thread, Waiting, Written};
use crate::machine::{self, Awaited, Operation};
use crate::values::Value;

/// More threads than this can't be started.
const MOST_THREADS: usize = 10_000;
/// In a terminal so many bytes are written even if no line ends in them.
const BUFFER: usize = 8192;

impl Driver {
    /// Does what a thread asks for. Returns whether it goes on at once.
    pub(super) fn perform(&mut self, task: TaskId, operation: Operation) -> bool {
        self.tell_line(task);
        let answer = match operation {
            Operation::Write(stream, text) => return self.write(task, stream, text),
            Operation::Flush(_) => {
                self.show(task);
                Value::None
            }
            Operation::Read => self.read(task),
            Operation::Now => Value::Int(self.kernel.now() as i64),
            Operation::Sleep(span) => {
                let progress = self.kernel.sleep(task, span);
                return self.goes_on(task, progress, Waiting::Answer(Value::None));
            }
            Operation::Start {
                function,
                name,
                is_daemon,
            } => self.start(function, name, is_daemon),
            Operation::Join { thread, limit } => {
                let until = self.until(limit);
                let progress = self.kernel.join(task, TaskId(thread), until);
                return self.goes_on(task, progress, Waiting::Join);
            }
            Operation::Make(awaited, name) => self.make(awaited, name),
            Operation::Acquire { awaited, limit } => {
                return self.acquire_or_wait(task, ResourceId(awaited), limit);
            }
            Operation::Release(lock) => Value::Bool(self.release(task, ResourceId(lock))),
            Operation::Notify(signal, count) => self.notify(task, ResourceId(signal), count),
            Operation::IsHeld(lock) => Value::Bool(self.kernel.permits(ResourceId(lock)) == 0),
        };
        self.go_on(task, answer)
    }

    fn go_on(&mut self, task: TaskId, answer: Value) -> bool {
        let id = self.threads[task.index()].id;
        self.machine.resume(id, answer);
        true
    }

    /// Lets the thread go on if what it asked for is complete, and else remembers what it
    /// waits for.
    fn goes_on(&mut self, task: TaskId, progress: Progress, waits: Waiting) -> bool {
        match (progress, waits) {
            (Progress::Complete, Waiting::Answer(value)) => self.go_on(task, value),
            (Progress::Complete, _) => self.go_on(task, Value::Bool(true)),
            (Progress::Waits, waits) => {
                self.threads[task.index()].waits = waits;
                false
            }
        }
    }

    fn until(&self, limit: Option<u64>) -> Option<Time> {
        limit.map(|limit| self.kernel.now().saturating_add(limit))
    }

    /// Tells the kernel at which line of the program a thread is.
    pub(super) fn tell_line(&mut self, task: TaskId) {
        let id = self.threads[task.index()].id;
        if let Some(line) = self.machine.line(id) {
            self.kernel.at_line(task, line);
        }
    }

    // Output and input.

    fn write(&mut self, task: TaskId, stream: machine::Stream, text: Rc<str>) -> bool {
        let stream = match stream {
            machine::Stream::Output => Stream::Output,
            machine::Stream::Error => Stream::Error,
        };
        let mut is_seen = true;
        if stream == Stream::Output && self.options.stdout == Stdout::Terminal {
            self.unseen.push_str(&text);
            is_seen = text.contains('\n') || self.unseen.len() >= BUFFER;
            if is_seen {
                self.show(task);
            }
        } else {
            self.put(task, stream, text);
        }
        if is_seen && self.may_be_interrupted(task) {
            self.threads[task.index()].waits = Waiting::Answer(Value::None);
            return false;
        }
        self.go_on(task, Value::None)
    }

    /// Shows what has been written in a terminal.
    pub(super) fn show(&mut self, task: TaskId) {
        if !self.unseen.is_empty() {
            let text = std::mem::take(&mut self.unseen);
            self.put(task, Stream::Output, text.into());
        }
    }

    fn put(&mut self, task: TaskId, stream: Stream, text: Rc<str>) {
        self.bytes_written += text.len();
        if self.bytes_written > self.options.bounds.output {
            self.outcome = Some(Outcome::Limit(Bound::Output));
            return;
        }
        self.kernel.write(task, stream, &text);
        self.written.push(Written {
            thread: task,
            stream,
            text,
        });
    }

    fn read(&mut self, task: TaskId) -> Value {
        self.show(task);
        let Some(line) = self.options.input.get(self.read) else {
            return Value::None;
        };
        self.read += 1;
        self.machine.text(line.as_str())
    }

    // Threads.

    fn start(&mut self, function: Value, name: Rc<str>, is_daemon: bool) -> Value {
        if self.threads.len() >= MOST_THREADS {
            return Value::None;
        }
        let task = self.kernel.create(&name);
        let id = self.machine.spawn(function, &[]);
        self.machine.number_thread(id, task.0);
        self.threads.push(Thread {
            id,
            name,
            waits: Waiting::Nothing,
            has_failed: false,
        });
        if is_daemon {
            self.kernel.make_daemon(task);
        }
        self.kernel.start(task);
        Value::Int(task.0.into())
    }

    // Locks and signals.

    fn make(&mut self, awaited: Awaited, name: Rc<str>) -> Value {
        let is_signal = awaited == Awaited::Signal;
        let (kind, permits) = if is_signal {
            (ResourceKind::Condition, 0)
        } else {
            (ResourceKind::Lock, 1)
        };
        let resource = self.kernel.create_resource(ResourceInfo {
            name: name.to_string(),
            kind,
            permits,
        });
        self.resources.push(Resource {
            name,
            is_signal,
            holder: None,
            since: None,
        });
        Value::Int(resource.0.into())
    }

    fn acquire_or_wait(&mut self, task: TaskId, resource: ResourceId, limit: Option<u64>) -> bool {
        if limit == Some(0) && self.kernel.permits(resource) == 0 {
            return self.go_on(task, Value::Bool(false));
        }
        let until = self.until(limit);
        if self.resources[resource.index()].is_signal {
            let progress = self.kernel.acquire(task, resource, until);
            return self.goes_on(task, progress, Waiting::Signal);
        }
        self.acquire(task, resource, until) && self.go_on(task, Value::Bool(true))
    }

    /// Takes a lock, or waits for it. Returns whether it is taken.
    pub(super) fn acquire(&mut self, task: TaskId, lock: ResourceId, until: Option<Time>) -> bool {
        match self.kernel.acquire(task, lock, until) {
            Progress::Complete => {
                let since = self.machine.line(self.threads[task.index()].id);
                let resource = &mut self.resources[lock.index()];
                (resource.holder, resource.since) = (Some(task), since);
                true
            }
            Progress::Waits => {
                self.threads[task.index()].waits = Waiting::Lock(lock, until);
                false
            }
        }
    }

    fn release(&mut self, task: TaskId, lock: ResourceId) -> bool {
        let is_held = self.kernel.permits(lock) == 0;
        if is_held {
            self.resources[lock.index()].holder = None;
            self.kernel.let_go(task, lock);
        }
        is_held
    }

    fn notify(&mut self, task: TaskId, signal: ResourceId, count: u32) -> Value {
        let mut told = 0;
        while told < count && self.kernel.is_wanted(signal) {
            self.kernel.release(task, signal);
            told += 1;
        }
        Value::Int(told.into())
    }
}
