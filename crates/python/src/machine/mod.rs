//! The machine: a value that holds a program's whole state.
//!
//! It knows nothing of schedules, clocks and screens. It runs one of its threads,
//! one instruction at a time, until that ends or wants something done outside
//! ([`Operation`]).

pub mod arguments;
pub mod attribute;
pub mod await_step;
pub mod call;
pub mod class_attr;
pub mod collect;
pub mod compare;
pub mod complex;
pub mod construct;
pub mod deliver;
pub mod digest;
mod digest_object;
pub mod element;
pub mod exception;
pub mod execute;
pub mod exit;
pub mod format;
pub mod frame;
pub mod function;
pub mod generate;
pub mod hash;
pub mod heap;
pub mod import;
pub mod instance;
pub mod iter_step;
pub mod iterate;
pub mod link;
pub mod make;
pub mod matching;
pub mod native;
pub mod numbers;
pub mod operation;
pub mod operator;
pub mod repr;
mod repr_simple;
pub mod rest;
pub mod slice;
pub mod thread;
pub mod traceback;
pub mod truth;
pub mod unawaited;
pub mod unpack;
pub mod unwind;
pub mod variables;

use std::collections::HashMap;
use std::rc::Rc;

use crate::code::Code;
use crate::names::{Name, Names};
use crate::values::{ObjId, Value};
pub use exit::Exit;
use heap::Heap;
pub use operation::{Awaited, Operation, Step, Stream};
use thread::Thread;

/// What a function that may not return in the ordinary way returns.
pub type Outcome<T = Value> = Result<T, Exit>;

/// How many frames a thread may have.
pub const RECURSION_LIMIT: usize = 1000;

/// A thread of a machine, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadId(pub u32);

/// A program's whole state.
#[derive(Clone, Debug)]
pub struct Machine {
    pub heap: Heap,
    pub names: Names,
    /// The thread that runs, or ran last; its place among the others is empty.
    pub thread: Thread,
    active: ThreadId,
    others: Vec<Thread>,
    /// All modules that have been imported.
    pub modules: HashMap<Name, ObjId>,
    /// The module of the builtin names.
    pub builtins: ObjId,
    /// Where the texts of one ASCII character stand, and before them the empty one: they
    /// are needed all the time.
    small_texts: Option<ObjId>,
    /// The names that only the library sees.
    pub natives: ObjId,
    /// Where attributes of classes were found.
    lookups: attribute::Lookups,
    /// All codes that were made ready to run: their constants are kept.
    codes: Vec<Rc<Code>>,
    /// Where texts are written before they are made.
    buffer: String,
    /// The deepest nesting of the builtin functions that go into values.
    depth: usize,
    /// How many instructions have been run.
    pub steps: u64,
    pub limits: Limits,
    /// After so many nanoseconds a thread lets others run, under the lock of CPython.
    pub switch_interval: u64,
    /// What chance that the library makes up begins with.
    pub seed: u32,
    /// The arguments of the program, for `sys.argv`.
    pub arguments: Rc<[String]>,
    /// The source of the program.
    pub program: Option<Rc<Code>>,
}

/// What a program may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Decimal digits of an integer that is turned into text, or back.
    pub digits: usize,
    pub recursion: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            digits: 4300,
            recursion: RECURSION_LIMIT,
        }
    }
}

impl Machine {
    /// A machine with the builtin classes and functions, and no thread.
    pub fn new() -> Machine {
        thread_local! {
            // It is the same each time, and a clone takes a hundredth of the time.
            static READY: Machine = Machine::make();
        }
        let mut machine = READY.with(Machine::clone);
        // What another program has named is nothing to this one.
        machine.names = machine.names.separate();
        machine
    }

    fn make() -> Machine {
        let mut machine = Machine {
            heap: Heap::default(),
            names: Names::default(),
            thread: Thread::default(),
            active: ThreadId(0),
            others: Vec::new(),
            modules: HashMap::new(),
            builtins: ObjId(0),
            small_texts: None,
            natives: ObjId(0),
            lookups: attribute::Lookups::default(),
            codes: Vec::new(),
            buffer: String::new(),
            depth: 0,
            steps: 0,
            limits: Limits::default(),
            switch_interval: 5_000_000,
            seed: 0,
            arguments: Rc::new([]),
            program: None,
        };
        crate::builtins::install(&mut machine);
        machine
    }

    /// The number of a text as an identifier.
    pub fn name(&self, text: &str) -> Name {
        self.names.name(text)
    }
}

impl Default for Machine {
    fn default() -> Self {
        Machine::new()
    }
}
