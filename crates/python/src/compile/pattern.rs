//! `match`
//!
//! A pattern finds its subject on the stack and takes it away. Where it fails it
//! jumps, with nothing of its own left; what it captures is stored at once, as
//! nothing promises that a failed pattern leaves names alone.

use ruff_python_ast::{
    Identifier, Pattern, PatternMatchClass, PatternMatchMapping, Singleton, StmtMatch,
};
use ruff_text_size::Ranged;

use super::Compiler;
use super::error::{Result, error};
use super::unit::Label;
use crate::code::Constant;
use crate::code::instr::Instr;
use crate::code::operator::Compare;
use crate::names::Name;

impl<'a> Compiler<'a> {
    /// `match`
    pub fn match_stmt(&mut self, stmt: &'a StmtMatch) -> Result<()> {
        self.expr(&stmt.subject)?;
        let end = self.unit().label();
        let last = stmt.cases.len() - 1;
        for (index, case) in stmt.cases.iter().enumerate() {
            if index < last && case.guard.is_none() && case.pattern.is_irrefutable() {
                let (what, range) = match &case.pattern {
                    Pattern::MatchAs(pattern) if pattern.name.is_some() => {
                        let name = pattern.name.as_ref().map_or("", |name| name.as_str());
                        (format!("name capture '{name}'"), pattern.range)
                    }
                    other => ("wildcard".to_string(), other.range()),
                };
                let what = format!("{what} makes remaining patterns unreachable");
                return error(what, range);
            }
            let next = self.unit().label();
            self.at(case.pattern.range());
            self.emit(Instr::Copy(0));
            self.pattern(&case.pattern, next)?;
            if let Some(guard) = &case.guard {
                self.jump_if(guard, false, next)?;
            }
            self.emit(Instr::Pop);
            self.body(&case.body)?;
            self.jump(Instr::Jump, end);
            self.unit().place(next);
        }
        self.emit(Instr::Pop);
        self.unit().place(end);
        Ok(())
    }

    /// Goes on if the top of the stack matches, and else jumps; it is gone in both
    /// cases.
    fn pattern(&mut self, pattern: &'a Pattern, fail: Label) -> Result<()> {
        let before = self.at(pattern.range());
        match pattern {
            Pattern::MatchValue(value) => {
                self.expr(&value.value)?;
                self.emit(Instr::Compare(Compare::Eq));
                self.jump(Instr::JumpIfFalse, fail);
            }
            Pattern::MatchSingleton(value) => {
                self.push_constant(match value.value {
                    Singleton::None => Constant::None,
                    Singleton::True => Constant::True,
                    Singleton::False => Constant::False,
                });
                self.emit(Instr::Is);
                self.jump(Instr::JumpIfFalse, fail);
            }
            Pattern::MatchAs(pattern) => match &pattern.pattern {
                None => self.capture(pattern.name.as_ref()),
                Some(inner) => {
                    let (failed, end) = (self.unit().label(), self.unit().label());
                    self.emit(Instr::Copy(0));
                    self.pattern(inner, failed)?;
                    self.capture(pattern.name.as_ref());
                    self.jump(Instr::Jump, end);
                    self.give_up(failed, 1, fail);
                    self.unit().place(end);
                }
            },
            Pattern::MatchOr(pattern) => {
                let end = self.unit().label();
                for alternative in &pattern.patterns {
                    let next = self.unit().label();
                    self.emit(Instr::Copy(0));
                    self.pattern(alternative, next)?;
                    self.emit(Instr::Pop);
                    self.jump(Instr::Jump, end);
                    self.unit().place(next);
                }
                self.emit(Instr::Pop);
                self.jump(Instr::Jump, fail);
                self.unit().place(end);
            }
            Pattern::MatchSequence(pattern) => self.sequence_pattern(&pattern.patterns, fail)?,
            Pattern::MatchMapping(pattern) => self.mapping_pattern(pattern, fail)?,
            Pattern::MatchClass(pattern) => self.class_pattern(pattern, fail)?,
            Pattern::MatchStar(pattern) => {
                return error("can't use starred pattern here", pattern.range);
            }
        }
        self.unit().span = before;
        Ok(())
    }

    /// Where an inner pattern has failed: takes away what is left, and jumps on.
    fn give_up(&mut self, failed: Label, left: usize, fail: Label) {
        self.unit().place(failed);
        for _ in 0..left {
            self.emit(Instr::Pop);
        }
        self.jump(Instr::Jump, fail);
    }

    fn capture(&mut self, name: Option<&Identifier>) {
        match name {
            Some(name) => {
                let name = self.name(name);
                self.store_name(name);
            }
            None => self.emit(Instr::Pop),
        }
    }

