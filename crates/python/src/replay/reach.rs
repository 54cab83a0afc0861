//! What threads can reach by their variables: so it is found what they share, and by which
//! variable a lock is called.

use std::collections::{HashMap, HashSet, VecDeque};

use interleaved::ids::TaskId;

use crate::driver::{Driver, Variable};
use crate::machine::Machine;
use crate::names::Name;
use crate::values::{ObjId, Object, Value};

/// So far from a variable, and so many objects of each thread, are looked at.
const DEPTH: usize = 3;
const MOST: usize = 2_000;
const MOST_ITEMS: usize = 100;

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// What threads wait for, as the program knows it, the nearest to a variable first.
    pub found: Vec<Named>,
    /// What can be changed and is reached by two.
    pub shared: Vec<ObjId>,
}

/// A lock, a queue and the like, and what it is called.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub object: ObjId,
    /// The name of its class.
    pub kind: String,
    pub name: String,
}

/// The classes of what threads wait for, and in which modules they are.
const KINDS: [(&str, &str); 11] = [
    ("_thread", "lock"),
    ("_thread", "RLock"),
    ("threading", "Condition"),
    ("threading", "Semaphore"),
    ("threading", "BoundedSemaphore"),
    ("threading", "Event"),
    ("threading", "Barrier"),
    ("queue", "PriorityQueue"),
    ("queue", "LifoQueue"),
    ("queue", "Queue"),
    ("queue", "SimpleQueue"),
];

impl Reach {
    /// What is reached by the globals first, then by the variables of each thread.
    pub fn of(driver: &Driver) -> Reach {
        let mut reach = Reach::default();
        let mut seen_by: HashMap<ObjId, usize> = HashMap::new();
        let mut named = HashSet::new();
        let threads = (0..driver.thread_count()).map(|task| {
            let frames = driver.frames(TaskId(task as u32)).into_iter().rev();
            frames.flat_map(|frame| frame.variables).collect()
        });
        let groups: Vec<Vec<Variable>> = std::iter::once(driver.globals()).chain(threads).collect();
        for (group, variables) in groups.into_iter().enumerate() {
            for (object, path) in walk(driver.machine(), variables) {
                let kind = kind_of(driver.machine(), object);
                if let Some(kind) = kind
                    && named.insert(object)
                {
                    reach.found.push(Named {
                        object,
                        kind,
                        name: path,
                    });
                }
                let first = *seen_by.entry(object).or_insert(group);
                let is_changeable = can_be_changed(driver.machine().heap.get(object));
                if first != group && is_changeable && !reach.shared.contains(&object) {
                    reach.shared.push(object);
                }
            }
        }
        reach
    }
}

/// What can be reached from some variables, the nearest first, with the way there.
fn walk(machine: &Machine, variables: Vec<Variable>) -> Vec<(ObjId, String)> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    let mut pending: VecDeque<(ObjId, String, usize)> = VecDeque::new();
    for variable in variables {
        if let Some(object) = variable.object {
            pending.push_back((object, variable.name.to_string(), 0));
        }
    }
    while let Some((object, path, depth)) = pending.pop_front() {
        if found.len() >= MOST || !seen.insert(object) {
            continue;
        }
        // What the library's own objects are made of is nothing to the program.
        if depth < DEPTH && kind_of(machine, object).is_none() {
            push_parts(machine, object, &path, |part, path| {
                pending.push_back((part, path, depth + 1));
            });
        }
        found.push((object, path));
    }
    found
}

fn push_parts(machine: &Machine, object: ObjId, path: &str, mut push: impl FnMut(ObjId, String)) {
    let mut items = |values: &mut dyn Iterator<Item = Value>| {
        for (place, value) in values.enumerate().take(MOST_ITEMS) {
            if let Value::Obj(part) = value {
                push(part, format!("{path}[{place}]"));
            }
        }
    };
    match machine.heap.get(object) {
        Object::List(values) => items(&mut values.iter().copied()),
        Object::Tuple(values) => items(&mut values.iter().copied()),
        Object::Deque(deque) => items(&mut deque.values.iter().copied()),
        Object::Dict(dict) => {
            for entry in dict.iter().take(MOST_ITEMS) {
                if let Value::Obj(part) = entry.value {
                    push(part, format!("{path}[{}]", machine.brief(entry.key)));
                }
            }
        }
        Object::Instance(instance) => {
            for (name, value) in instance.attributes.iter() {
                let name = machine.names.text(name);
                if let (Value::Obj(part), false) = (value, name.starts_with('_')) {
                    push(part, format!("{path}.{name}"));
                }
            }
        }
        _ => {}
    }
}

fn can_be_changed(object: &Object) -> bool {
    matches!(
        object,
        Object::List(_)
            | Object::Dict(_)
            | Object::Set(_)
            | Object::Deque(_)
            | Object::ByteArray(_)
            | Object::Instance(_)
    )
}

/// What an object is called in its module, if threads wait for such things.
fn kind_of(machine: &Machine, object: ObjId) -> Option<String> {
    let Object::Instance(instance) = machine.heap.get(object) else {
        return None;
    };
    for &class in &machine.class(instance.class).mro {
        let class = machine.class(class);
        let module = class.namespace.get(Name::MODULE);
        let module = module.and_then(|module| machine.as_str(module));
        let is_it = |kind: &&(&str, &str)| Some(kind.0) == module && kind.1 == &*class.name;
        if let Some((_, name)) = KINDS.iter().find(is_it) {
            let name = if *name == "lock" { "Lock" } else { name };
            return Some(name.to_string());
        }
    }
    None
}
