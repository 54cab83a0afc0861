//! A number for the state of a machine: machines with the same number go on alike.
//!
//! Objects that were there before threads began have the same places in all states, and
//! are known by these. Those made since may lie elsewhere in each, so they are numbered in
//! the order in which they are found.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use super::Machine;
use super::frame::Frame;
use super::heap::{Heap, PAGE};
use super::thread::Thread;
use crate::values::namespace::Namespace;
use crate::values::{ObjId, Value};

/// Two independent hashes side by side: 128 bits, so that no two states are taken for one.
#[derive(Clone, Copy, Debug)]
pub struct Mixer(u64, u64);

impl Default for Mixer {
    fn default() -> Self {
        Mixer(0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344)
    }
}

impl Mixer {
    /// All 128 bits.
    pub fn sum(&self) -> u128 {
        u128::from(self.0) << 64 | u128::from(self.1)
    }
}

/// Both halves of a product, which depend on all bits of its factors.
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product >> 64) as u64 ^ product as u64
}

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0 ^ self.1
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = fold(self.0 ^ number, 0x9e37_79b9_7f4a_7c15).wrapping_add(self.1);
        self.1 = fold(self.1.rotate_left(29) ^ number, 0xd6e8_feb8_6659_fd93) ^ self.0;
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}

/// The state before threads began, from which all states of a search come.
#[derive(Debug)]
pub struct Origin {
    heap: Heap,
    /// The sums of its pages, as far as they have been needed.
    sums: std::cell::RefCell<HashMap<usize, u128>>,
}

impl Origin {
    pub fn new(machine: &Machine) -> Origin {
        Origin {
            heap: machine.heap.clone(),
            sums: Default::default(),
        }
    }

    /// How many places of objects there were.
    pub fn places(&self) -> u32 {
        self.heap.places() as u32
    }

    fn sum_of_page(&self, number: usize) -> u128 {
        *self.sums.borrow_mut().entry(number).or_insert_with(|| {
            let mut digest = Digest::new(self);
            digest.page(&self.heap, number);
            digest.sum
        })
    }
}

/// A number in the making.
#[derive(Debug)]
pub struct Digest<'a> {
    pub mixer: Mixer,
    origin: &'a Origin,
    /// What is the same in whatever order it comes.
    sum: u128,
    /// The numbers of objects made since.
    numbers: HashMap<ObjId, u64>,
    /// Those whose contents are still to come.
    pending: Vec<ObjId>,
}

impl<'a> Digest<'a> {
    pub fn new(origin: &'a Origin) -> Self {
        Digest {
            mixer: Mixer::default(),
            origin,
            sum: 0,
            numbers: HashMap::new(),
            pending: Vec::new(),
        }
    }

    /// The number of a machine whose threads are these, in this order.
    pub fn finish(mut self, machine: &Machine, threads: &[&Thread]) -> u128 {
        for number in machine.heap.pages_apart(&self.origin.heap) {
            self.page(&machine.heap, number);
            self.sum = self.sum.wrapping_sub(self.origin.sum_of_page(number));
        }
        (machine.switch_interval, machine.modules.len()).hash(&mut self.mixer);
        for thread in threads {
            self.thread(thread);
        }
        let mut next = 0;
        while let Some(&id) = self.pending.get(next) {
            self.content(machine.heap.get(id));
            next += 1;
        }
        self.sum.wrapping_add(self.mixer.sum())
    }

    fn page(&mut self, heap: &Heap, number: usize) {
        let mixer = self.mixer;
        for (place, object) in heap.page(number).iter().enumerate() {
            self.mixer = Mixer::default();
            self.mixer.write_usize(number * PAGE + place);
            self.content(object);
            self.sum = self.sum.wrapping_add(self.mixer.sum());
        }
        self.mixer = mixer;
    }

    pub fn value(&mut self, value: Value) {
        let mixer = &mut self.mixer;
        match value {
            Value::Unbound => mixer.write_u64(1),
            Value::None => mixer.write_u64(2),
            Value::NotImplemented => mixer.write_u64(3),
            Value::Ellipsis => mixer.write_u64(4),
            Value::Bool(truth) => mixer.write_u64(5 + u64::from(truth)),
            Value::Int(number) => (7u64, number).hash(mixer),
            Value::Float(number) => (8u64, number.to_bits()).hash(mixer),
            Value::Native(native) => (9u64, native).hash(mixer),
            Value::Obj(id) => self.object(id),
        }
    }

    pub(super) fn object(&mut self, id: ObjId) {
        if id.0 < self.origin.places() {
            (10u64, id.0).hash(&mut self.mixer);
            return;
        }
        let next = self.numbers.len() as u64;
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.pending.push(id);
        }
        (11u64, number).hash(&mut self.mixer);
    }

    pub(super) fn values(&mut self, values: &[Value]) {
        self.mixer.write_usize(values.len());
        for &value in values {
            self.value(value);
        }
    }

    pub(super) fn namespace(&mut self, namespace: &Namespace) {
        self.mixer.write_usize(namespace.len());
        for (name, value) in namespace.iter() {
            self.mixer.write_u32(name.0);
            self.value(value);
        }
    }

    pub(super) fn frame(&mut self, frame: &Frame) {
        let code = Rc::as_ptr(&frame.code) as usize;
        (code, frame.pc, frame.base, frame.bottom, frame.then).hash(&mut self.mixer);
        self.object(frame.globals);
        self.value(frame.handling);
        for id in [frame.namespace, frame.generator] {
            self.value(id.map_or(Value::Unbound, Value::Obj));
        }
    }

    fn thread(&mut self, thread: &Thread) {
        self.values(&thread.stack);
        self.mixer.write_usize(thread.frames.len());
        for frame in &thread.frames {
            self.frame(frame);
        }
        self.value(thread.handling);
        thread.pending.hash(&mut self.mixer);
        let (kind, value) = match thread.result {
            None => (0, Value::Unbound),
            Some(Ok(value)) => (1, value),
            Some(Err(value)) => (2, value),
        };
        self.mixer.write_u64(kind);
        self.value(value);
    }
}
