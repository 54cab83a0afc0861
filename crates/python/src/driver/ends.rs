//! What comes after the end of a thread, and of the program.

use interleaved::ids::TaskId;

use super::{Driver, Main};
use crate::values::Value;

impl Driver {
    /// Does what comes after a thread's end. Returns whether it goes on all the same.
    pub(super) fn end_thread(&mut self, task: TaskId, result: Result<Value, Value>) -> bool {
        self.tell_line(task);
        if task == TaskId::MAIN {
            return self.end_main(result);
        }
        match result {
            Err(exception) if !self.machine.is_exit(exception) => {
                self.threads[task.index()].has_failed = true;
                let words = self.machine.exception_in_words(exception);
                self.kernel.raise(task, &words);
            }
            _ => self.kernel.finish(task),
        }
        false
    }

    fn end_main(&mut self, result: Result<Value, Value>) -> bool {
        match (self.main, result) {
            (Main::Program, Err(exception)) => {
                self.main = Main::Reports;
                self.go_on_with("_report", &[exception])
            }
            (Main::Program, Ok(_)) => {
                self.main = Main::ShutsDown;
                self.go_on_with("_shut_down", &[])
            }
            (Main::Reports, result) => {
                self.status = match result {
                    Ok(Value::Int(status)) => status as u8,
                    _ => 1,
                };
                self.main = Main::ShutsDown;
                self.go_on_with("_shut_down", &[])
            }
            (Main::ShutsDown, _) => {
                if self.status == 0 {
                    self.kernel.finish(TaskId::MAIN);
                } else {
                    self.kernel.raise(TaskId::MAIN, "");
                }
                false
            }
        }
    }

    fn go_on_with(&mut self, function: &str, arguments: &[Value]) -> bool {
        let function = self.machine.library_function(function);
        self.threads[0].id = self.machine.spawn(function, arguments);
        true
    }
}
