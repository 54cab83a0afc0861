//! What threads wait for, as the program knows it: a queue is one thing, though it has a lock
//! and three conditions.

use interleaved::ids::ResourceId;
use interleaved::trace::State;

use super::Replay;
use super::reach::{Named, Reach};
use crate::driver::Driver;
use crate::values::{ObjId, Object, Value};

/// So many items of a queue are told.
const MOST_ITEMS: usize = 50;
/// So deep inside a queue or the like are its locks.
const DEPTH: usize = 3;

/// A lock, a queue and the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// Its number: that of the first that it is made of.
    pub index: u32,
    /// The numbers of all that it is made of.
    pub numbers: Vec<u32>,
    /// `Lock`, `Queue` and so on.
    pub kind: String,
    /// By which variable it is reached, if by any.
    pub name: Option<String>,
    pub object: Option<ObjId>,
    pub holder: Option<u32>,
    /// The line at which the holder got it.
    pub line: Option<u32>,
    /// Who waits for it, the next first.
    pub waiters: Vec<u32>,
    /// What is in a queue, the next first.
    pub contents: Option<Vec<String>>,
    /// How many permits a semaphore has, whether an event is set, how many are at a barrier.
    pub value: Option<String>,
}

/// The number of what a part belongs to.
pub(super) fn number(all: &[Awaited], part: ResourceId) -> u32 {
    let whole = all.iter().find(|it| it.numbers.contains(&part.0));
    whole.map_or(part.0, |whole| whole.index)
}

/// All that are known to the program, and besides those that somebody waits for or holds.
pub(super) fn of(driver: &Driver, state: &State, named: Vec<Named>) -> Vec<Awaited> {
    let mut all: Vec<Awaited> = Vec::new();
    let is_known = |all: &[Awaited], number: u32| all.iter().any(|it| it.numbers.contains(&number));
    for named in named {
        let mut numbers = Vec::new();
        push_numbers(driver, named.object, DEPTH, &mut numbers);
        numbers.retain(|&number| (number as usize) < state.resources.len());
        numbers.retain(|&number| !is_known(&all, number));
        numbers.sort_unstable();
        numbers.dedup();
        if let Some(&index) = numbers.first() {
            let (contents, value) = inside(driver, &named);
            all.push(Awaited {
                index,
                numbers,
                kind: named.kind,
                name: Some(named.name),
                object: Some(named.object),
                holder: None,
                line: None,
                waiters: Vec::new(),
                contents,
                value,
            });
        }
    }
    for (number, resource) in (0..).zip(&state.resources) {
        let is_used = !resource.waiters.is_empty() || !resource.holders.is_empty();
        if is_used && !is_known(&all, number) {
            all.push(Awaited {
                index: number,
                numbers: vec![number],
                kind: driver.resource_kind(ResourceId(number)).to_string(),
                name: None,
                object: None,
                holder: None,
                line: None,
                waiters: Vec::new(),
                contents: None,
                value: None,
            });
        }
    }
    for awaited in &mut all {
        for &number in &awaited.numbers {
            let resource = &state.resources[number as usize];
            let waiters = resource.waiters.iter().map(|waiter| waiter.0);
            // Who waits to be told something has come before who wants the lock for it.
            awaited.waiters.splice(0..0, waiters);
            if let Some(holder) = resource.holders.first() {
                awaited.holder = Some(holder.0);
                awaited.line = driver.held_since(ResourceId(number));
            }
        }
    }
    all.sort_by_key(|awaited| awaited.index);
    all
}

impl Replay {
    /// What a resource is called: by a variable, if there has been one whenever this was asked;
    /// else by its kind and number.
    pub fn resource_name(&mut self, resource: ResourceId) -> String {
        if let Some(name) = self.names.get(&resource.0) {
            return name.clone();
        }
        let here = (self.at.moment(), self.front.moment());
        if self.named_at.replace(here) != Some(here) {
            for driver in [&self.at, &self.front] {
                for named in Reach::of(driver).found {
                    let mut numbers = Vec::new();
                    push_numbers(driver, named.object, DEPTH, &mut numbers);
                    for number in numbers {
                        let name = || named.name.clone();
                        self.names.entry(number).or_insert_with(name);
                    }
                }
            }
        }
        let unnamed = || format!("{} {}", self.front.resource_kind(resource), resource.0);
        self.names.get(&resource.0).cloned().unwrap_or_else(unnamed)
    }
}

/// The numbers of the locks and signals that an object of the library is made of.
fn push_numbers(driver: &Driver, object: ObjId, depth: usize, numbers: &mut Vec<u32>) {
    let machine = driver.machine();
    let Object::Instance(instance) = machine.heap.get(object) else {
        return;
    };
    for (name, value) in instance.attributes.iter() {
        match value {
            Value::Int(number) if &*machine.names.text(name) == "_number" => {
                numbers.extend(u32::try_from(number));
            }
            Value::Obj(part) if depth > 0 => push_numbers(driver, part, depth - 1, numbers),
            _ => {}
        }
    }
}

/// What is in a queue, and what a semaphore and the like count.
fn inside(driver: &Driver, named: &Named) -> (Option<Vec<String>>, Option<String>) {
    let machine = driver.machine();
    let Object::Instance(instance) = machine.heap.get(named.object) else {
        return (None, None);
    };
    let attribute = |wanted: &str| {
        let name = machine.names.find(wanted)?;
        instance.attributes.get(name)
    };
    let text = |wanted: &str| attribute(wanted).map(|value| machine.brief(value));
    match named.kind.as_str() {
        "Queue" | "LifoQueue" | "PriorityQueue" | "SimpleQueue" => {
            let items = attribute("queue").or_else(|| attribute("_queue"));
            let items = items.and_then(|items| machine.get(items));
            let mut items: Vec<Value> = match items {
                Some(Object::Deque(deque)) => deque.values.iter().copied().collect(),
                Some(Object::List(values)) => values.clone(),
                _ => Vec::new(),
            };
            if named.kind == "LifoQueue" {
                items.reverse();
            }
            let first = items.into_iter().take(MOST_ITEMS);
            (Some(first.map(|item| machine.brief(item)).collect()), None)
        }
        "Semaphore" | "BoundedSemaphore" => (None, text("_value")),
        "Event" => {
            let is_set = matches!(attribute("_flag"), Some(Value::Bool(true)));
            (None, Some(if is_set { "set" } else { "unset" }.to_string()))
        }
        "Barrier" => {
            let count = text("_count").zip(text("_parties"));
            (None, count.map(|(count, all)| format!("{count}/{all}")))
        }
        _ => (None, None),
    }
}
