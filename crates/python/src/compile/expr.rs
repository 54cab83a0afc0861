//! Expressions.

use ruff_python_ast::{BoolOp, CmpOp, DictItem, Expr, ExprCompare, Operator, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;
use super::error::{Result, error};
use super::literal;
use super::scope::Kind;
use crate::code::Constant;
use crate::code::instr::Instr;
use crate::code::operator::{Binary, Compare, Unary};
use crate::values::generator;

/// The machine's operator.
pub fn binary(operator: Operator) -> Binary {
    match operator {
        Operator::Add => Binary::Add,
        Operator::Sub => Binary::Sub,
        Operator::Mult => Binary::Mul,
        Operator::MatMult => Binary::MatMul,
        Operator::Div => Binary::TrueDiv,
        Operator::Mod => Binary::Mod,
        Operator::Pow => Binary::Pow,
        Operator::LShift => Binary::LShift,
        Operator::RShift => Binary::RShift,
        Operator::BitOr => Binary::Or,
        Operator::BitXor => Binary::Xor,
        Operator::BitAnd => Binary::And,
        Operator::FloorDiv => Binary::FloorDiv,
    }
}

/// The machine's instruction.
pub fn comparison(operator: CmpOp) -> Instr {
    match operator {
        CmpOp::Eq => Instr::Compare(Compare::Eq),
        CmpOp::NotEq => Instr::Compare(Compare::Ne),
        CmpOp::Lt => Instr::Compare(Compare::Lt),
        CmpOp::LtE => Instr::Compare(Compare::Le),
        CmpOp::Gt => Instr::Compare(Compare::Gt),
        CmpOp::GtE => Instr::Compare(Compare::Ge),
        CmpOp::Is => Instr::Is,
        CmpOp::IsNot => Instr::IsNot,
        CmpOp::In => Instr::In,
        CmpOp::NotIn => Instr::NotIn,
    }
}

impl<'a> Compiler<'a> {
    /// Pushes the value of an expression.
    pub fn expr(&mut self, expr: &'a Expr) -> Result<()> {
        let before = self.at(expr.range());
        let result = self.expr_inside(expr);
        self.unit().span = before;
        result
    }

    fn expr_inside(&mut self, expr: &'a Expr) -> Result<()> {
        literal::check_length(expr)?;
        if let Some(constant) = literal::constant(expr) {
            self.push_constant(constant);
            return Ok(());
        }
        match expr {
            Expr::Name(name) => {
                let name = self.name(&name.id);
                self.load_name(name);
            }
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value)?;
                let name = self.name(&attribute.attr);
                let name = self.unit().name_number(name);
                let cache = self.unit().cache();
                self.emit(Instr::Attr { name, cache });
            }
            Expr::Call(call) => return self.call(call),
            Expr::BinOp(operation) => {
                self.expr(&operation.left)?;
                if let (Operator::Add | Operator::Sub, Some(Constant::Int(value))) =
                    (operation.op, literal::constant(&operation.right))
                    && let Ok(value) = i32::try_from(value)
                    && value > i32::MIN
                {
                    let is_add = operation.op == Operator::Add;
                    if is_add && value >= 0 {
                        self.emit(Instr::AddInt(value));
                        return Ok(());
                    }
                    if !is_add && value > 0 {
                        self.emit(Instr::AddInt(-value));
                        return Ok(());
                    }
                }
                self.expr(&operation.right)?;
                self.emit(Instr::Binary(binary(operation.op)));
            }
            Expr::UnaryOp(operation) => {
                self.expr(&operation.operand)?;
                self.emit(match operation.op {
                    UnaryOp::Not => Instr::Not,
                    UnaryOp::Invert => Instr::Unary(Unary::Invert),
                    UnaryOp::UAdd => Instr::Unary(Unary::Pos),
                    UnaryOp::USub => Instr::Unary(Unary::Neg),
                });
            }
            Expr::BoolOp(operation) => return self.bool_op(operation.op, &operation.values),
            Expr::Compare(compare) => return self.compare(compare),
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value)?;
                self.expr(&subscript.slice)?;
                self.emit(Instr::Element);
            }
            Expr::If(conditional) => {
                let (otherwise, end) = (self.unit().label(), self.unit().label());
                self.jump_if(&conditional.test, false, otherwise)?;
                self.expr(&conditional.body)?;
                self.jump(Instr::Jump, end);
                let depth = self.unit().depth();
                self.unit().place(otherwise);
                debug_assert_eq!(self.unit().depth(), depth - 1);
                self.expr(&conditional.orelse)?;
                self.unit().place(end);
            }
            Expr::List(list) => return self.sequence(&list.elts, Instr::List, Instr::Append),
            Expr::Tuple(tuple) => {
                if tuple.elts.iter().any(Expr::is_starred_expr) {
                    self.sequence(&tuple.elts, Instr::List, Instr::Append)?;
                    self.emit(Instr::ListToTuple);
                } else {
                    self.sequence(&tuple.elts, Instr::Tuple, Instr::Append)?;
                }
            }
            Expr::Set(set) if set.elts.len() > 2 && constants(&set.elts).is_some() => {
                // CPython fills it from a constant, which its order shows.
                self.emit(Instr::Set(0));
                let constants = constants(&set.elts).unwrap_or_default();
                self.push_constant(Constant::FrozenSet(constants));
                self.emit(Instr::Update(0));
            }
            Expr::Set(set) => return self.sequence(&set.elts, Instr::Set, Instr::Add),
            Expr::Dict(dict) => return self.dict(&dict.items),
            _ => return self.rarer_expr(expr),
        }
        Ok(())
    }

    fn rarer_expr(&mut self, expr: &'a Expr) -> Result<()> {
        match expr {
            Expr::FString(text) => self.f_string(text),
            Expr::TString(text) => error("template strings are not in Python 3.11", text.range),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expr)
            }
            Expr::Named(named) => {
                self.expr(&named.value)?;
                self.emit(Instr::Copy(0));
                self.store(&named.target)
            }
            Expr::Slice(slice) => {
                for part in [&slice.lower, &slice.upper] {
                    match part {
                        Some(part) => self.expr(part)?,
                        None => self.emit(Instr::None),
                    }
                }
                if let Some(step) = &slice.step {
                    self.expr(step)?;
                }
                self.emit(Instr::Slice(2 + u16::from(slice.step.is_some())));
                Ok(())
            }
            Expr::Starred(starred) => error("can't use starred expression here", starred.range),
            Expr::Yield(yields) => {
                self.check_function("yield", yields.range)?;
                match &yields.value {
                    Some(value) => self.expr(value)?,
                    None => self.emit(Instr::None),
                }
                self.emit(Instr::Yield);
                Ok(())
            }
            Expr::YieldFrom(yields) => {
                self.check_function("yield", yields.range)?;
                let scope = self.unit().scope;
                if self.scopes.all[scope].is_async {
                    return error("'yield from' inside async function", yields.range);
                }
                self.expr(&yields.value)?;
                self.emit(Instr::YieldFromIter);
                self.emit(Instr::None);
                self.send_loop();
                Ok(())
            }
            Expr::Await(awaits) => {
                self.check_async("'await'", awaits.range)?;
                self.expr(&awaits.value)?;
                self.await_top();
                Ok(())
            }
            other => error("this is not Python 3.11", other.range()),
        }
    }

    /// Awaits what is on the stack.
    pub fn await_top(&mut self) {
        self.emit(Instr::Await);
        self.emit(Instr::None);
        self.send_loop();
    }

    fn send_loop(&mut self) {
        let (again, end) = (self.unit().label(), self.unit().label());
        self.unit().place(again);
        self.jump(Instr::Send, end);
        self.emit(Instr::YieldOn);
        self.jump(Instr::Jump, again);
        self.unit().place(end);
    }

    fn check_function(&mut self, what: &str, range: TextRange) -> Result<()> {
        let scope = self.unit().scope;
        match self.scopes.all[scope].kind {
            Kind::Function => Ok(()),
            Kind::Comprehension => error(format!("'{what}' inside list comprehension"), range),
            Kind::Module | Kind::Class => error(format!("'{what}' outside function"), range),
        }
    }

    /// `await` and the like are for asynchronous functions.
    pub fn check_async(&mut self, what: &str, range: TextRange) -> Result<()> {
        let mut at = self.unit().scope;
        while self.scopes.all[at].kind == Kind::Comprehension {
            at = self.scopes.all[at].parent.unwrap_or(0);
        }
        let scope = &self.scopes.all[at];
        if scope.kind != Kind::Function && what == "'await'" {
            return error("'await' outside function", range);
        }
        if !scope.is_async {
            return error(format!("{what} outside async function"), range);
        }
        Ok(())
    }

    fn bool_op(&mut self, operator: BoolOp, values: &'a [Expr]) -> Result<()> {
        let end = self.unit().label();
        let last = values.len() - 1;
        for (index, value) in values.iter().enumerate() {
            self.expr(value)?;
            if index < last {
                self.emit(Instr::Copy(0));
                match operator {
                    BoolOp::And => self.jump(Instr::JumpIfFalse, end),
                    BoolOp::Or => self.jump(Instr::JumpIfTrue, end),
                }
                self.emit(Instr::Pop);
            }
        }
        self.unit().place(end);
        Ok(())
    }

    fn compare(&mut self, compare: &'a ExprCompare) -> Result<()> {
        self.expr(&compare.left)?;
        let last = compare.ops.len() - 1;
        if last == 0 {
            match &compare.comparators[0] {
                Expr::Set(set) if is_in(compare.ops[0]) && constants(&set.elts).is_some() => {
                    let constants = constants(&set.elts).unwrap_or_default();
                    self.push_constant(Constant::FrozenSet(constants));
                }
                right => self.expr(right)?,
            }
            self.emit(comparison(compare.ops[0]));
            return Ok(());
        }
        let (cleanup, end) = (self.unit().label(), self.unit().label());
        for (index, (operator, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            self.expr(right)?;
            if index < last {
                self.emit(Instr::Copy(0));
                self.emit(Instr::Down(2));
                self.emit(comparison(*operator));
                self.emit(Instr::Copy(0));
                self.jump(Instr::JumpIfFalse, cleanup);
                self.emit(Instr::Pop);
            } else {
                self.emit(comparison(*operator));
            }
        }
        self.jump(Instr::Jump, end);
        self.unit().place(cleanup);
        self.emit(Instr::Swap(1));
        self.emit(Instr::Pop);
        self.unit().place(end);
        Ok(())
    }

    /// A display of a list, a set or a tuple.
    fn sequence(
        &mut self,
        elements: &'a [Expr],
        make: fn(u16) -> Instr,
        add: fn(u16) -> Instr,
    ) -> Result<()> {
        const MANY: usize = 30;
        let is_star = |expr: &Expr| expr.is_starred_expr();
        let is_set = make(0) == Instr::Set(0);
        if elements.len() <= MANY && !elements.iter().any(is_star) {
            for element in elements {
                self.expr(element)?;
            }
            self.emit(make(elements.len() as u16));
            return Ok(());
        }
        if make(0) == Instr::Tuple(0) {
            self.sequence(elements, Instr::List, Instr::Append)?;
            self.emit(Instr::ListToTuple);
            return Ok(());
        }
        // One after the other, so that the stack doesn't grow with the display.
        self.emit(make(0));
        for element in elements {
            match element {
                Expr::Starred(starred) => {
                    self.expr(&starred.value)?;
                    let instr = if is_set {
                        Instr::Update(0)
                    } else {
                        Instr::Extend(0)
                    };
                    self.emit_at(instr, starred.range);
                }
                element => {
                    self.expr(element)?;
                    self.emit(add(0));
                }
            }
        }
        Ok(())
    }

    fn dict(&mut self, items: &'a [DictItem]) -> Result<()> {
        const MANY: usize = 15;
        if items.len() <= MANY && items.iter().all(|item| item.key.is_some()) {
            for item in items {
                if let Some(key) = &item.key {
                    self.expr(key)?;
                }
                self.expr(&item.value)?;
            }
            self.emit(Instr::Dict(items.len() as u16));
            return Ok(());
        }
        self.emit(Instr::Dict(0));
        for item in items {
            if let Some(key) = &item.key {
                self.expr(key)?;
                self.expr(&item.value)?;
                self.emit(Instr::Insert(0));
            } else {
                self.expr(&item.value)?;
                self.emit(Instr::Merge(0));
            }
        }
        Ok(())
    }
}

fn is_in(operator: CmpOp) -> bool {
    matches!(operator, CmpOp::In | CmpOp::NotIn)
}

/// The constants that all elements are, if they are.
fn constants(elements: &[Expr]) -> Option<Vec<Constant>> {
    elements.iter().map(literal::constant).collect()
}

/// What calling a function makes.
pub fn makes(is_async: bool, has_yield: bool) -> Option<generator::Kind> {
    match (is_async, has_yield) {
        (false, false) => None,
        (false, true) => Some(generator::Kind::Generator),
        (true, false) => Some(generator::Kind::Coroutine),
        (true, true) => Some(generator::Kind::AsyncGenerator),
    }
}
