//! The loop that runs instructions: here are those that run most often.

use std::rc::Rc;

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::code::Code;
use crate::code::instr::Instr;
use crate::code::operator::{Binary, Compare};
use crate::values::iter::Iter;
use crate::values::{Object, Value};

/// Collections begin only where nothing is held outside the stack.
const COLLECTION_CHECK: u64 = 0xff;

impl Machine {
    #[inline]
    pub fn push(&mut self, value: Value) {
        self.thread.stack.push(value);
    }

    /// Takes the top of the stack. The compiler sees to it that there is one.
    #[inline]
    pub fn pop(&mut self) -> Value {
        self.thread.stack.pop().unwrap_or(Value::Unbound)
    }

    #[inline]
    pub fn top(&self) -> Value {
        self.thread.stack.last().copied().unwrap_or(Value::Unbound)
    }

    /// What is at a depth below the top.
    #[inline]
    pub fn peek(&self, depth: usize) -> Value {
        let stack = &self.thread.stack;
        stack
            .get(stack.len().wrapping_sub(depth + 1))
            .copied()
            .unwrap_or(Value::Unbound)
    }

    /// Changes the top of the stack.
    #[inline]
    pub fn set_top(&mut self, value: Value) {
        if let Some(top) = self.thread.stack.last_mut() {
            *top = value;
        }
    }

    /// Runs instructions of the innermost frame, and of those that it calls or goes back
    /// to, as long as the budget lasts.
    pub fn execute(&mut self, left: &mut u64) -> Outcome<()> {
        while *left > 0
            && self.thread.result.is_none()
            && let Some(frame) = self.thread.frames.last()
        {
            let code = Rc::clone(&frame.code);
            let (mut pc, base) = (frame.pc as usize, frame.base as usize);
            match self.execute_code(&code, &mut pc, base, left) {
                Ok(()) => self.save(pc),
                Err(Exit::Switch) => {}
                Err(exit) => return Err(exit),
            }
        }
        Ok(())
    }

