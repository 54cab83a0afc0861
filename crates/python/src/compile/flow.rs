//! Branches and loops.

use ruff_python_ast::{Expr, StmtFor, StmtIf, StmtWhile};
use ruff_text_size::Ranged;

use super::Compiler;
use super::block::Block;
use super::error::Result;
use crate::code::instr::Instr;

impl<'a> Compiler<'a> {
    /// `if`
    pub fn if_stmt(&mut self, stmt: &'a StmtIf) -> Result<()> {
        let end = self.unit().label();
        let mut otherwise = self.unit().label();
        self.jump_if(&stmt.test, false, otherwise)?;
        self.body(&stmt.body)?;
        for clause in &stmt.elif_else_clauses {
            self.jump(Instr::Jump, end);
            self.unit().place(otherwise);
            otherwise = self.unit().label();
            if let Some(test) = &clause.test {
                self.at(test.range());
                self.jump_if(test, false, otherwise)?;
            }
            self.body(&clause.body)?;
        }
        self.unit().place(otherwise);
        self.unit().place(end);
        Ok(())
    }

    /// `while`
    pub fn while_stmt(&mut self, stmt: &'a StmtWhile) -> Result<()> {
        let (next, otherwise, end) = (
            self.unit().label(),
            self.unit().label(),
            self.unit().label(),
        );
        self.unit().place(next);
        let is_forever = matches!(&*stmt.test, Expr::BooleanLiteral(test) if test.value);
        if is_forever {
            let before = self.at(stmt.test.range());
            self.emit(Instr::Line);
            self.unit().span = before;
        } else {
            self.jump_if(&stmt.test, false, otherwise)?;
        }
        self.unit().blocks.push(Block::Loop {
            next,
            end,
            has_iterator: false,
        });
        self.body(&stmt.body)?;
        self.unit().blocks.pop();
        self.at(stmt.test.range());
        self.jump(Instr::JumpBack, next);
        self.unit().place(otherwise);
        self.body(&stmt.orelse)?;
        self.unit().place(end);
        Ok(())
    }

    /// `for` and `async for`
    pub fn for_stmt(&mut self, stmt: &'a StmtFor) -> Result<()> {
        if stmt.is_async {
            self.check_async("'async for'", stmt.range)?;
        }
        self.expr(&stmt.iter)?;
        self.at(stmt.iter.range());
        self.emit(if stmt.is_async {
            Instr::AsyncIter
        } else {
            Instr::Iter
        });
        let (next, otherwise, end) = (
            self.unit().label(),
            self.unit().label(),
            self.unit().label(),
        );
        self.unit().place(next);
        let is_async = self.next_value(stmt.is_async, stmt.range, otherwise);
        self.store(&stmt.target)?;
        self.unit().blocks.push(Block::Loop {
            next,
            end,
            has_iterator: true,
        });
        self.body(&stmt.body)?;
        self.unit().blocks.pop();
        self.at(stmt.iter.range());
        self.jump(Instr::JumpBack, next);
        self.end_of_values(is_async, otherwise);
        self.body(&stmt.orelse)?;
        self.unit().place(end);
        Ok(())
    }
}
