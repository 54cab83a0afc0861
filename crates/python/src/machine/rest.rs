//! Instructions that run less often.

use std::rc::Rc;

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::code::instr::Instr;
use crate::code::{Code, Constant};
use crate::names::Name;
use crate::values::{Object, Value};

impl Machine {
    /// Runs an instruction, and says where to go on if not at the next one.
    pub fn execute_rare(
        &mut self,
        instr: Instr,
        code: &Rc<Code>,
        base: usize,
    ) -> Outcome<Option<u32>> {
        let name_at = |number: u16| code.names[number as usize];
        match instr {
            Instr::DeleteLocal(slot) => {
                let place = base + slot as usize;
                if self.thread.stack[place].is_unbound() {
                    return Err(self.unbound_local(code, slot));
                }
                self.thread.stack[place] = Value::Unbound;
            }
            Instr::MakeCell(slot) => {
                let value = self.thread.stack[base + slot as usize];
                let cell = self.object(Object::Cell(value));
                self.thread.stack[base + slot as usize] = cell;
            }
            Instr::DeleteCell(slot) => {
                let cell = self.thread.stack[base + slot as usize];
                let is_set = matches!(cell, Value::Obj(id) if matches!(
                    self.heap.get(id), Object::Cell(value) if !value.is_unbound()));
                if !is_set {
                    return Err(self.unbound_cell(code, slot));
                }
                if let Value::Obj(id) = cell {
                    *self.heap.get_mut(id) = Object::Cell(Value::Unbound);
                }
            }
            Instr::ClassCell { slot, name } => self.load_class_cell(code, slot, name_at(name))?,
            Instr::SetGlobal(name) => self.set_global(name_at(name)),
            Instr::DeleteGlobal(name) => self.delete_global(name_at(name))?,
            Instr::Name(name) => self.load_name(name_at(name))?,
            Instr::SetName(name) => self.set_name(name_at(name)),
            Instr::DeleteName(name) => self.delete_name(name_at(name))?,
            Instr::DeleteAttr(name) => {
                let value = self.pop();
                self.delete_attr(value, name_at(name))?;
            }
            Instr::DeleteElement => self.delete_element_instr()?,
            Instr::Unary(operator) => self.unary_instr(operator)?,
            Instr::Is | Instr::IsNot => {
                let right = self.pop();
                let left = self.pop();
                self.push(Value::Bool(left.is(right) == (instr == Instr::Is)));
            }
            Instr::In => self.contains_instr(true)?,
            Instr::NotIn => self.contains_instr(false)?,
            Instr::Not => {
                let value = self.pop();
                let truth = self.truth_or_retry(value)?;
                self.push(Value::Bool(!truth));
            }
            Instr::JumpIfNone(target) => {
                if self.pop().is_none() {
                    return Ok(Some(target));
                }
            }
            Instr::JumpIfNotNone(target) => {
                if !self.pop().is_none() {
                    return Ok(Some(target));
                }
            }
            Instr::List(count) => {
                let values = self.pop_many(count);
                let list = self.list(values);
                self.push(list);
            }
            Instr::Tuple(count) => {
                let values = self.pop_many(count);
                let tuple = self.tuple(values);
                self.push(tuple);
            }
            Instr::Set(count) => self.set_display(count)?,
            Instr::Dict(count) => self.dict_display(count)?,
            Instr::Slice(count) => {
                let mut values = self.pop_many(count);
                values.resize(3, Value::None);
                let parts = [values[0], values[1], values[2]];
                let slice = self.object(Object::Slice(Box::new(parts)));
                self.push(slice);
            }
            Instr::Join(count) => self.join_texts(count),
            Instr::Add(depth) => self.add_instr(depth)?,
            Instr::Insert(depth) => self.insert_instr(depth)?,
            Instr::Extend(depth) => self.extend_instr(depth, false)?,
            Instr::ExtendArguments(depth) => self.extend_instr(depth, true)?,
            Instr::Update(depth) => self.update_instr(depth)?,
            Instr::Merge(depth) => self.merge_instr(depth)?,
            Instr::MergeArguments(depth) => self.merge_arguments_instr(depth)?,
            Instr::ListToTuple => {
                let list = self.pop();
                let values = self.as_sequence(list).unwrap_or_default().to_vec();
                let tuple = self.tuple(values);
                self.push(tuple);
            }
            Instr::Format {
                conversion,
                has_spec,
            } => self.format_instr(conversion, has_spec)?,
            Instr::Iter => {
                let value = self.pop();
                let iterator = self.get_iter(value)?;
                self.push(iterator);
            }
            Instr::Unpack(count) => self.unpack_instr(count as usize)?,
            Instr::UnpackStar { before, after } => {
                self.unpack_star_instr(before as usize, after as usize)?;
            }
            Instr::CallNamed { count, names } => {
                let names = constant_names(code, names);
                self.call_named(count as usize, names, Then::Push)?;
            }
            Instr::CallMethodNamed { count, names } => {
                let names = constant_names(code, names);
                let receiver = self.thread.stack.len() - count as usize - 1;
                if self.thread.stack[receiver].is_unbound() {
                    self.thread.stack.remove(receiver);
                    self.call_named(count as usize, names, Then::Push)?;
                } else {
                    self.call_named(count as usize + 1, names, Then::Push)?;
                }
            }
            Instr::CallSpread { named } => self.call_spread(named)?,
            Instr::Function {
                code: number,
                flags,
            } => self.function_instr(code, number, flags),
            Instr::Class => {
                let function = self.library_function("__build_class__");
                self.push(function);
            }
            Instr::Yield => return self.yield_value(true).map(|()| None),
            Instr::YieldOn => return self.yield_value(false).map(|()| None),
            Instr::Send(target) => return self.send_instr(target),
            Instr::YieldFromIter => self.yield_from_iter()?,
            Instr::Await => self.await_instr()?,
            Instr::AsyncIter => self.async_iter_instr()?,
            Instr::AsyncNext => self.async_next_instr()?,
            Instr::EndAsyncFor => self.end_async_for()?,
            Instr::Raise(count) => self.raise_instr(count)?,
            Instr::Reraise => return Err(self.reraise()),
            Instr::Handle => self.handle(),
            Instr::Handled => {
                let before = self.pop();
                self.thread.handling = before;
            }
            Instr::Matches => self.matches_instr()?,
            Instr::MatchesGroup => {
                let exit = self.matches_group();
                return Err(pair(exit));
            }
            Instr::RaiseGroup => return Err(self.raise_group()),
            Instr::AssertionError => self.assertion_error(),
            Instr::Enter => self.enter_instr(false)?,
            Instr::AsyncEnter => {
                self.enter_instr(true)?;
            }
            Instr::Exit | Instr::AsyncExit => return Err(self.exit_instr()),
            Instr::ExitRaised | Instr::AsyncExitRaised => return Err(self.exit_raised()),
            Instr::Import { name, is_from } => self.import_instr(name_at(name), is_from)?,
            Instr::ImportFrom(name) => self.import_from_instr(name_at(name))?,
            Instr::ImportAll => self.import_all_instr(),
            Instr::IsSequence => {
                let value = self.top();
                let is = self.is_sequence_pattern(value);
                self.push(Value::Bool(is));
            }
            Instr::IsMapping => {
                let value = self.top();
                let is = self.is_mapping_pattern(value);
                self.push(Value::Bool(is));
            }
            Instr::Length => {
                let value = self.top();
                let length = self.length(value)?;
                self.push(Value::Int(length as i64));
            }
            Instr::MatchKeys => self.match_keys_instr()?,
            Instr::MatchClass { count, names } => {
                let names = constant_names(code, names);
                self.match_class_instr(count as usize, names)?;
            }
            Instr::Annotations => self.annotations(),
            _ => unreachable!("what runs often is run elsewhere"),
        }
        Ok(None)
    }

