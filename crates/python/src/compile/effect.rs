//! How instructions change the number of operands on the stack.

use crate::code::instr::Instr;

/// What stands on the stack for [`Instr::Function`].
pub mod flags {
    /// A tuple of defaults.
    pub const DEFAULTS: u8 = 1;
    /// A dictionary of keyword-only defaults.
    pub const KEYWORD_DEFAULTS: u8 = 2;
    /// A dictionary of annotations.
    pub const ANNOTATIONS: u8 = 4;
    /// A tuple of cells.
    pub const CLOSURE: u8 = 8;
}

/// How many more operands there are after an instruction that doesn't jump.
pub fn effect(instr: Instr) -> isize {
    let n = |count: u16| count as isize;
    match instr {
        Instr::Nop | Instr::Line | Instr::Swap(_) | Instr::Down(_) => 0,
        Instr::Const(_) | Instr::Int(_) | Instr::None | Instr::True | Instr::False => 1,
        Instr::Pop | Instr::Discard => -1,
        Instr::Copy(_) => 1,
        Instr::Local(_) | Instr::Cell(_) | Instr::Global { .. } | Instr::Name(_) => 1,
        Instr::ClassCell { .. } => 1,
        Instr::SetLocal(_) | Instr::SetCell(_) | Instr::SetGlobal(_) | Instr::SetName(_) => -1,
        Instr::DeleteLocal(_) | Instr::DeleteCell(_) | Instr::MakeCell(_) => 0,
        Instr::DeleteGlobal(_) | Instr::DeleteName(_) => 0,
        Instr::Attr { .. } => 0,
        Instr::SetAttr { .. } => -2,
        Instr::DeleteAttr(_) => -1,
        Instr::Method { .. } => 1,
        Instr::Element => -1,
        Instr::SetElement => -3,
        Instr::DeleteElement => -2,
        Instr::Binary(_) | Instr::InPlace(_) | Instr::Compare(_) => -1,
        Instr::Is | Instr::IsNot | Instr::In | Instr::NotIn => -1,
        Instr::AddInt(_) | Instr::Unary(_) | Instr::Not => 0,
        Instr::Jump(_) | Instr::JumpBack(_) => 0,
        Instr::JumpIfFalse(_) | Instr::JumpIfTrue(_) => -1,
        Instr::JumpIfNone(_) | Instr::JumpIfNotNone(_) => -1,
        Instr::List(count) | Instr::Tuple(count) | Instr::Set(count) => 1 - n(count),
        Instr::Slice(count) | Instr::Join(count) => 1 - n(count),
        Instr::Dict(count) => 1 - 2 * n(count),
        Instr::Append(_) | Instr::Add(_) | Instr::Extend(_) | Instr::Update(_) => -1,
        Instr::ExtendArguments(_) => -1,
        Instr::Merge(_) | Instr::MergeArguments(_) => -1,
        Instr::Insert(_) => -2,
        Instr::ListToTuple => 0,
        Instr::Format { has_spec, .. } => -isize::from(has_spec),
        Instr::Iter => 0,
        Instr::Next(_) => 1,
        Instr::Unpack(count) => n(count) - 1,
        Instr::UnpackStar { before, after } => isize::from(before) + isize::from(after),
        Instr::Call(count) => -n(count),
        Instr::CallMethod(count) => -n(count) - 1,
        Instr::CallNamed { count, .. } => -n(count),
        Instr::CallMethodNamed { count, .. } => -n(count) - 1,
        Instr::CallSpread { named } => -1 - isize::from(named),
        Instr::Function { flags, .. } => 1 - flags.count_ones() as isize,
        Instr::Class => 1,
        Instr::Return => -1,
        Instr::Yield | Instr::Send(_) | Instr::YieldOn | Instr::YieldFromIter => 0,
        Instr::Await | Instr::AsyncIter => 0,
        Instr::AsyncNext => 1,
        Instr::EndAsyncFor => -2,
        Instr::Raise(count) => -n(count),
        Instr::Reraise => -1,
        Instr::Handle => 1,
        Instr::Handled => -1,
        Instr::Matches | Instr::MatchesGroup => 0,
        Instr::RaiseGroup => -2,
        Instr::AssertionError => 1,
        Instr::Enter | Instr::AsyncEnter => 1,
        Instr::Exit | Instr::AsyncExit => 0,
        Instr::ExitRaised | Instr::AsyncExitRaised => 1,
        Instr::Import { .. } | Instr::ImportFrom(_) => 1,
        Instr::ImportAll => -1,
        Instr::IsSequence | Instr::IsMapping | Instr::Length | Instr::MatchKeys => 1,
        Instr::MatchClass { .. } => -1,
        Instr::Annotations => 0,
    }
}

/// How many more operands there are where an instruction jumps to.
pub fn effect_of_jump(instr: Instr) -> isize {
    match instr {
        Instr::Next(_) | Instr::Send(_) => -1,
        other => effect(other),
    }
}