    fn sequence_pattern(&mut self, patterns: &'a [Pattern], fail: Label) -> Result<()> {
        let is_star = |pattern: &Pattern| matches!(pattern, Pattern::MatchStar(_));
        let star = patterns.iter().position(is_star);
        if patterns.iter().filter(|pattern| is_star(pattern)).count() > 1 {
            let what = "multiple starred expressions in sequence pattern";
            return error(what, patterns[0].range());
        }
        let (failed, end) = (self.unit().label(), self.unit().label());
        self.emit(Instr::IsSequence);
        self.jump(Instr::JumpIfFalse, failed);
        self.emit(Instr::Length);
        let least = patterns.len() - usize::from(star.is_some());
        self.push_constant(Constant::Int(least as i64));
        self.emit(Instr::Compare(if star.is_some() {
            Compare::Ge
        } else {
            Compare::Eq
        }));
        self.jump(Instr::JumpIfFalse, failed);
        match star {
            None => self.emit(Instr::Unpack(patterns.len() as u16)),
            Some(place) => self.emit(Instr::UnpackStar {
                before: place as u8,
                after: (patterns.len() - place - 1) as u8,
            }),
        }
        let mut exits = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            match pattern {
                Pattern::MatchStar(star) => self.capture(star.name.as_ref()),
                pattern => {
                    let exit = self.unit().label();
                    exits.push((exit, patterns.len() - index - 1));
                    self.pattern(pattern, exit)?;
                }
            }
        }
        self.jump(Instr::Jump, end);
        for (exit, left) in exits {
            self.give_up(exit, left, fail);
        }
        self.give_up(failed, 1, fail);
        self.unit().place(end);
        Ok(())
    }

    fn mapping_pattern(&mut self, pattern: &'a PatternMatchMapping, fail: Label) -> Result<()> {
        let (failed, end) = (self.unit().label(), self.unit().label());
        self.emit(Instr::IsMapping);
        self.jump(Instr::JumpIfFalse, failed);
        self.emit(Instr::Length);
        self.push_constant(Constant::Int(pattern.keys.len() as i64));
        self.emit(Instr::Compare(Compare::Ge));
        self.jump(Instr::JumpIfFalse, failed);
        for key in &pattern.keys {
            self.expr(key)?;
        }
        self.emit(Instr::Tuple(pattern.keys.len() as u16));
        self.emit(Instr::MatchKeys);
        // The subject, the keys, and their values or nothing.
        let none = self.unit().label();
        self.emit(Instr::Copy(0));
        self.jump(Instr::JumpIfNone, none);
        if let Some(rest) = &pattern.rest {
            self.emit(Instr::Dict(0));
            self.emit(Instr::Copy(3));
            self.emit(Instr::Merge(0));
            for index in 0..pattern.keys.len() {
                self.emit(Instr::Copy(0));
                self.emit(Instr::Copy(3));
                self.push_constant(Constant::Int(index as i64));
                self.emit(Instr::Element);
                self.emit(Instr::DeleteElement);
            }
            let name = self.name(rest);
            self.store_name(name);
        }
        self.emit(Instr::Down(2));
        self.emit(Instr::Pop);
        self.emit(Instr::Pop);
        self.values(&pattern.patterns.iter().collect::<Vec<_>>(), fail)?;
        self.jump(Instr::Jump, end);
        self.give_up(none, 3, fail);
        self.give_up(failed, 1, fail);
        self.unit().place(end);
        Ok(())
    }

    /// Matches the values of the tuple on the stack, and takes it away.
    fn values(&mut self, patterns: &[&'a Pattern], fail: Label) -> Result<()> {
        self.emit(Instr::Unpack(patterns.len() as u16));
        let end = self.unit().label();
        let mut exits = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            let exit = self.unit().label();
            exits.push((exit, patterns.len() - index - 1));
            self.pattern(pattern, exit)?;
        }
        self.jump(Instr::Jump, end);
        for (exit, left) in exits {
            self.give_up(exit, left, fail);
        }
        self.unit().place(end);
        Ok(())
    }

    fn class_pattern(&mut self, pattern: &'a PatternMatchClass, fail: Label) -> Result<()> {
        let arguments = &pattern.arguments;
        self.expr(&pattern.cls)?;
        let mut names: Vec<Name> = Vec::new();
        for keyword in &arguments.keywords {
            let name = self.name(&keyword.attr);
            if names.contains(&name) {
                let what = format!("attribute name repeated in class pattern: {}", keyword.attr);
                return error(what, keyword.range);
            }
            names.push(name);
        }
        let names = self.unit().constant(Constant::Names(names.into()));
        self.emit(Instr::MatchClass {
            count: arguments.patterns.len() as u8,
            names,
        });
        let (none, end) = (self.unit().label(), self.unit().label());
        self.emit(Instr::Copy(0));
        self.jump(Instr::JumpIfNone, none);
        let keywords = arguments.keywords.iter().map(|keyword| &keyword.pattern);
        let patterns: Vec<&Pattern> = arguments.patterns.iter().chain(keywords).collect();
        self.values(&patterns, fail)?;
        self.jump(Instr::Jump, end);
        self.give_up(none, 1, fail);
        self.unit().place(end);
        Ok(())
    }
}