    #[inline]
    fn save(&mut self, pc: usize) {
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc = pc as u32;
        }
    }

    fn execute_code(
        &mut self,
        code: &Rc<Code>,
        pc: &mut usize,
        base: usize,
        left: &mut u64,
    ) -> Outcome<()> {
        let mut at = *pc;
        // Runs something that may fail or lead elsewhere: then the frame has to
        // know where it is.
        macro_rules! try_at {
            ($result:expr) => {{
                self.save(at);
                $result?;
            }};
        }
        while *left > 0 {
            *left -= 1;
            let instr = code.instrs[at];
            at += 1;
            match instr {
                Instr::Local(slot) => {
                    let value = self.thread.stack[base + slot as usize];
                    if value.is_unbound() {
                        self.save(at);
                        return Err(self.unbound_local(code, slot));
                    }
                    self.push(value);
                }
                Instr::SetLocal(slot) => {
                    let value = self.pop();
                    self.thread.stack[base + slot as usize] = value;
                }
                Instr::Const(number) => self.push(code.values[number as usize]),
                Instr::Int(value) => self.push(Value::Int(value.into())),
                Instr::None => self.push(Value::None),
                Instr::True => self.push(Value::Bool(true)),
                Instr::False => self.push(Value::Bool(false)),
                Instr::Pop => {
                    self.pop();
                }
                Instr::Discard => {
                    let value = self.pop();
                    if self.is_unstarted(value) {
                        try_at!(Err(self.never_awaited(value)));
                    }
                }
                Instr::Nop | Instr::Line => {}
                Instr::Jump(target) => at = target as usize,
                Instr::JumpBack(target) => {
                    at = target as usize;
                    if *left & COLLECTION_CHECK == 0 && self.heap.charged > self.heap.collect_at {
                        try_at!(self.collect());
                    }
                }
                Instr::JumpIfFalse(target) => {
                    let value = self.pop();
                    // The truth may have to be asked for: then this runs again.
                    self.save(at - 1);
                    if !self.truth(value)? {
                        at = target as usize;
                    }
                }
                Instr::JumpIfTrue(target) => {
                    let value = self.pop();
                    self.save(at - 1);
                    if self.truth(value)? {
                        at = target as usize;
                    }
                }
                Instr::AddInt(value) => match self.top() {
                    Value::Int(left_value) => {
                        if let Some(sum) = left_value.checked_add(value.into()) {
                            self.set_top(Value::Int(sum));
                        } else {
                            try_at!(self.add_int(value));
                        }
                    }
                    _ => try_at!(self.add_int(value)),
                },
                Instr::Binary(operator) => {
                    let right = self.top();
                    let left_value = self.peek(1);
                    if let Some(result) = quick_binary(operator, left_value, right) {
                        self.pop();
                        self.set_top(result);
                    } else {
                        try_at!(self.binary_instr(operator));
                    }
                }
                Instr::InPlace(operator) => {
                    let right = self.top();
                    let left_value = self.peek(1);
                    if let Some(result) = quick_binary(operator, left_value, right) {
                        self.pop();
                        self.set_top(result);
                    } else {
                        try_at!(self.in_place_instr(operator));
                    }
                }
                Instr::Compare(operator) => {
                    let right = self.top();
                    let left_value = self.peek(1);
                    if let Some(result) = quick_compare(operator, left_value, right) {
                        self.pop();
                        // The jump that mostly follows is taken at once.
                        if *left > 0
                            && let Instr::JumpIfFalse(target) = code.instrs[at]
                        {
                            self.pop();
                            *left -= 1;
                            at = if result { at + 1 } else { target as usize };
                        } else {
                            self.set_top(Value::Bool(result));
                        }
                    } else {
                        try_at!(self.compare_instr(operator));
                    }
                }
                Instr::Global { name, cache } => {
                    let name = code.names[name as usize];
                    let hint = code.caches[cache as usize].get() as usize;
                    let globals = self.thread.frames[self.thread.frames.len() - 1].globals;
                    if let Object::Module(module) = self.heap.get(globals)
                        && let Some(value) = module.namespace.get_at(name, hint)
                    {
                        self.push(value);
                    } else {
                        try_at!(self.load_global(code, name, cache));
                    }
                }
                Instr::Attr { name, cache } => {
                    try_at!(self.attr_instr(code, name, cache));
                }
                Instr::SetAttr { name, cache } => {
                    try_at!(self.set_attr_instr(code, name, cache));
                }
                Instr::Method { name, cache } => {
                    try_at!(self.method_instr(code, name, cache));
                }
                Instr::Call(count) => {
                    try_at!(self.call(count as usize, Then::Push));
                }
                Instr::CallMethod(count) => {
                    try_at!(self.call_method(count as usize));
                }
                Instr::Next(target) => {
                    if let Value::Obj(id) = self.top()
                        && let Object::Iter(iter) = self.heap.get_mut(id)
                        && let Iter::Range {
                            next,
                            step,
                            left: rest,
                        } = &mut **iter
                    {
                        if *rest == 0 {
                            self.pop();
                            at = target as usize;
                        } else {
                            let value = *next;
                            *rest -= 1;
                            *next = next.wrapping_add(*step);
                            self.push(Value::Int(value));
                        }
                    } else {
                        self.save(at);
                        if !self.next_instr(target)? {
                            at = target as usize;
                        }
                    }
                }
                Instr::Element => {
                    let key = self.top();
                    if let (Value::Obj(id), Value::Int(index)) = (self.peek(1), key)
                        && let Object::List(values) = self.heap.get(id)
                        && let Some(&value) =
                            usize::try_from(index).ok().and_then(|i| values.get(i))
                    {
                        self.pop();
                        self.set_top(value);
                    } else {
                        try_at!(self.element_instr());
                    }
                }
                Instr::SetElement => try_at!(self.set_element_instr()),
                Instr::Copy(depth) => {
                    let value = self.peek(depth as usize);
                    self.push(value);
                }
                Instr::Swap(depth) => {
                    let top = self.thread.stack.len() - 1;
                    self.thread.stack.swap(top, top - depth as usize);
                }
                Instr::Down(depth) => {
                    let top = self.thread.stack.len() - 1;
                    self.thread.stack[top - depth as usize..].rotate_right(1);
                }
                Instr::Append(depth) => {
                    let value = self.pop();
                    if let Value::Obj(id) = self.peek(depth as usize)
                        && let Object::List(values) = self.heap.get_mut(id)
                    {
                        values.push(value);
                        self.heap.charged += 16;
                    }
                }
                Instr::Cell(slot) => {
                    if let Value::Obj(id) = self.thread.stack[base + slot as usize]
                        && let Object::Cell(value) = self.heap.get(id)
                        && !value.is_unbound()
                    {
                        self.push(*value);
                    } else {
                        self.save(at);
                        return Err(self.unbound_cell(code, slot));
                    }
                }
                Instr::SetCell(slot) => {
                    let value = self.pop();
                    if let Value::Obj(id) = self.thread.stack[base + slot as usize]
                        && let Object::Cell(cell) = self.heap.get_mut(id)
                    {
                        *cell = value;
                    }
                }
                Instr::Return => {
                    let value = self.pop();
                    self.save(at);
                    return self.finish_frame(value);
                }
                other => {
                    self.save(at);
                    match self.execute_rare(other, code, base)? {
                        None => {}
                        Some(target) => at = target as usize,
                    }
                }
            }
        }
        *pc = at;
        Ok(())
    }

    fn add_int(&mut self, value: i32) -> Result<(), Exit> {
        // It stands for `+ value`, or for `- value` if that is negative.
        self.push(Value::Int(i64::from(value).abs()));
        self.binary_instr(if value < 0 { Binary::Sub } else { Binary::Add })
    }
}

/// Operators on numbers that need no more than the numbers.
#[inline]
fn quick_binary(operator: Binary, left: Value, right: Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => {
            let result = match operator {
                Binary::Add => a.checked_add(b)?,
                Binary::Sub => a.checked_sub(b)?,
                Binary::Mul => a.checked_mul(b)?,
                Binary::FloorDiv if b > 0 => a.div_euclid(b),
                Binary::Mod if b > 0 => a.rem_euclid(b),
                Binary::And => a & b,
                Binary::Or => a | b,
                Binary::Xor => a ^ b,
                Binary::RShift if (0..64).contains(&b) => a >> b,
                _ => return None,
            };
            Some(Value::Int(result))
        }
        (Value::Float(a), Value::Float(b)) => {
            let result = match operator {
                Binary::Add => a + b,
                Binary::Sub => a - b,
                Binary::Mul => a * b,
                Binary::TrueDiv if b != 0.0 => a / b,
                _ => return None,
            };
            Some(Value::Float(result))
        }
        _ => None,
    }
}

#[inline]
fn quick_compare(operator: Compare, left: Value, right: Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Some(match operator {
            Compare::Eq => a == b,
            Compare::Ne => a != b,
            Compare::Lt => a < b,
            Compare::Le => a <= b,
            Compare::Gt => a > b,
            Compare::Ge => a >= b,
        }),
        (Value::Float(a), Value::Float(b)) => Some(match operator {
            Compare::Eq => a == b,
            Compare::Ne => a != b,
            Compare::Lt => a < b,
            Compare::Le => a <= b,
            Compare::Gt => a > b,
            Compare::Ge => a >= b,
        }),
        _ => None,
    }
}
