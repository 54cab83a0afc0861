//! `with` and `async with`

use ruff_python_ast::{Stmt, StmtWith, WithItem};
use ruff_text_size::Ranged;

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
        self.with_items(&stmt.items, &stmt.body, stmt.is_async)
    }

    fn with_items(
        &mut self,
        items: &'a [WithItem],
        body: &'a [Stmt],
        is_async: bool,
    ) -> Result<()> {
        let Some((item, rest)) = items.split_first() else {
            return self.body(body);
        };
        let depth = self.unit().depth();
        let (raised, cleanup, handled, end) = (
            self.unit().label(),
            self.unit().label(),
            self.unit().label(),
            self.unit().label(),
        );
        let range = item.context_expr.range();
        self.expr(&item.context_expr)?;
        self.at(range);
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
        self.unit().blocks.push(Block::With { region, is_async });
        self.with_items(rest, body, is_async)?;
        self.unit().blocks.pop();
        self.unit().unprotect(region);
        self.at(range);
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
