//! Assignments and deletions.

use ruff_python_ast::{Expr, StmtAnnAssign, StmtAssign, StmtAugAssign};
use ruff_text_size::Ranged;

use super::Compiler;
use super::error::{Result, error};
use super::expr::binary;
use crate::code::instr::Instr;
use crate::names::Name;

impl<'a> Compiler<'a> {
    /// Stores the top of the stack.
    pub fn store(&mut self, target: &'a Expr) -> Result<()> {
        let before = self.at(target.range());
        let result = self.store_inside(target);
        self.unit().span = before;
        result
    }

    fn store_inside(&mut self, target: &'a Expr) -> Result<()> {
        match target {
            Expr::Name(name) => {
                let name = self.name(&name.id);
                self.store_name(name);
            }
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value)?;
                let name = self.name(&attribute.attr);
                let name = self.unit().name_number(name);
                let cache = self.unit().cache();
                self.emit(Instr::SetAttr { name, cache });
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value)?;
                self.expr(&subscript.slice)?;
                self.emit(Instr::SetElement);
            }
            Expr::Tuple(tuple) => return self.unpack(&tuple.elts, target),
            Expr::List(list) => return self.unpack(&list.elts, target),
            Expr::Starred(starred) => {
                let what = "starred assignment target must be in a list or tuple";
                return error(what, starred.range);
            }
            other => return error("cannot assign to expression", other.range()),
        }
        Ok(())
    }

    fn unpack(&mut self, targets: &'a [Expr], whole: &'a Expr) -> Result<()> {
        let star = targets.iter().position(Expr::is_starred_expr);
        match star {
            None => self.emit(Instr::Unpack(targets.len() as u16)),
            Some(place) => {
                let after = targets.len() - place - 1;
                if targets[place + 1..].iter().any(Expr::is_starred_expr) {
                    let what = "multiple starred expressions in assignment";
                    return error(what, whole.range());
                }
                let (Ok(before), Ok(after)) = (u8::try_from(place), u8::try_from(after)) else {
                    let what = "too many expressions in star-unpacking assignment";
                    return error(what, whole.range());
                };
                self.emit(Instr::UnpackStar { before, after });
            }
        }
        for target in targets {
            match target {
                Expr::Starred(starred) => self.store(&starred.value)?,
                target => self.store(target)?,
            }
        }
        Ok(())
    }

    /// `target = other = value`
    pub fn assign(&mut self, assign: &'a StmtAssign) -> Result<()> {
        self.expr(&assign.value)?;
        let (last, others) = assign.targets.split_last().expect("it has targets");
        for target in others {
            self.emit(Instr::Copy(0));
            self.store(target)?;
        }
        self.store(last)
    }

    /// `target += value`
    pub fn aug_assign(&mut self, assign: &'a StmtAugAssign) -> Result<()> {
        let operator = Instr::InPlace(binary(assign.op));
        match &*assign.target {
            Expr::Name(target) => {
                let before = self.at(target.range);
                let name = self.name(&target.id);
                self.load_name(name);
                self.unit().span = before;
                self.expr(&assign.value)?;
                self.emit(operator);
                let before = self.at(target.range);
                self.store_name(name);
                self.unit().span = before;
            }
            Expr::Attribute(target) => {
                self.expr(&target.value)?;
                self.emit(Instr::Copy(0));
                let before = self.at(target.range);
                let name = self.name(&target.attr);
                let name = self.unit().name_number(name);
                let cache = self.unit().cache();
                self.emit(Instr::Attr { name, cache });
                self.unit().span = before;
                self.expr(&assign.value)?;
                self.emit(operator);
                let before = self.at(target.range);
                self.emit(Instr::Swap(1));
                self.emit(Instr::SetAttr { name, cache });
                self.unit().span = before;
            }
            Expr::Subscript(target) => {
                self.expr(&target.value)?;
                self.expr(&target.slice)?;
                self.emit(Instr::Copy(1));
                self.emit(Instr::Copy(1));
                self.emit_at(Instr::Element, target.range);
                self.expr(&assign.value)?;
                self.emit(operator);
                self.emit(Instr::Down(2));
                self.emit_at(Instr::SetElement, target.range);
            }
            other => {
                let what = "illegal expression for augmented assignment";
                return error(what, other.range());
            }
        }
        Ok(())
    }

    /// `target: annotation = value`
    pub fn ann_assign(&mut self, assign: &'a StmtAnnAssign) -> Result<()> {
        if let Some(value) = &assign.value {
            self.expr(value)?;
            self.store(&assign.target)?;
        }
        let scope = self.unit().scope;
        let keeps = !matches!(
            self.scopes.all[scope].kind,
            super::scope::Kind::Function | super::scope::Kind::Comprehension
        );
        if let (Expr::Name(target), true, true) = (&*assign.target, assign.simple, keeps) {
            self.annotation(&assign.annotation)?;
            self.load_name(Name::ANNOTATIONS);
            let name = self.name(&target.id);
            let text = self.names.text(name);
            self.text(&text);
            self.emit(Instr::SetElement);
        } else if assign.value.is_none() && !matches!(&*assign.target, Expr::Name(_)) {
            // Its parts are evaluated even so.
            match &*assign.target {
                Expr::Attribute(target) => self.expr(&target.value)?,
                other => self.expr(other)?,
            }
            self.emit(Instr::Pop);
        }
        Ok(())
    }

    /// `del target`
    pub fn delete(&mut self, target: &'a Expr) -> Result<()> {
        let before = self.at(target.range());
        match target {
            Expr::Name(name) => {
                let name = self.name(&name.id);
                self.delete_name(name);
            }
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value)?;
                let name = self.name(&attribute.attr);
                let name = self.unit().name_number(name);
                self.emit(Instr::DeleteAttr(name));
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value)?;
                self.expr(&subscript.slice)?;
                self.emit(Instr::DeleteElement);
            }
            Expr::Tuple(tuple) => {
                for target in &tuple.elts {
                    self.delete(target)?;
                }
            }
            Expr::List(list) => {
                for target in &list.elts {
                    self.delete(target)?;
                }
            }
            other => return error("cannot delete expression", other.range()),
        }
        self.unit().span = before;
        Ok(())
    }
}
