//! Races: two threads that could both go on, of which one writes what the other reads or
//! writes. So nothing orders them: no lock, no join, no wait.

use interleaved::ids::TaskId;

use super::path::{Own, Path};
use super::touch::{Key, Place};
use crate::code::instr::Instr;
use crate::driver::Driver;
use crate::machine::{Machine, ThreadId};
use crate::names::Name;
use crate::values::{ObjId, Object, Value};

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Race {
    /// What both touch, as the program calls it.
    pub variable: String,
    pub sides: [Side; 2],
    /// A lock that one of them holds, and the other should.
    pub lock: Option<String>,
    /// Whether what is written has always been there already.
    pub is_benign: bool,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    pub line: u32,
    pub writes: bool,
    pub thread: String,
}

impl Race {
    /// Whether it is between the same lines; which threads they are makes no difference.
    pub fn is_same(&self, other: &Race) -> bool {
        let lines = |race: &Race| race.sides.clone().map(|side| (side.line, side.writes));
        self.variable == other.variable && lines(self) == lines(other)
    }
}

pub(super) fn between(
    path: &Path,
    (one, ones): (TaskId, &[Own]),
    (other, others): (TaskId, &[Own]),
) -> Vec<Race> {
    let driver = &path.driver;
    let places = driver.machine().heap.places() as u32;
    let mut races: Vec<Race> = Vec::new();
    for a in ones {
        for b in others {
            let is_shared = match a.touch.place {
                Place::Part(id, _) => id.0 < places,
                Place::OfClass(_) => true,
                _ => false,
            };
            let conflict = a.touch.place == b.touch.place && (a.touch.writes || b.touch.writes);
            if !is_shared || !conflict {
                continue;
            }
            let side = |task: TaskId, own: &Own| Side {
                line: own.line,
                writes: own.touch.writes,
                thread: driver.thread_name(task).to_string(),
            };
            let mut sides = [side(one, a), side(other, b)];
            sides.sort();
            let Some(variable) = name_of(driver.machine(), a.touch.place) else {
                continue;
            };
            let locks = [one, other].map(|task| driver.held_by(task));
            let lock = locks.iter().flatten().next();
            races.push(Race {
                variable,
                sides,
                lock: lock.map(|&lock| lock_name(driver, lock)),
                is_benign: is_benign(driver, [(one, a), (other, b)]),
            });
        }
    }
    races.dedup();
    races
}

/// Whether whatever is written is what is there, or what the other writes.
fn is_benign(driver: &Driver, sides: [(TaskId, &Own); 2]) -> bool {
    let machine = driver.machine();
    let mut values = Vec::new();
    for (task, own) in sides {
        let value = if own.touch.writes {
            driver.thread_id(task).and_then(|id| written(machine, id))
        } else {
            value_at(machine, own.touch.place)
        };
        let Some(value) = value else { return false };
        values.push(value);
    }
    values[0].is(values[1]) || (is_text(machine, values[0]) && same_text(machine, &values))
}

fn is_text(machine: &Machine, value: Value) -> bool {
    machine.as_str(value).is_some()
}

fn same_text(machine: &Machine, values: &[Value]) -> bool {
    machine.as_str(values[0]) == machine.as_str(values[1])
}

/// What a thread's next instruction writes.
fn written(machine: &Machine, id: ThreadId) -> Option<Value> {
    let stack = &machine.thread_at(id).stack;
    let depth = match machine.next_instruction(id)? {
        Instr::SetGlobal(_) | Instr::SetName(_) | Instr::SetCell(_) => 1,
        Instr::SetAttr { .. } => 2,
        Instr::SetElement => 3,
        _ => return None,
    };
    stack.get(stack.len().checked_sub(depth)?).copied()
}

