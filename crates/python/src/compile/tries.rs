//! `try`

use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, StmtTry};
use ruff_text_size::Ranged;

use super::Compiler;
use super::block::Block;
use super::error::{Result, error};
use super::unit::{Label, Region};
use crate::code::instr::Instr;

impl<'a> Compiler<'a> {
    /// `try`, with all its clauses.
    pub fn try_stmt(&mut self, stmt: &'a StmtTry) -> Result<()> {
        if stmt.finalbody.is_empty() {
            return self.try_except(stmt);
        }
        let depth = self.unit().depth();
        let (raised, cleanup, end) = (
            self.unit().label(),
            self.unit().label(),
            self.unit().label(),
        );
        let region = self.unit().protect(raised);
        self.unit()
            .blocks
            .push(Block::Finally(region, &stmt.finalbody));
        if stmt.handlers.is_empty() {
            self.body(&stmt.body)?;
            self.body(&stmt.orelse)?;
        } else {
            self.try_except(stmt)?;
        }
        self.unit().blocks.pop();
        self.unit().unprotect(region);
        self.body(&stmt.finalbody)?;
        self.jump(Instr::Jump, end);

        self.unit().place(raised);
        self.emit(Instr::Handle);
        let region = self.unit().protect_at(cleanup, depth + 1);
        self.unit().blocks.push(Block::FinallyHandler(region));
        self.body(&stmt.finalbody)?;
        self.unit().blocks.pop();
        self.emit(Instr::Reraise);
        self.cleanup(region, cleanup);
        self.unit().place(end);
        Ok(())
    }

    /// Where an exception goes that is raised while another is handled.
    pub fn cleanup(&mut self, region: Region, cleanup: Label) {
        self.unit().unprotect(region);
        self.unit().place(cleanup);
        self.emit(Instr::Swap(1));
        self.emit(Instr::Handled);
        self.emit(Instr::Reraise);
    }

    fn try_except(&mut self, stmt: &'a StmtTry) -> Result<()> {
        let depth = self.unit().depth();
        let (raised, cleanup, end) = (
            self.unit().label(),
            self.unit().label(),
            self.unit().label(),
        );
        let region = self.unit().protect(raised);
        self.unit().blocks.push(Block::Try(region));
        self.body(&stmt.body)?;
        self.unit().blocks.pop();
        self.unit().unprotect(region);
        self.body(&stmt.orelse)?;
        self.jump(Instr::Jump, end);

        self.unit().place(raised);
        self.emit(Instr::Handle);
        let region = self.unit().protect_at(cleanup, depth + 1);
        if stmt.is_star {
            self.group_handlers(&stmt.handlers, region, end)?;
        } else {
            self.unit().blocks.push(Block::Handler(region));
            let last = stmt.handlers.len() - 1;
            for (index, handler) in stmt.handlers.iter().enumerate() {
                let ExceptHandler::ExceptHandler(handler) = handler;
                if handler.type_.is_none() && index < last {
                    return error("default 'except:' must be last", handler.range);
                }
                self.handler(handler, end)?;
            }
            self.unit().blocks.pop();
            self.emit(Instr::Reraise);
        }
        self.cleanup(region, cleanup);
        self.unit().place(end);
        Ok(())
    }

    fn handler(&mut self, handler: &'a ExceptHandlerExceptHandler, end: Label) -> Result<()> {
        let next = self.unit().label();
        if let Some(class) = &handler.type_ {
            self.expr(class)?;
            self.at(class.range());
            self.emit(Instr::Matches);
            self.jump(Instr::JumpIfFalse, next);
        }
        self.named_body(handler, end, |this| {
            this.emit(Instr::Handled);
        })?;
        if handler.type_.is_some() {
            self.unit().place(next);
        } else {
            // What follows is never reached.
            self.unit().place(next);
            self.emit(Instr::None);
        }
        Ok(())
    }

    /// Binds the exception on the stack, runs the clause, and jumps to its end.
    fn named_body(
        &mut self,
        handler: &'a ExceptHandlerExceptHandler,
        end: Label,
        leave: impl Fn(&mut Self),
    ) -> Result<()> {
        let Some(name) = &handler.name else {
            self.emit(Instr::Pop);
            self.body(&handler.body)?;
            leave(self);
            self.jump(Instr::Jump, end);
            return Ok(());
        };
        let bound = self.name(name);
        self.store_name(bound);
        let raised = self.unit().label();
        let region = self.unit().protect(raised);
        self.unit().blocks.push(Block::ExceptName(region, name));
        self.body(&handler.body)?;
        self.unit().blocks.pop();
        self.unit().unprotect(region);
        self.forget(bound);
        leave(self);
        self.jump(Instr::Jump, end);
        self.unit().place(raised);
        self.forget(bound);
        self.emit(Instr::Reraise);
        Ok(())
    }

    /// `except*`: on the stack are the exception that was handled before, the
    /// group, a list of what the clauses raised, and what is left of the group.
    fn group_handlers(
        &mut self,
        handlers: &'a [ExceptHandler],
        region: Region,
        end: Label,
    ) -> Result<()> {
        self.emit(Instr::List(0));
        self.emit(Instr::Copy(1));
        for handler in handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            let Some(class) = &handler.type_ else {
                return error("expected one or more exception types", handler.range);
            };
            let (next, raised, none) = (
                self.unit().label(),
                self.unit().label(),
                self.unit().label(),
            );
            self.expr(class)?;
            self.at(class.range());
            self.emit(Instr::MatchesGroup);
            self.emit(Instr::Copy(0));
            self.jump(Instr::JumpIfNone, none);
            let depth = self.unit().depth();
            let inner = self.unit().protect_at(raised, depth - 1);
            self.unit().blocks.push(Block::GroupHandler(region));
            self.unit().blocks.push(Block::Try(inner));
            self.named_body(handler, next, |_| ())?;
            self.unit().blocks.pop();
            self.unit().blocks.pop();
            self.unit().unprotect(inner);
            self.unit().place(raised);
            self.emit(Instr::Append(1));
            self.jump(Instr::Jump, next);
            self.unit().place(none);
            self.emit(Instr::Pop);
            self.unit().place(next);
        }
        let nothing = self.unit().label();
        self.emit(Instr::RaiseGroup);
        self.emit(Instr::Copy(0));
        self.jump(Instr::JumpIfNone, nothing);
        self.emit(Instr::Reraise);
        self.unit().place(nothing);
        self.emit(Instr::Pop);
        self.emit(Instr::Handled);
        self.jump(Instr::Jump, end);
        Ok(())
    }
}
