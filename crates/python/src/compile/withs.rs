//! `with` and `async with`

use ruff_python_ast::{StmtWith, WithItem};

use super::Compiler;
use super::block::Block;
use super::error::Result;
use crate::code::instr::Instr;

impl<'a> Compiler<'a> {
    /// `with` and `async with`
    pub fn with_stmt(&mut self, stmt: &'a StmtWith) -> Result<()> {
        if stmt.is_async {
            self.check_async("'async with'", stmt.range)?;
        }
        self.with_items(stmt, &stmt.items)
    }

    fn with_items(&mut self, stmt: &'a StmtWith, items: &'a [WithItem]) -> Result<()> {
        let Some((item, rest)) = items.split_first() else {
            return self.body(&stmt.body);
        };
        let is_async = stmt.is_async;
        let depth = self.unit().depth();
        let (raised, cleanup, handled, end) = (
            self.unit().label(),
            self.unit().label(),
            self.unit().label(),
            self.unit().label(),
        );
        self.expr(&item.context_expr)?;
        // Entering and leaving are the whole statement's.
        self.at(stmt.range);
        if is_async {
            self.emit(Instr::AsyncEnter);
            self.await_top();
        } else {
            self.emit(Instr::Enter);
        }
        let region = self.unit().protect_at(raised, depth + 1);
        match &item.optional_vars {
            Some(target) => self.store(target)?,
            None => self.emit(Instr::Pop),
        }
        self.unit().blocks.push(Block::With {
            region,
            is_async,
            range: stmt.range,
        });
        self.with_items(stmt, rest)?;
        self.unit().blocks.pop();
        self.unit().unprotect(region);
        self.at(stmt.range);
        self.leave_with(is_async);
        self.jump(Instr::Jump, end);

        self.unit().place(raised);
        self.emit(Instr::Handle);
        let region = self.unit().protect_at(cleanup, depth + 2);
        if is_async {
            self.emit(Instr::AsyncExitRaised);
            self.await_top();
        } else {
            self.emit(Instr::ExitRaised);
        }
        self.jump(Instr::JumpIfTrue, handled);
        self.emit(Instr::Reraise);
        self.cleanup(region, cleanup);
        self.unit().place(handled);
        self.emit(Instr::Pop);
        self.emit(Instr::Handled);
        self.emit(Instr::Pop);
        self.unit().place(end);
        Ok(())
    }
}
