//! Calls.

use ruff_python_ast::{Arguments, Expr, ExprCall};
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;
use super::error::{Result, error};
use crate::code::Constant;
use crate::code::instr::Instr;
use crate::names::Name;

/// More arguments than these are put into a list first.
const MANY: usize = 200;

impl<'a> Compiler<'a> {
    /// A call.
    pub fn call(&mut self, call: &'a ExprCall) -> Result<()> {
        let range = call.range();
        if !is_spread(&call.arguments)
            && let Expr::Attribute(attribute) = &*call.func
        {
            self.expr(&attribute.value)?;
            let before = self.at(attribute.range);
            let name = self.name(&attribute.attr);
            let name = self.unit().name_number(name);
            let cache = self.unit().cache();
            self.emit(Instr::Method { name, cache });
            self.unit().span = before;
            return self.arguments(&call.arguments, true, 0, range);
        }
        self.expr(&call.func)?;
        self.arguments(&call.arguments, false, 0, range)
    }

    /// The arguments and the call itself, when some arguments are on the stack
    /// already.
    pub fn arguments(
        &mut self,
        arguments: &'a Arguments,
        is_method: bool,
        before: u16,
        range: TextRange,
    ) -> Result<()> {
        check_keywords(arguments)?;
        if is_spread(arguments) {
            return self.spread(arguments, before, range);
        }
        for argument in &arguments.args {
            self.expr(argument)?;
        }
        let mut count = before + arguments.args.len() as u16;
        if arguments.keywords.is_empty() {
            let instr = if is_method {
                Instr::CallMethod(count)
            } else {
                Instr::Call(count)
            };
            self.emit_at(instr, range);
            return Ok(());
        }
        let mut keywords: Vec<Name> = Vec::new();
        for keyword in &arguments.keywords {
            self.expr(&keyword.value)?;
            if let Some(name) = &keyword.arg {
                keywords.push(self.name(name));
            }
        }
        count += keywords.len() as u16;
        let names = self.unit().constant(Constant::Names(keywords.into()));
        self.emit_at(
            if is_method {
                Instr::CallMethodNamed { count, names }
            } else {
                Instr::CallNamed { count, names }
            },
            range,
        );
        Ok(())
    }

    /// Arguments with `*` or `**`: a list, and a dictionary if need be.
    fn spread(&mut self, arguments: &'a Arguments, before: u16, range: TextRange) -> Result<()> {
        self.emit(Instr::List(before));
        for argument in &arguments.args {
            match argument {
                Expr::Starred(starred) => {
                    self.expr(&starred.value)?;
                    self.emit_at(Instr::ExtendArguments(0), range);
                }
                argument => {
                    self.expr(argument)?;
                    self.emit(Instr::Append(0));
                }
            }
        }
        let named = !arguments.keywords.is_empty();
        if named {
            self.emit(Instr::Dict(0));
            for keyword in &arguments.keywords {
                if let Some(name) = &keyword.arg {
                    self.emit(Instr::Dict(0));
                    self.text(name);
                    self.expr(&keyword.value)?;
                    self.emit(Instr::Insert(0));
                } else {
                    self.expr(&keyword.value)?;
                }
                self.emit_at(Instr::MergeArguments(0), range);
            }
        }
        self.emit_at(Instr::CallSpread { named }, range);
        Ok(())
    }
}

fn is_spread(arguments: &Arguments) -> bool {
    arguments.args.len() + arguments.keywords.len() > MANY
        || arguments.args.iter().any(Expr::is_starred_expr)
        || arguments
            .keywords
            .iter()
            .any(|keyword| keyword.arg.is_none())
}

fn check_keywords(arguments: &Arguments) -> Result<()> {
    let named = arguments
        .keywords
        .iter()
        .filter_map(|k| Some((k.arg.as_ref()?, k.range)));
    let mut seen: Vec<&str> = Vec::new();
    for (name, range) in named {
        if seen.contains(&name.as_str()) {
            return error(format!("keyword argument repeated: {name}"), range);
        }
        seen.push(name);
    }
    Ok(())
}
