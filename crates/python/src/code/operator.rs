//! Operators, their signs, and the names of the methods behind them.

use crate::names::Name;

/// Operators with two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Binary {
    Add,
    Sub,
    Mul,
    MatMul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

impl Binary {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Binary::Add => "+",
            Binary::Sub => "-",
            Binary::Mul => "*",
            Binary::MatMul => "@",
            Binary::TrueDiv => "/",
            Binary::FloorDiv => "//",
            Binary::Mod => "%",
            Binary::Pow => "** or pow()",
            Binary::LShift => "<<",
            Binary::RShift => ">>",
            Binary::And => "&",
            Binary::Or => "|",
            Binary::Xor => "^",
        }
    }

    /// As it is written when it assigns.
    pub fn in_place_sign(self) -> &'static str {
        match self {
            Binary::Add => "+=",
            Binary::Sub => "-=",
            Binary::Mul => "*=",
            Binary::MatMul => "@=",
            Binary::TrueDiv => "/=",
            Binary::FloorDiv => "//=",
            Binary::Mod => "%=",
            Binary::Pow => "**=",
            Binary::LShift => "<<=",
            Binary::RShift => ">>=",
            Binary::And => "&=",
            Binary::Or => "|=",
            Binary::Xor => "^=",
        }
    }

    /// The methods of the left operand, of the right one, and in place.
    pub fn methods(self) -> (Name, Name, Name) {
        match self {
            Binary::Add => (Name::ADD, Name::RADD, Name::IADD),
            Binary::Sub => (Name::SUB, Name::RSUB, Name::ISUB),
            Binary::Mul => (Name::MUL, Name::RMUL, Name::IMUL),
            Binary::MatMul => (Name::MATMUL, Name::RMATMUL, Name::IMATMUL),
            Binary::TrueDiv => (Name::TRUEDIV, Name::RTRUEDIV, Name::ITRUEDIV),
            Binary::FloorDiv => (Name::FLOORDIV, Name::RFLOORDIV, Name::IFLOORDIV),
            Binary::Mod => (Name::MOD, Name::RMOD, Name::IMOD),
            Binary::Pow => (Name::POW, Name::RPOW, Name::IPOW),
            Binary::LShift => (Name::LSHIFT, Name::RLSHIFT, Name::ILSHIFT),
            Binary::RShift => (Name::RSHIFT, Name::RRSHIFT, Name::IRSHIFT),
            Binary::And => (Name::AND, Name::RAND, Name::IAND),
            Binary::Or => (Name::OR, Name::ROR, Name::IOR),
            Binary::Xor => (Name::XOR, Name::RXOR, Name::IXOR),
        }
    }

    /// All of them.
    pub const ALL: [Binary; 13] = [
        Binary::Add,
        Binary::Sub,
        Binary::Mul,
        Binary::MatMul,
        Binary::TrueDiv,
        Binary::FloorDiv,
        Binary::Mod,
        Binary::Pow,
        Binary::LShift,
        Binary::RShift,
        Binary::And,
        Binary::Or,
        Binary::Xor,
    ];
}

/// Operators with one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    Neg,
    Pos,
    Invert,
}

impl Unary {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Unary::Neg => "-",
            Unary::Pos => "+",
            Unary::Invert => "~",
        }
    }

    /// The method behind it.
    pub fn method(self) -> Name {
        match self {
            Unary::Neg => Name::NEG,
            Unary::Pos => Name::POS,
            Unary::Invert => Name::INVERT,
        }
    }
}

/// Comparisons that are methods of the operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl Compare {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Compare::Eq => "==",
            Compare::Ne => "!=",
            Compare::Lt => "<",
            Compare::Le => "<=",
            Compare::Gt => ">",
            Compare::Ge => ">=",
        }
    }

    /// The method behind it.
    pub fn method(self) -> Name {
        match self {
            Compare::Eq => Name::EQ,
            Compare::Ne => Name::NE,
            Compare::Lt => Name::LT,
            Compare::Le => Name::LE,
            Compare::Gt => Name::GT,
            Compare::Ge => Name::GE,
        }
    }

    /// The same with the operands exchanged.
    pub fn reflected(self) -> Compare {
        match self {
            Compare::Lt => Compare::Gt,
            Compare::Le => Compare::Ge,
            Compare::Gt => Compare::Lt,
            Compare::Ge => Compare::Le,
            same => same,
        }
    }

    /// What it says of two values that compare so.
    pub fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Compare::Eq => ordering.is_eq(),
            Compare::Ne => ordering.is_ne(),
            Compare::Lt => ordering.is_lt(),
            Compare::Le => ordering.is_le(),
            Compare::Gt => ordering.is_gt(),
            Compare::Ge => ordering.is_ge(),
        }
    }

    /// All of them.
    pub const ALL: [Compare; 6] = [
        Compare::Eq,
        Compare::Ne,
        Compare::Lt,
        Compare::Le,
        Compare::Gt,
        Compare::Ge,
    ];
}
