//! Where a line of the program begins.

use std::rc::Rc;

use interleaved::ids::TaskId;

use crate::code::Code;
use crate::code::instr::Instr;
use crate::driver::Driver;

/// Where a thread is in the program: in the innermost call of the program's own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Which of the thread's frames that is.
    pub depth: usize,
    code: *const Code,
    /// The next instruction.
    next: u32,
    /// Whether it is that one that runs, and not something that it has called.
    pub runs: bool,
}

impl Place {
    /// Where a thread is, unless none of its calls is the program's.
    pub fn of(driver: &Driver, task: TaskId) -> Option<Place> {
        let thread = driver.machine().thread_at(driver.thread_id(task)?);
        let frames = &thread.frames;
        let depth = frames.iter().rposition(|frame| !frame.code.is_library)?;
        let frame = &frames[depth];
        Some(Place {
            depth,
            code: Rc::as_ptr(&frame.code),
            next: frame.pc,
            runs: depth + 1 == frames.len() && !driver.is_in_operation(task),
        })
    }

    /// The line that its next instruction is of.
    pub fn line(self, driver: &Driver, task: TaskId) -> Option<u32> {
        let thread = driver.machine().thread_at(driver.thread_id(task)?);
        let frame = thread.frames.get(self.depth)?;
        Some(frame.code.line(self.next) as u32)
    }

    /// Whether a thread that is here, and was elsewhere an instruction before, has a line
    /// before it of which nothing has run yet.
    pub fn begins_line(self, before: Option<Place>, driver: &Driver, task: TaskId) -> bool {
        if !self.runs {
            return false;
        }
        let id = driver.thread_id(task);
        let frame = id.and_then(|id| driver.machine().thread_at(id).frames.get(self.depth));
        let Some(frame) = frame else {
            return false;
        };
        let ran = match before {
            Some(before) if before.depth == self.depth && before.code == self.code => {
                if before.runs {
                    before.next
                } else {
                    before.next.saturating_sub(1)
                }
            }
            // It has come back from a call.
            Some(before) if before.depth > self.depth => self.next.saturating_sub(1),
            _ => return self.next == 0,
        };
        let jumped_back = self.next <= ran && before.is_some_and(|it| it.next != self.next);
        let next = frame.code.instrs.get(self.next as usize);
        if let Some(Instr::Jump(_) | Instr::JumpBack(_)) = next {
            // What comes after the jump is the line that begins.
            return jumped_back;
        }
        jumped_back || frame.code.line(self.next) != frame.code.line(ran)
    }
}
