//! A run on its way through the search.

use std::rc::Rc;

use interleaved::ids::TaskId;
use interleaved::trace::Stream;

use super::sites::{By, Site, common};
use super::touch::{Place, Touch, touches};
use crate::driver::{Driver, Pause, Watch};
use crate::machine::digest::Origin;
use crate::machine::heap::{NONE, PAGE};
use crate::machine::{self, Machine, Operation, ThreadId};

/// See the module.
#[derive(Clone, Debug)]
pub struct Path {
    pub driver: Driver,
    pub output: String,
    pub errors: String,
    /// Where each thread's next object comes: each has places of its own, so that what one
    /// makes lies where it does whatever others make.
    free: Vec<u32>,
    /// Who has made the objects of each page that there wasn't from the start.
    makers: Rc<Vec<u32>>,
}

/// What a step has touched.
#[derive(Debug, Default)]
pub struct Step {
    pub touches: Vec<Touch>,
    /// Those of the program's own instructions, with their lines, if that is asked for.
    pub own: Option<Vec<Own>>,
    /// The locks that it has asked for.
    pub asked: Vec<u32>,
    /// Those that it has released.
    pub released: Vec<u32>,
    instruction: Vec<Touch>,
}

/// An instruction of the program that touches something.
#[derive(Clone, Copy, Debug)]
pub struct Own {
    pub touch: Touch,
    pub line: u32,
}

impl Step {
    /// The first step from a state: its lines are asked for.
    pub fn of_first() -> Step {
        Step {
            own: Some(Vec::new()),
            ..Step::default()
        }
    }

    pub fn clear(&mut self) {
        self.touches.clear();
        self.asked.clear();
        self.released.clear();
    }
}

impl Watch for Step {
    fn instruction(&mut self, machine: &Machine, thread: ThreadId) {
        self.instruction.clear();
        touches(machine, thread, &mut self.instruction);
        if let Some(own) = &mut self.own
            && !self.instruction.is_empty()
            && machine.is_in_program(thread)
        {
            let line = machine.next_line(thread);
            own.extend(self.instruction.iter().map(|&touch| Own { touch, line }));
        }
        self.touches.append(&mut self.instruction);
    }

    fn operation(&mut self, operation: &Operation) {
        let (place, writes) = match *operation {
            Operation::Write(stream, _) | Operation::Flush(stream) => {
                let number = match stream {
                    machine::Stream::Output => 0,
                    machine::Stream::Error => 1,
                };
                (Place::Stream(number), true)
            }
            Operation::Read => (Place::Input, true),
            // Who waits until a thread has ended may begin to at any time.
            Operation::Join { limit: None, .. } => return,
            Operation::Join { thread, .. } => (Place::End(thread), false),
            Operation::Acquire { awaited, limit } => {
                self.asked.push(awaited);
                if limit.is_some() {
                    let place = Place::Held(awaited);
                    self.touches.push(Touch::new(place, true));
                }
                (Place::Resource(awaited), true)
            }
            Operation::Release(awaited) => {
                self.released.push(awaited);
                (Place::Held(awaited), false)
            }
            Operation::Notify(awaited, _) => (Place::Resource(awaited), true),
            Operation::IsHeld(awaited) => {
                let place = Place::Held(awaited);
                self.touches.push(Touch::new(place, true));
                (Place::Resource(awaited), false)
            }
            Operation::Now
            | Operation::Sleep(_)
            | Operation::Start { .. }
            | Operation::Make(..) => return,
        };
        self.touches.push(Touch { place, writes });
    }

    fn tries(&mut self, awaited: u32) {
        self.asked.push(awaited);
        let place = Place::Resource(awaited);
        self.touches.push(Touch {
            place,
            writes: true,
        });
    }

    fn ends(&mut self, task: TaskId) {
        let place = Place::End(task.0);
        self.touches.push(Touch {
            place,
            writes: true,
        });
    }
}

impl Path {
    pub fn new(driver: Driver) -> Path {
        Path {
            driver,
            output: String::new(),
            errors: String::new(),
            free: Vec::new(),
            makers: Rc::default(),
        }
    }

    /// From here on threads make objects in places of their own.
    pub fn separate(&mut self) {
        // The free places that there are stay free.
        self.driver.machine_mut().heap.exchange_free(&mut { NONE });
    }

    /// Where a thread is.
    pub fn site(&self, task: TaskId) -> Site {
        let id = self.driver.thread_id(task);
        let frames = id.map(|id| &self.driver.machine().thread_at(id).frames);
        match frames.and_then(|frames| frames.last()) {
            Some(frame) => (Rc::as_ptr(&frame.code) as usize, frame.pc),
            None => (0, 0),
        }
    }

    /// Who does a thread's next step.
    pub fn by(&self, task: TaskId) -> By {
        By {
            thread: task.0,
            site: self.site(task),
            locks: self.driver.held_by(task).into_iter().collect(),
            is_alone: self.driver.is_alone(),
        }
    }

    /// It is a thread's turn. Returns whether it runs.
    pub fn give_turn(&mut self, task: TaskId, step: &mut Step) -> bool {
        self.exchange_free(task);
        let runs = self.driver.give_turn(task, step);
        self.end_step(task);
        runs
    }

    /// The thread that runs goes on.
    pub fn advance(&mut self, step: &mut Step) -> Pause {
        let Some(task) = self.driver.unfinished() else {
            return Pause::Away;
        };
        self.exchange_free(task);
        let pause = self.driver.advance(step);
        self.end_step(task);
        for written in self.driver.take_written() {
            match written.stream {
                Stream::Output => self.output.push_str(&written.text),
                Stream::Error => self.errors.push_str(&written.text),
            }
        }
        pause
    }

    fn exchange_free(&mut self, task: TaskId) {
        if self.free.len() <= task.index() {
            self.free.resize(task.index() + 1, NONE);
        }
        let free = &mut self.free[task.index()];
        self.driver.machine_mut().heap.exchange_free(free);
    }

    fn end_step(&mut self, task: TaskId) {
        self.exchange_free(task);
        let pages = self.driver.machine().heap.places() / PAGE;
        if pages > self.makers.len() {
            Rc::make_mut(&mut self.makers).resize(pages, task.0);
        }
    }

    /// What a step has touched, as it is called in all runs.
    pub fn common(&self, touch: Touch, origin: &Origin, resources: u32) -> Touch {
        let maker = |id: u32| self.makers[id as usize / PAGE];
        Touch {
            place: common(touch.place, origin.places(), resources, maker),
            ..touch
        }
    }
}
