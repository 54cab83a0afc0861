//! Statements.

use ruff_python_ast::{Expr, Stmt, StmtAssert, StmtImport, StmtImportFrom, StmtRaise};
use ruff_text_size::Ranged;

use super::Compiler;
use super::error::{Result, error};
use super::scope::Kind;
use crate::code::Constant;
use crate::code::instr::Instr;
use crate::names::Name;

impl<'a> Compiler<'a> {
    /// Statements one after the other.
    pub fn body(&mut self, body: &'a [Stmt]) -> Result<()> {
        for stmt in body {
            self.stmt(stmt)?;
        }
        Ok(())
    }

    fn stmt(&mut self, stmt: &'a Stmt) -> Result<()> {
        self.at(stmt.range());
        match stmt {
            Stmt::Expr(stmt) => {
                if matches!(
                    &*stmt.value,
                    Expr::StringLiteral(_) | Expr::EllipsisLiteral(_)
                ) {
                    self.emit(Instr::Line);
                    return Ok(());
                }
                self.expr(&stmt.value)?;
                self.emit(match &*stmt.value {
                    Expr::Call(_) => Instr::Discard,
                    _ => Instr::Pop,
                });
            }
            Stmt::Assign(assign) => return self.assign(assign),
            Stmt::AugAssign(assign) => return self.aug_assign(assign),
            Stmt::AnnAssign(assign) => return self.ann_assign(assign),
            Stmt::Return(stmt) => return self.return_stmt(stmt),
            Stmt::If(stmt) => return self.if_stmt(stmt),
            Stmt::For(stmt) => return self.for_stmt(stmt),
            Stmt::While(stmt) => return self.while_stmt(stmt),
            Stmt::Break(_) => return self.break_stmt(stmt.range()),
            Stmt::Continue(_) => return self.continue_stmt(stmt.range()),
            Stmt::FunctionDef(def) => return self.function_def(def),
            Stmt::ClassDef(def) => return self.class_def(def),
            Stmt::Try(stmt) => return self.try_stmt(stmt),
            Stmt::With(stmt) => return self.with_stmt(stmt),
            Stmt::Match(stmt) => return self.match_stmt(stmt),
            Stmt::Raise(raise) => return self.raise(raise),
            Stmt::Assert(assert) => return self.assert(assert),
            Stmt::Delete(delete) => {
                for target in &delete.targets {
                    self.delete(target)?;
                }
            }
            Stmt::Import(import) => self.import(import),
            Stmt::ImportFrom(import) => return self.import_from(import),
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => self.emit(Instr::Line),
            Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => {
                return error("invalid syntax", stmt.range());
            }
        }
        Ok(())
    }

    fn raise(&mut self, raise: &'a StmtRaise) -> Result<()> {
        let mut count = 0;
        for part in [&raise.exc, &raise.cause].into_iter().flatten() {
            self.expr(part)?;
            count += 1;
        }
        self.emit(Instr::Raise(count));
        Ok(())
    }

    fn assert(&mut self, assert: &'a StmtAssert) -> Result<()> {
        let end = self.unit().label();
        self.jump_if(&assert.test, true, end)?;
        self.at(assert.test.range());
        self.emit(Instr::AssertionError);
        if let Some(message) = &assert.msg {
            self.expr(message)?;
            self.emit(Instr::Call(1));
        }
        self.emit(Instr::Raise(1));
        self.unit().place(end);
        Ok(())
    }

    fn import(&mut self, import: &'a StmtImport) {
        for alias in &import.names {
            let module = self.names.name(&alias.name);
            let number = self.unit().name_number(module);
            // `import a.b` binds `a`, `import a.b as c` binds `a.b`.
            let is_from = alias.asname.is_some();
            self.emit(Instr::Import {
                name: number,
                is_from,
            });
            let first = alias.name.split('.').next().unwrap_or_default();
            let bound = match &alias.asname {
                Some(name) => self.name(name),
                None => self.name(first),
            };
            self.store_name(bound);
        }
    }

    fn import_from(&mut self, import: &'a StmtImportFrom) -> Result<()> {
        let module = import.module.as_ref().map_or("", |name| name.as_str());
        if module == "__future__" {
            self.emit(Instr::Line);
            return Ok(());
        }
        let module = format!("{}{module}", ".".repeat(import.level as usize));
        let name = self.names.name(&module);
        let name = self.unit().name_number(name);
        self.emit(Instr::Import {
            name,
            is_from: true,
        });
        for alias in &import.names {
            if &*alias.name == "*" {
                let scope = self.unit().scope;
                if self.scopes.all[scope].kind != Kind::Module {
                    return error("import * only allowed at module level", import.range);
                }
                self.emit(Instr::ImportAll);
                return Ok(());
            }
            let attribute = self.names.name(&alias.name);
            let attribute = self.unit().name_number(attribute);
            self.emit(Instr::ImportFrom(attribute));
            let name = self.name(alias.asname.as_ref().unwrap_or(&alias.name));
            self.store_name(name);
        }
        self.emit(Instr::Pop);
        Ok(())
    }

    /// Sets a name to `None` and deletes it, as is done after an `except` clause.
    pub fn forget(&mut self, name: Name) {
        self.push_constant(Constant::None);
        self.store_name(name);
        self.delete_name(name);
    }
}
