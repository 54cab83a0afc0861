//! Conditions that decide a jump.

use ruff_python_ast::{BoolOp, CmpOp, Expr, UnaryOp};
use ruff_text_size::Ranged;

use super::Compiler;
use super::error::Result;
use super::expr::comparison;
use super::unit::Label;
use crate::code::instr::Instr;

impl<'a> Compiler<'a> {
    /// Jumps if a condition is as it should be, and else goes on.
    pub fn jump_if(&mut self, test: &'a Expr, when: bool, to: Label) -> Result<()> {
        match test {
            Expr::UnaryOp(not) if not.op == UnaryOp::Not => {
                return self.jump_if(&not.operand, !when, to);
            }
            Expr::BoolOp(operation) => {
                let decides = operation.op == BoolOp::Or;
                let (last, others) = operation.values.split_last().expect("it has values");
                let past = self.unit().label();
                for value in others {
                    // The first that decides does so, one way or the other.
                    let target = if decides == when { to } else { past };
                    self.jump_if(value, decides, target)?;
                }
                self.jump_if(last, when, to)?;
                self.unit().place(past);
                return Ok(());
            }
            Expr::Compare(compare)
                if compare.ops.len() == 1 && is_none(&compare.comparators[0]) =>
            {
                let is = match compare.ops[0] {
                    CmpOp::Is => when,
                    CmpOp::IsNot => !when,
                    _ => return self.jump_if_value(test, when, to),
                };
                self.expr(&compare.left)?;
                let before = self.at(test.range());
                let make = if is {
                    Instr::JumpIfNone
                } else {
                    Instr::JumpIfNotNone
                };
                self.jump(make, to);
                self.unit().span = before;
                return Ok(());
            }
            Expr::Compare(compare) if compare.ops.len() > 1 => {
                self.expr(&compare.left)?;
                let before = self.at(test.range());
                let last = compare.ops.len() - 1;
                let (cleanup, past) = (self.unit().label(), self.unit().label());
                for (index, right) in compare.comparators.iter().enumerate() {
                    self.expr(right)?;
                    if index < last {
                        self.emit(Instr::Copy(0));
                        self.emit(Instr::Down(2));
                    }
                    self.emit(comparison(compare.ops[index]));
                    if index < last {
                        self.jump(Instr::JumpIfFalse, cleanup);
                    }
                }
                self.jump(
                    if when {
                        Instr::JumpIfTrue
                    } else {
                        Instr::JumpIfFalse
                    },
                    to,
                );
                self.jump(Instr::Jump, past);
                self.unit().place(cleanup);
                self.emit(Instr::Pop);
                if !when {
                    self.jump(Instr::Jump, to);
                }
                self.unit().place(past);
                self.unit().span = before;
                return Ok(());
            }
            _ => {}
        }
        self.jump_if_value(test, when, to)
    }

    fn jump_if_value(&mut self, test: &'a Expr, when: bool, to: Label) -> Result<()> {
        self.expr(test)?;
        let before = self.at(test.range());
        self.jump(
            if when {
                Instr::JumpIfTrue
            } else {
                Instr::JumpIfFalse
            },
            to,
        );
        self.unit().span = before;
        Ok(())
    }
}

fn is_none(expr: &Expr) -> bool {
    matches!(expr, Expr::NoneLiteral(_))
}
