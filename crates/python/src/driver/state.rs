//! What every thread is at, for whoever shows it: read from the state, without running
//! anything, and cheap enough to be read at each event.

use std::rc::Rc;

use interleaved::ids::TaskId;

use super::{Driver, Waiting};
use crate::machine::Machine;
use crate::machine::frame::Frame;
use crate::names::Name;
use crate::values::{ObjId, Object, Value};

/// A thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadState {
    pub name: Rc<str>,
    /// The program's own calls that are under way, the outermost first.
    pub frames: Vec<FrameState>,
    /// What it waits for: a lock or something like it.
    pub waits_for: Option<Rc<str>>,
    /// The locks that it holds.
    pub holds: Vec<Rc<str>>,
    pub has_ended: bool,
}

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
    /// All threads, by the numbers of their tasks.
    pub fn threads(&self) -> Vec<ThreadState> {
        let tasks = (0..self.threads.len()).map(|number| TaskId(number as u32));
        tasks.map(|task| self.thread_state(task)).collect()
    }

    fn thread_state(&self, task: TaskId) -> ThreadState {
        let thread = &self.threads[task.index()];
        let running = self.machine.thread_at(thread.id);
        let frames = running.frames.iter();
        let own = frames.filter(|frame| !frame.code.is_library);
        let waits_for = match thread.waits {
            Waiting::Lock(awaited, _) | Waiting::Signal(awaited) => {
                Some(self.resources[awaited.index()].name.clone())
            }
            _ => None,
        };
        let resources = self.resources.iter();
        let held = resources.filter(|resource| resource.holder == Some(task));
        ThreadState {
            name: thread.name.clone(),
            frames: own.map(|frame| self.frame_state(running, frame)).collect(),
            waits_for,
            holds: held.map(|resource| resource.name.clone()).collect(),
            has_ended: running.result.is_some(),
        }
    }

    fn frame_state(&self, thread: &crate::machine::thread::Thread, frame: &Frame) -> FrameState {
        let machine = &self.machine;
        let mut variables = Vec::new();
        let base = frame.base as usize;
        for (offset, &name) in frame.code.slots.iter().enumerate() {
            let value = thread.stack.get(base + offset).copied();
            variables.extend(machine.variable(name, value.unwrap_or(Value::Unbound)));
        }
        if &*frame.code.name == "<module>"
            && let Object::Module(module) = machine.heap.get(frame.globals)
        {
            let globals = module.namespace.iter();
            variables.extend(globals.filter_map(|(name, value)| machine.variable(name, value)));
        }
        FrameState {
            function: frame.code.name.clone(),
            line: frame.code.line(frame.pc.saturating_sub(1)) as u32,
            variables,
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
        match machine.heap.get(object) {
            Object::List(values) => {
                let values = values.iter().enumerate().take(MOST_PARTS);
                values
                    .map(|(n, &value)| part(n.to_string(), value))
                    .collect()
            }
            Object::Tuple(values) => {
                let values = values.iter().enumerate().take(MOST_PARTS);
                values
                    .map(|(n, &value)| part(n.to_string(), value))
                    .collect()
            }
            Object::Deque(deque) => {
                let values = deque.values.iter().enumerate().take(MOST_PARTS);
                values
                    .map(|(n, &value)| part(n.to_string(), value))
                    .collect()
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
