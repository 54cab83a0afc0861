//! What `heapq` does with items that compare without Python code.

use super::{Args, Native, hidden};
use crate::code::operator::Compare;
use crate::machine::Machine;
use crate::values::Value;

/// Each returns whether it could: if not, nothing has changed.
pub const TABLE: &[Native] = &[
    hidden("_heap_up", 3, 3, |m, a| {
        let path = up(m, a.at(0), number(m, a, 1), number(m, a, 2));
        Ok(Value::Bool(shift(m, a.at(0), path)))
    }),
    hidden("_heap_down", 2, 2, |m, a| {
        let path = down(m, a.at(0), number(m, a, 1));
        Ok(Value::Bool(shift(m, a.at(0), path)))
    }),
];

fn number(m: &Machine, a: &Args, index: usize) -> usize {
    usize::try_from(m.as_int(a.at(index)).unwrap_or(0)).unwrap_or(0)
}

fn item(m: &Machine, heap: Value, place: usize) -> Value {
    let values = m.as_sequence(heap).unwrap_or_default();
    values.get(place).copied().unwrap_or(Value::None)
}

fn is_less(m: &mut Machine, left: Value, right: Value) -> Option<bool> {
    m.compare_plainly(Compare::Lt, left, right).ok()?
}

/// The places from that of an item up to the one where it belongs, not above the start.
fn up(m: &mut Machine, heap: Value, start: usize, place: usize) -> Option<Vec<usize>> {
    let moved = item(m, heap, place);
    let mut path = vec![place];
    let mut at = place;
    while at > start {
        at = (at - 1) / 2;
        let parent = item(m, heap, at);
        if !is_less(m, moved, parent)? {
            break;
        }
        path.push(at);
    }
    Some(path)
}

/// The places from that of an item down to the one where it belongs: down to a leaf along
/// the smaller children, and up again.
fn down(m: &mut Machine, heap: Value, start: usize) -> Option<Vec<usize>> {
    let length = m.as_sequence(heap).unwrap_or_default().len();
    let moved = item(m, heap, start);
    let mut path = vec![start];
    let mut child = 2 * start + 1;
    while child < length {
        let (left, right) = (item(m, heap, child), item(m, heap, child + 1));
        if child + 1 < length && !is_less(m, left, right)? {
            child += 1;
        }
        path.push(child);
        child = 2 * child + 1;
    }
    while path.len() > 1 {
        let last = item(m, heap, path[path.len() - 1]);
        if !is_less(m, moved, last)? {
            break;
        }
        path.pop();
    }
    Some(path)
}

/// Takes the item at the first of some places to the last, and each other one a place
/// back.
fn shift(m: &mut Machine, heap: Value, path: Option<Vec<usize>>) -> bool {
    let (Some(path), Some(values)) = (path, m.list_mut(heap)) else {
        return false;
    };
    for pair in path.windows(2) {
        values.swap(pair[0], pair[1]);
    }
    true
}
