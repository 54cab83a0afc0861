//! Iterators that need no Python code.

use super::{ObjId, Value};

/// What of a dictionary is gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Keys,
    Values,
    Items,
}

/// Where an iteration is.
#[derive(Clone, Debug)]
pub enum Iter {
    /// Nothing more to come.
    Done(ObjId),
    List {
        list: ObjId,
        next: usize,
    },
    ListReversed {
        list: ObjId,
        next: usize,
    },
    Tuple {
        tuple: ObjId,
        next: usize,
    },
    Text {
        text: ObjId,
        next: usize,
    },
    Bytes {
        bytes: ObjId,
        next: usize,
    },
    Range {
        next: i64,
        step: i64,
        left: u64,
    },
    Dict {
        dict: ObjId,
        view: View,
        next: usize,
        changes: u32,
    },
    DictReversed {
        dict: ObjId,
        view: View,
        next: usize,
    },
    Set {
        set: ObjId,
        next: usize,
        changes: u32,
    },
    Deque {
        deque: ObjId,
        next: usize,
        changes: u32,
    },
    DequeReversed {
        deque: ObjId,
        next: usize,
    },
    /// Iterators beside each other, if all of them need no Python code.
    Zip {
        parts: Vec<Value>,
        strict: bool,
    },
    Enumerate {
        source: Value,
        count: i64,
    },
}

impl Iter {
    /// What is gone through.
    pub fn sources(&self) -> Vec<Value> {
        match self {
            Iter::Done(_) | Iter::Range { .. } => Vec::new(),
            Iter::List { list: id, .. }
            | Iter::ListReversed { list: id, .. }
            | Iter::Tuple { tuple: id, .. }
            | Iter::Text { text: id, .. }
            | Iter::Bytes { bytes: id, .. }
            | Iter::Dict { dict: id, .. }
            | Iter::DictReversed { dict: id, .. }
            | Iter::Set { set: id, .. }
            | Iter::Deque { deque: id, .. }
            | Iter::DequeReversed { deque: id, .. } => vec![Value::Obj(*id)],
            Iter::Zip { parts, .. } => parts.clone(),
            Iter::Enumerate { source, .. } => vec![*source],
        }
    }
}
