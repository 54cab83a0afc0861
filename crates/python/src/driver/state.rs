//! What every thread is at, for whoever shows it: read from the state, without running
//! anything, and cheap enough to be read at each event.

use std::rc::Rc;

use interleaved::ids::TaskId;

use super::Driver;
use crate::machine::frame::Frame;
use crate::machine::{self, Machine};
use crate::names::Name;
use crate::values::{ObjId, Object, Value};

/// A call that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameState {
    pub function: Rc<str>,
    pub line: u32,
    /// Its variables that have values.
    pub variables: Vec<Variable>,
}

/// A variable, or an attribute of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub name: Rc<str>,
    /// Its value in a few words.
    pub text: String,
    /// The object that it is, to be looked at with [`Driver::parts`].
    pub object: Option<ObjId>,
}

/// So many parts of an object are shown at most.
const MOST_PARTS: usize = 1000;
/// Of longer texts and collections only the beginning is shown.
const SHOWN_CHARACTERS: usize = 60;
const SHOWN_ITEMS: usize = 8;
const SHOWN_DEPTH: usize = 3;

impl Driver {
    /// A thread's calls of the program's own that are under way, the outermost first. What
    /// the outermost of all sees are the [`globals`](Driver::globals).
    pub fn frames(&self, task: TaskId) -> Vec<FrameState> {
        let Some(id) = self.thread_id(task) else {
            return Vec::new();
        };
        let thread = self.machine.thread_at(id);
        let frames = thread.frames.iter().enumerate();
        let own = frames.filter(|(_, frame)| !frame.code.is_library);
        let states = own.map(|(depth, frame)| {
            // Of who waits for something the line isn't over; and so it is for who has called.
            let runs = depth + 1 == thread.frames.len() && !self.is_in_operation(task);
            let is_at = match frame.pc {
                next if runs && (next as usize) < frame.code.instrs.len() => next,
                next => next.saturating_sub(1),
            };
            FrameState {
                function: frame.code.name.clone(),
                line: frame.code.line(is_at) as u32,
                variables: self.variables(thread, frame),
            }
        });
        states.collect()
    }

    fn variables(&self, thread: &machine::thread::Thread, frame: &Frame) -> Vec<Variable> {
        let values = thread.stack.get(frame.base as usize..).unwrap_or_default();
        let slots = frame.code.slots.iter().zip(values);
        let variables = slots.filter_map(|(&name, &value)| self.machine.variable(name, value));
        variables.collect()
    }

    /// The variables of the program itself.
    pub fn globals(&self) -> Vec<Variable> {
        let module = self.machine.modules.get(&Name::MAIN);
        match module.map(|&module| self.machine.heap.get(module)) {
            Some(Object::Module(module)) => {
                let names = module.namespace.iter();
                let variables =
                    names.filter_map(|(name, value)| self.machine.variable(name, value));
                variables.collect()
            }
            _ => Vec::new(),
        }
    }

    /// What an object is made of: the items of a collection, the attributes of an instance.
    pub fn parts(&self, object: ObjId) -> Vec<Variable> {
        let machine = &self.machine;
        let part = |name: String, value: Value| Variable {
            name: name.into(),
            text: machine.brief(value),
            object: value.object(),
        };
        let items = |values: &mut dyn Iterator<Item = Value>| {
            let values = values.enumerate().take(MOST_PARTS);
            values
                .map(|(n, value)| part(n.to_string(), value))
                .collect()
        };
        match machine.heap.get(object) {
            Object::List(values) => items(&mut values.iter().copied()),
            Object::Tuple(values) => items(&mut values.iter().copied()),
            Object::Deque(deque) => items(&mut deque.values.iter().copied()),
            Object::Set(set) | Object::FrozenSet(set) => {
                items(&mut set.iter().map(|(_, value)| value))
            }
            Object::Dict(dict) => {
                let entries = dict.iter().take(MOST_PARTS);
                entries
                    .map(|entry| part(machine.brief(entry.key), entry.value))
                    .collect()
            }
            Object::Instance(instance) => {
                let attributes = instance.attributes.iter();
                let text = |name| machine.names.text(name).to_string();
                attributes
                    .map(|(name, value)| part(text(name), value))
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Machine {
    /// A variable, unless it has no value or is what programs are made of: modules,
    /// classes, functions.
    fn variable(&self, name: Name, value: Value) -> Option<Variable> {
        let value = match self.get(value) {
            Some(Object::Cell(inner)) => *inner,
            _ => value,
        };
        let is_part_of_the_program = matches!(
            self.get(value),
            Some(Object::Module(_) | Object::Class(_) | Object::Function(_))
        );
        let text = self.names.text(name);
        if value.is_unbound() || is_part_of_the_program || text.starts_with(['_', '.']) {
            return None;
        }
        Some(Variable {
            name: text,
            text: self.brief(value),
            object: value.object(),
        })
    }

    /// A value in a few words.
    pub fn brief(&self, value: Value) -> String {
        self.brief_at(value, 0)
    }

    fn brief_at(&self, value: Value, depth: usize) -> String {
        let Some(object) = self.get(value) else {
            return self.plain_repr(value);
        };
        let each = |values: &mut dyn Iterator<Item = Value>, count: usize| {
            if depth >= SHOWN_DEPTH {
                return "...".to_string();
            }
            let first = values.take(SHOWN_ITEMS);
            let mut texts: Vec<String> = first.map(|v| self.brief_at(v, depth + 1)).collect();
            if count > SHOWN_ITEMS {
                texts.push(format!("... ({count})"));
            }
            texts.join(", ")
        };
        match object {
            Object::Text(text) if text.length() > SHOWN_CHARACTERS => {
                let start = text.range(0, SHOWN_CHARACTERS);
                format!("{}... ({})", crate::text::repr::text(start), text.length())
            }
            Object::List(values) => {
                format!("[{}]", each(&mut values.iter().copied(), values.len()))
            }
            Object::Tuple(values) if values.len() != 1 => {
                format!("({})", each(&mut values.iter().copied(), values.len()))
            }
            Object::Deque(deque) => {
                let values = &deque.values;
                format!(
                    "deque([{}])",
                    each(&mut values.iter().copied(), values.len())
                )
            }
            Object::Set(set) if !set.is_empty() => {
                let mut values = set.iter().map(|(_, value)| value);
                format!("{{{}}}", each(&mut values, set.len()))
            }
            Object::Dict(_) if depth >= SHOWN_DEPTH => "{...}".to_string(),
            Object::Dict(dict) => {
                let mut texts = Vec::new();
                for entry in dict.iter().take(SHOWN_ITEMS) {
                    let (key, value) = (entry.key, entry.value);
                    let key = self.brief_at(key, depth + 1);
                    texts.push(format!("{key}: {}", self.brief_at(value, depth + 1)));
                }
                if dict.len() > SHOWN_ITEMS {
                    texts.push(format!("... ({})", dict.len()));
                }
                format!("{{{}}}", texts.join(", "))
            }
            Object::Text(_)
            | Object::Bytes(_)
            | Object::Big(_)
            | Object::Complex(..)
            | Object::Range(_) => self.plain_repr(value),
            _ => format!("<{}>", self.class_name(value)),
        }
    }
}
