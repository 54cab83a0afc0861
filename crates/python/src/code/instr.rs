//! The instructions of the machine.
//!
//! It is a stack machine. A frame's variables stand at the bottom of its part of
//! the stack and are named by their slots; above them are operands.

use super::operator::{Binary, Compare, Unary};

/// The number of an instruction that a jump goes to.
pub type Target = u32;

/// An instruction. Numbers are those of slots, constants or names of the code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Instr {
    Nop,
    /// Only there to be the line of something that does nothing.
    Line,

    // Constants and the stack.
    Const(u16),
    Int(i32),
    None,
    True,
    False,
    Pop,
    /// Pops the result of a call that is a statement: coroutines are to be awaited.
    Discard,
    /// Pushes what is at a depth, 0 being the top.
    Copy(u16),
    /// Exchanges the top with what is at a depth.
    Swap(u16),
    /// Moves the top down to a depth.
    Down(u16),

    // Variables.
    Local(u16),
    SetLocal(u16),
    DeleteLocal(u16),
    MakeCell(u16),
    Cell(u16),
    SetCell(u16),
    DeleteCell(u16),
    /// A variable of a class's body, else that of the function around.
    ClassCell {
        slot: u16,
        name: u16,
    },
    Global {
        name: u16,
        cache: u16,
    },
    SetGlobal(u16),
    DeleteGlobal(u16),
    /// A variable of a class's body, else a global one.
    Name(u16),
    SetName(u16),
    DeleteName(u16),

    // Attributes and elements.
    Attr {
        name: u16,
        cache: u16,
    },
    SetAttr {
        name: u16,
        cache: u16,
    },
    DeleteAttr(u16),
    /// For a call: pushes the function and its receiver, or nothing and the callable.
    Method {
        name: u16,
        cache: u16,
    },
    Element,
    SetElement,
    DeleteElement,

    // Operators.
    Binary(Binary),
    InPlace(Binary),
    /// Adds a small number.
    AddInt(i32),
    Unary(Unary),
    Compare(Compare),
    Is,
    IsNot,
    In,
    NotIn,
    Not,

    // Jumps. A jump backwards is where a thread may be interrupted.
    Jump(Target),
    JumpBack(Target),
    JumpIfFalse(Target),
    JumpIfTrue(Target),
    JumpIfNone(Target),
    JumpIfNotNone(Target),

    // Displays.
    List(u16),
    Tuple(u16),
    Set(u16),
    Dict(u16),
    Slice(u16),
    /// Joins texts.
    Join(u16),
    /// Adds the top to the collection at a depth.
    Append(u16),
    Add(u16),
    Insert(u16),
    /// Adds all that the top yields to the collection at a depth.
    Extend(u16),
    /// The same for the arguments of a call.
    ExtendArguments(u16),
    Update(u16),
    /// Adds the top's keys and values to the dictionary at a depth.
    Merge(u16),
    /// The same for keyword arguments, of which none may come twice.
    MergeArguments(u16),
    ListToTuple,
    /// Formats the value, with what stands after `:` above it if there is one.
    Format {
        conversion: u8,
        has_spec: bool,
    },

    // Iteration.
    Iter,
    /// Pushes the next value, or takes the iterator away and jumps.
    Next(Target),
    Unpack(u16),
    UnpackStar {
        before: u8,
        after: u8,
    },

    // Calls. A call is where a thread may be interrupted.
    Call(u16),
    CallMethod(u16),
    /// A call whose last arguments have the names in a constant.
    CallNamed {
        count: u16,
        names: u16,
    },
    CallMethodNamed {
        count: u16,
        names: u16,
    },
    /// A call with a list of arguments and maybe a dictionary.
    CallSpread {
        named: bool,
    },
    /// Makes a function of a code; the flags say what is on the stack.
    Function {
        code: u16,
        flags: u8,
    },
    Class,
    Return,

    // Generators and coroutines.
    Yield,
    /// Hands a value on to the iterator below it; jumps once that has ended.
    Send(Target),
    /// Yields what the iterator yielded, and goes on with `Send`.
    YieldOn,
    YieldFromIter,
    Await,
    AsyncIter,
    AsyncNext,
    /// Ends an `async for`, if the exception says so.
    EndAsyncFor,

    // Exceptions.
    Raise(u16),
    /// Raises the exception on the stack again.
    Reraise,
    /// Begins to handle the exception on the stack.
    Handle,
    /// Ends that.
    Handled,
    /// Whether the exception below is one of the classes on the stack.
    Matches,
    /// Splits the group below by the classes on the stack: `except*`.
    MatchesGroup,
    /// Puts together what the `except*` clauses have left over.
    RaiseGroup,
    AssertionError,

    // `with`
    Enter,
    Exit,
    /// Calls `__exit__` with the exception.
    ExitRaised,
    AsyncEnter,
    AsyncExit,
    AsyncExitRaised,

    // Modules.
    Import {
        name: u16,
        is_from: bool,
    },
    ImportFrom(u16),
    ImportAll,

    // Patterns.
    IsSequence,
    IsMapping,
    Length,
    MatchKeys,
    MatchClass {
        count: u8,
        names: u16,
    },

    /// Makes `__annotations__`.
    Annotations,
}

impl Instr {
    /// Whether CPython 3.11 may interrupt a thread after this instruction: at a
    /// jump backwards and at a call. (It may also do so where a function begins.)
    pub fn may_be_interrupted(self) -> bool {
        matches!(
            self,
            Instr::JumpBack(_)
                | Instr::Call(_)
                | Instr::CallMethod(_)
                | Instr::CallNamed { .. }
                | Instr::CallMethodNamed { .. }
                | Instr::CallSpread { .. }
        )
    }

    /// Where it may jump to.
    pub fn target(self) -> Option<Target> {
        match self {
            Instr::Jump(target)
            | Instr::JumpBack(target)
            | Instr::JumpIfFalse(target)
            | Instr::JumpIfTrue(target)
            | Instr::JumpIfNone(target)
            | Instr::JumpIfNotNone(target)
            | Instr::Next(target)
            | Instr::Send(target) => Some(target),
            _ => None,
        }
    }

    /// The same with another target.
    pub fn with_target(self, to: Target) -> Instr {
        match self {
            Instr::Jump(_) => Instr::Jump(to),
            Instr::JumpBack(_) => Instr::JumpBack(to),
            Instr::JumpIfFalse(_) => Instr::JumpIfFalse(to),
            Instr::JumpIfTrue(_) => Instr::JumpIfTrue(to),
            Instr::JumpIfNone(_) => Instr::JumpIfNone(to),
            Instr::JumpIfNotNone(_) => Instr::JumpIfNotNone(to),
            Instr::Next(_) => Instr::Next(to),
            Instr::Send(_) => Instr::Send(to),
            other => other,
        }
    }
}
