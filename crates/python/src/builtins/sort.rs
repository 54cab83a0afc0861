//! Sorting of what compares without Python code.

use super::{Args, Native, hidden};
use crate::code::operator::Compare;
use crate::machine::{Machine, Outcome};
use crate::values::Value;

pub const TABLE: &[Native] = &[
    hidden("_sort_plain", 2, 2, |m, a| {
        let values = m.as_sequence(a.at(0)).unwrap_or_default().to_vec();
        let descending = m.truth(a.at(1))?;
        match sort_plain(m, values, descending) {
            Some(sorted) => Ok(m.list(sorted)),
            None => Ok(Value::None),
        }
    }),
    hidden("_sort_keyed", 3, 3, sort_keyed),
];

/// Sorts values that compare without Python code, or gives up.
pub fn sort_plain(m: &mut Machine, values: Vec<Value>, descending: bool) -> Option<Vec<Value>> {
    let keys = values.clone();
    let order = sorted_order(m, &keys, descending)?;
    Some(order.into_iter().map(|place| values[place]).collect())
}

/// The order of keys that compare without Python code.
fn sorted_order(m: &mut Machine, keys: &[Value], descending: bool) -> Option<Vec<usize>> {
    // Whatever can't be compared is told by the library, which compares in order.
    let mut order: Vec<usize> = (0..keys.len()).collect();
    if keys.iter().all(|key| matches!(key, Value::Int(_))) {
        let number = |key: &Value| {
            if let Value::Int(value) = key {
                *value
            } else {
                0
            }
        };
        order.sort_by(|&a, &b| {
            let order = number(&keys[a]).cmp(&number(&keys[b]));
            if descending { order.reverse() } else { order }
        });
        return Some(order);
    }
    let texts: Option<Vec<_>> = keys.iter().map(|&key| m.own_text(key)).collect();
    if let Some(texts) = texts {
        order.sort_by(|&a, &b| {
            let order = texts[a].as_str().cmp(texts[b].as_str());
            if descending { order.reverse() } else { order }
        });
        return Some(order);
    }
    let mut failed = false;
    let mut less = |a: usize, b: usize| -> bool {
        if failed {
            return false;
        }
        match m.compare_plainly(Compare::Lt, keys[a], keys[b]) {
            Ok(Some(less)) => less,
            _ => {
                failed = true;
                false
            }
        }
    };
    // A merge sort of our own: the standard one may panic where `<` is no order.
    merge_sort(&mut order, &mut less, descending);
    (!failed).then_some(order)
}

fn merge_sort(order: &mut [usize], less: &mut dyn FnMut(usize, usize) -> bool, descending: bool) {
    if order.len() < 2 {
        return;
    }
    let middle = order.len() / 2;
    let (left, right) = order.split_at_mut(middle);
    merge_sort(left, less, descending);
    merge_sort(right, less, descending);
    let mut merged = Vec::with_capacity(order.len());
    let (mut i, mut j) = (0, middle);
    while i < middle && j < order.len() {
        // The right one comes first only if it has to: the sort is stable.
        let right_first = if descending {
            less(order[i], order[j])
        } else {
            less(order[j], order[i])
        };
        if right_first {
            merged.push(order[j]);
            j += 1;
        } else {
            merged.push(order[i]);
            i += 1;
        }
    }
    merged.extend_from_slice(&order[i..middle]);
    merged.extend_from_slice(&order[j..]);
    order.copy_from_slice(&merged);
}

/// Values sorted by keys that are given beside them, or `None`.
fn sort_keyed(m: &mut Machine, a: &Args) -> Outcome {
    let values = m.as_sequence(a.at(0)).unwrap_or_default().to_vec();
    let keys = m.as_sequence(a.at(1)).unwrap_or_default().to_vec();
    let descending = m.truth(a.at(2))?;
    match sorted_order(m, &keys, descending) {
        Some(order) => {
            let sorted = order.into_iter().map(|place| values[place]).collect();
            Ok(m.list(sorted))
        }
        None => Ok(Value::None),
    }
}