    /// Takes so many values from the stack, in their order.
    pub fn pop_many(&mut self, count: u16) -> Vec<Value> {
        let first = self.thread.stack.len() - usize::from(count);
        self.thread.stack.split_off(first)
    }

    /// The truth of the top of the stack. If a method has to be asked, the
    /// instruction runs again with its answer.
    pub fn truth_or_retry(&mut self, value: Value) -> Outcome<bool> {
        let result = self.truth(value);
        if let Err(Exit::Call(..)) = result
            && let Some(frame) = self.thread.frames.last_mut()
        {
            frame.pc -= 1;
        }
        result
    }

    fn join_texts(&mut self, count: u16) {
        let first = self.thread.stack.len() - usize::from(count);
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        for &part in &self.thread.stack[first..] {
            if !self.write_simple(&mut buffer, part) {
                buffer.push_str(self.as_str(part).unwrap_or_default());
            }
        }
        self.thread.stack.truncate(first);
        let text = self.text(buffer.as_str());
        self.buffer = buffer;
        self.push(text);
    }

    fn call_spread(&mut self, named: bool) -> Outcome<()> {
        let names = if named { self.pop() } else { Value::None };
        let list = self.pop();
        let positional = self.as_sequence(list).unwrap_or_default().to_vec();
        if self.as_dict(names).is_none_or(|dict| dict.is_empty()) {
            self.thread.stack.extend_from_slice(&positional);
            return self.call(positional.len(), Then::Push);
        }
        let callee = self.pop();
        let mut with_names = Vec::new();
        if let Some(dict) = self.as_dict(names) {
            for entry in dict.iter() {
                if let Some(text) = self.as_str(entry.key) {
                    with_names.push((self.names.name(text), entry.value));
                }
            }
        }
        self.call_with(callee, positional, with_names, Then::Push)
    }
}

fn pair(exit: Exit) -> Exit {
    match exit {
        Exit::Call(count, _) => Exit::Call(count, Then::Pair),
        other => other,
    }
}

fn constant_names(code: &Code, number: u16) -> &[Name] {
    match &code.constants[number as usize] {
        Constant::Names(names) => names,
        _ => &[],
    }
}
