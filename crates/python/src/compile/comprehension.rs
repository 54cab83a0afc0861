//! Comprehensions and generator expressions: functions of their own.

use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;
use super::error::{Result, error};
use super::expr::makes;
use crate::code::Parameters;
use crate::code::instr::Instr;

impl<'a> Compiler<'a> {
    /// A comprehension or a generator expression.
    pub fn comprehension(&mut self, expr: &'a Expr) -> Result<()> {
        let (name, parts, collection, add) = match expr {
            Expr::ListComp(comp) => (
                "<listcomp>",
                &comp.generators,
                Instr::List(0),
                Instr::Append(0),
            ),
            Expr::SetComp(comp) => ("<setcomp>", &comp.generators, Instr::Set(0), Instr::Add(0)),
            Expr::DictComp(comp) => (
                "<dictcomp>",
                &comp.generators,
                Instr::Dict(0),
                Instr::Insert(0),
            ),
            Expr::Generator(comp) => ("<genexpr>", &comp.generators, Instr::Nop, Instr::Yield),
            other => return error("no comprehension", other.range()),
        };
        let is_generator = add == Instr::Yield;
        let scope = self.scopes.at(expr);
        let is_async = self.scopes.all[scope].has_await;
        if is_async && !is_generator {
            self.check_async("asynchronous comprehension", expr.range())?;
        }
        let first = self.names.name(".0");
        let parameters = Parameters {
            positional: 1,
            positional_only: 1,
            ..Parameters::default()
        };
        self.begin_function(scope, name, vec![first], parameters, expr.range());
        self.unit().makes = super::def::code_makes(makes(is_async, is_generator));
        if !is_generator {
            self.emit(collection);
        }
        self.part(parts, 0, expr, add)?;
        self.emit(if is_generator {
            Instr::None
        } else {
            Instr::Nop
        });
        if !is_generator {
            // The collection is on the stack.
            self.unit().set_depth(1);
        }
        self.emit(Instr::Return);
        self.end_function(expr.range(), 0)?;
        self.expr(&parts[0].iter)?;
        let before = self.at(parts[0].iter.range());
        self.emit(if parts[0].is_async {
            Instr::AsyncIter
        } else {
            Instr::Iter
        });
        self.unit().span = before;
        self.emit(Instr::Call(1));
        if is_async && !is_generator {
            self.await_top();
        }
        Ok(())
    }

    fn part(
        &mut self,
        parts: &'a [Comprehension],
        index: usize,
        expr: &'a Expr,
        add: Instr,
    ) -> Result<()> {
        let Some(part) = parts.get(index) else {
            return self.element(expr, add, parts.len() as u16);
        };
        if index == 0 {
            self.emit(Instr::Local(0));
        } else {
            self.expr(&part.iter)?;
            let before = self.at(part.iter.range());
            self.emit(if part.is_async {
                Instr::AsyncIter
            } else {
                Instr::Iter
            });
            self.unit().span = before;
        }
        let (next, end) = (self.unit().label(), self.unit().label());
        self.unit().place(next);
        let region = self.next_value(part.is_async, expr.range(), end);
        self.store(&part.target)?;
        for condition in &part.ifs {
            self.jump_if(condition, false, next)?;
        }
        self.part(parts, index + 1, expr, add)?;
        self.jump(Instr::JumpBack, next);
        self.end_of_values(region, end);
        Ok(())
    }

    /// Pushes the next value of the iterator on the stack, or jumps to the end.
    pub fn next_value(
        &mut self,
        is_async: bool,
        range: TextRange,
        end: super::unit::Label,
    ) -> bool {
        let before = self.at(range);
        if is_async {
            let region = self.unit().protect(end);
            self.emit(Instr::AsyncNext);
            self.await_top();
            self.unit().unprotect(region);
        } else {
            self.jump(Instr::Next, end);
        }
        self.unit().span = before;
        is_async
    }

    /// Where a loop goes on when there is no further value.
    pub fn end_of_values(&mut self, is_async: bool, end: super::unit::Label) {
        self.unit().place(end);
        if is_async {
            self.emit(Instr::EndAsyncFor);
        }
    }

    fn element(&mut self, expr: &'a Expr, add: Instr, depth: u16) -> Result<()> {
        match expr {
            Expr::ListComp(comp) => self.expr(&comp.elt)?,
            Expr::SetComp(comp) => self.expr(&comp.elt)?,
            Expr::Generator(comp) => self.expr(&comp.elt)?,
            Expr::DictComp(comp) => {
                if let Some(key) = &comp.key {
                    self.expr(key)?;
                }
                self.expr(&comp.value)?;
            }
            _ => {}
        }
        self.emit(match add {
            Instr::Append(_) => Instr::Append(depth),
            Instr::Add(_) => Instr::Add(depth),
            Instr::Insert(_) => Instr::Insert(depth),
            other => other,
        });
        if add == Instr::Yield {
            self.emit(Instr::Pop);
        }
        Ok(())
    }
}