fn value_at(machine: &Machine, place: Place) -> Option<Value> {
    let Place::Part(id, key) = place else {
        return None;
    };
    match (machine.heap.get(id), key) {
        (Object::Module(module), Key::Name(name)) => module.namespace.get(name),
        (Object::Instance(instance), Key::Name(name)) => instance.attributes.get(name),
        (Object::Cell(value), Key::Content) => Some(*value),
        (Object::List(values), Key::Index(index)) => values.get(index as usize).copied(),
        _ => None,
    }
}

/// What the program calls something.
pub(super) fn name_of(machine: &Machine, place: Place) -> Option<String> {
    let (id, key) = match place {
        Place::Part(id, key) => (id, key),
        Place::OfClass(name) => return Some(format!(".{}", machine.names.text(name))),
        _ => return None,
    };
    let text = match (machine.heap.get(id), key) {
        (Object::Module(module), _) if module.is_library => return None,
        (Object::Module(_), Key::Name(name)) => machine.names.text(name).to_string(),
        (Object::Class(class), Key::Name(name)) => {
            format!("{}.{}", class.name, machine.names.text(name))
        }
        (Object::Instance(instance), Key::Name(name)) => {
            let object = global_name(machine, id)
                .unwrap_or_else(|| machine.class(instance.class).name.to_string());
            format!("{object}.{}", machine.names.text(name))
        }
        (Object::Cell(_), _) => cell_name(machine, id)?,
        (_, Key::Index(index)) => format!("{}[{index}]", container_name(machine, id)),
        (_, Key::Hash(_)) => format!("{}[...]", container_name(machine, id)),
        _ => return None,
    };
    Some(text)
}

fn container_name(machine: &Machine, id: ObjId) -> String {
    let class = || machine.class_name(Value::Obj(id)).to_string();
    global_name(machine, id).unwrap_or_else(class)
}

/// The global variable of the program whose value is an object, or an attribute of one that
/// is.
fn global_name(machine: &Machine, id: ObjId) -> Option<String> {
    let module = machine.modules.get(&Name::MAIN)?;
    let Object::Module(module) = machine.heap.get(*module) else {
        return None;
    };
    let is_it = |value: Value| value.object() == Some(id);
    let own = module.namespace.iter().find(|(_, value)| is_it(*value));
    if let Some((name, _)) = own {
        return Some(machine.names.text(name).to_string());
    }
    module.namespace.iter().find_map(|(name, value)| {
        let Some(Object::Instance(instance)) = machine.get(value) else {
            return None;
        };
        let part = instance
            .attributes
            .iter()
            .find(|(_, value)| is_it(*value))?
            .0;
        Some(format!(
            "{}.{}",
            machine.names.text(name),
            machine.names.text(part)
        ))
    })
}

fn cell_name(machine: &Machine, id: ObjId) -> Option<String> {
    let threads = (0..machine.thread_count() as u32).map(|n| machine.thread_at(ThreadId(n)));
    for thread in threads {
        for frame in &thread.frames {
            let values = thread.stack.get(frame.base as usize..).unwrap_or_default();
            let mut slots = frame.code.slots.iter().zip(values);
            if let Some((name, _)) = slots.find(|(_, value)| value.object() == Some(id)) {
                return Some(machine.names.text(*name).to_string());
            }
        }
    }
    None
}

/// What the program calls a lock.
pub(super) fn lock_name(driver: &Driver, number: u32) -> String {
    let machine = driver.machine();
    let attribute = machine.names.name("_number");
    let is_it = |id: &u32| match machine.heap.get(ObjId(*id)) {
        Object::Instance(instance) => {
            let value = instance.attributes.get(attribute);
            matches!(value, Some(Value::Int(n)) if n == i64::from(number))
        }
        _ => false,
    };
    let mut objects = (0..machine.heap.places() as u32).filter(is_it);
    let name = objects.find_map(|id| global_name(machine, ObjId(id)));
    let kind = driver.resource_kind(interleaved::ids::ResourceId(number));
    name.unwrap_or_else(|| format!("{kind} {number}"))
}
