//! Python programs, run step by step on a machine that is one value.
//!
//! In reading order:
//!
//! 1. [`fault`]: what a function answers that can't.
//! 2. [`text`], [`number`], [`math`], [`random`], [`calendar`]: texts, numbers and dates as
//!    Python reads, computes, formats and prints them. They know no machine.
//! 3. [`names`] and [`values`]: what Python's values are made of.
//! 4. [`source`]: the text of a program; [`code`]: the instructions that it becomes;
//!    [`compile`]: how it does.
//! 5. [`machine`]: the state of a running program, and how it goes on.
//! 6. [`builtins`] and [`modules`]: the functions, classes and modules that programs
//!    find. Much of it is Python code, in the folder `prelude`.
//! 7. [`refusal`]: what a program needs and can't have here.
//! 8. [`driver`]: runs the threads of a program, as tasks of the engine.
//! 9. [`runner`]: runs a program from its start to its end.
//! 10. [`replay`]: runs that are gone through in both directions, and what there is to be
//!     seen at each moment.
//! 11. [`told`]: what has happened, as JSON.
#![allow(missing_docs)]

pub mod builtins;
pub mod calendar;
pub mod code;
pub mod compile;
pub mod driver;
pub mod explore;
pub mod fault;
pub mod machine;
pub mod math;
pub mod modules;
pub mod names;
pub mod number;
pub mod random;
pub mod refusal;
pub mod regex;
pub mod replay;
pub mod runner;
pub mod source;
pub mod text;
pub mod told;
pub mod types;
pub mod values;
