//! The code of one function as it is being made.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use super::block::Block;
use super::effect::{effect, effect_of_jump};
use crate::code::instr::Instr;
use crate::code::{Code, Constant, Handler, Makes, Parameters, Span};
use crate::names::Name;
use crate::source::Source;

/// A place in the code that jumps go to, before it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label(usize);

#[derive(Debug, Default)]
struct LabelState {
    place: Option<u32>,
    /// How many operands are on the stack there.
    depth: Option<usize>,
    jumps: Vec<usize>,
}

/// Instructions whose exceptions are handled at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region(usize);

#[derive(Debug)]
struct RegionState {
    open_since: Option<u32>,
    parts: Vec<(u32, u32)>,
    target: Label,
    depth: usize,
}

/// Code in the making.
pub struct Unit<'a> {
    pub scope: usize,
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub makes: Makes,
    pub parameters: Parameters,
    pub first_line: u32,
    pub slots: Vec<Name>,
    pub free: Vec<Name>,
    pub doc: Option<Rc<str>>,
    pub has_namespace: bool,
    pub blocks: Vec<Block<'a>>,
    /// The part of the source that the next instructions come from.
    pub span: Span,
    slot_numbers: HashMap<Name, u16>,
    names: Vec<Name>,
    name_numbers: HashMap<Name, u16>,
    constants: Vec<Constant>,
    text_numbers: HashMap<Rc<str>, u16>,
    caches: u16,
    instrs: Vec<Instr>,
    spans: Vec<Span>,
    labels: Vec<LabelState>,
    regions: Vec<RegionState>,
    handlers: Vec<Handler>,
    depth: usize,
    deepest: usize,
}

impl<'a> Unit<'a> {
    /// Code without instructions, with some slots.
    pub fn new(
        scope: usize,
        name: &str,
        qualname: &str,
        slots: Vec<Name>,
        free: Vec<Name>,
    ) -> Self {
        let all = slots.iter().chain(&free).enumerate();
        let slot_numbers = all.map(|(slot, &name)| (name, slot as u16)).collect();
        Unit {
            scope,
            name: name.into(),
            qualname: qualname.into(),
            makes: Makes::Result,
            parameters: Parameters::default(),
            first_line: 1,
            slots,
            free,
            doc: None,
            has_namespace: false,
            blocks: Vec::new(),
            span: Span::default(),
            slot_numbers,
            names: Vec::new(),
            name_numbers: HashMap::new(),
            constants: Vec::new(),
            text_numbers: HashMap::new(),
            caches: 0,
            instrs: Vec::new(),
            spans: Vec::new(),
            labels: Vec::new(),
            regions: Vec::new(),
            handlers: Vec::new(),
            depth: 0,
            deepest: 0,
        }
    }

    /// Adds an instruction.
    pub fn emit(&mut self, instr: Instr) {
        self.instrs.push(instr);
        self.spans.push(self.span);
        self.depth = self.depth.saturating_add_signed(effect(instr));
        self.deepest = self.deepest.max(self.depth);
    }

    /// A new label.
    pub fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(self.labels.len() - 1)
    }

    /// Adds a jump.
    pub fn jump(&mut self, instr: Instr, to: Label) {
        let depth = self.depth.saturating_add_signed(effect_of_jump(instr));
        let place = self.instrs.len();
        self.labels[to.0].depth.get_or_insert(depth);
        self.deepest = self.deepest.max(depth);
        self.labels[to.0].jumps.push(place);
        self.emit(instr);
    }

    /// Places a label here.
    pub fn place(&mut self, label: Label) {
        let here = self.instrs.len() as u32;
        let state = &mut self.labels[label.0];
        state.place = Some(here);
        // After a jump away the depth is that of those who jump here.
        let depth = *state.depth.get_or_insert(self.depth);
        self.depth = depth;
    }

    /// How many operands are on the stack.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Says how many operands are on the stack, where a handler begins.
    pub fn set_depth(&mut self, depth: usize) {
        self.depth = depth;
        self.deepest = self.deepest.max(depth);
    }

    /// Begins a region whose exceptions go to a label, with the operands that are
    /// on the stack now.
    pub fn protect(&mut self, target: Label) -> Region {
        let depth = self.depth;
        self.protect_at(target, depth)
    }

    /// The same with a number of operands that stay.
    pub fn protect_at(&mut self, target: Label, depth: usize) -> Region {
        // The handler finds the exception on the stack.
        self.labels[target.0].depth = Some(depth + 1);
        self.deepest = self.deepest.max(depth + 1);
        self.regions.push(RegionState {
            open_since: Some(self.instrs.len() as u32),
            parts: Vec::new(),
            target,
            depth,
        });
        Region(self.regions.len() - 1)
    }

    /// Interrupts a region: what follows isn't protected.
    pub fn close(&mut self, region: Region) {
        let here = self.instrs.len() as u32;
        let region = &mut self.regions[region.0];
        if let Some(start) = region.open_since.take()
            && start < here
        {
            region.parts.push((start, here));
        }
    }

    /// Goes on with a region.
    pub fn reopen(&mut self, region: Region) {
        self.regions[region.0].open_since = Some(self.instrs.len() as u32);
    }

    /// Ends a region.
    pub fn unprotect(&mut self, region: Region) {
        self.close(region);
        let region = &self.regions[region.0];
        for &(start, end) in &region.parts {
            self.handlers.push(Handler {
                start,
                end,
                target: region.target.0 as u32,
                depth: region.depth as u32,
            });
        }
    }

    /// The slot of a variable.
    pub fn slot(&mut self, name: Name) -> u16 {
        if let Some(&slot) = self.slot_numbers.get(&name) {
            return slot;
        }
        debug_assert!(false, "a variable without a slot");
        0
    }

    /// The number of a name.
    pub fn name_number(&mut self, name: Name) -> u16 {
        let next = self.names.len() as u16;
        let number = *self.name_numbers.entry(name).or_insert(next);
        if number == next {
            self.names.push(name);
        }
        number
    }

    /// The number of a constant.
    pub fn constant(&mut self, constant: Constant) -> u16 {
        if let Constant::Text(text) = &constant {
            if let Some(&number) = self.text_numbers.get(text) {
                return number;
            }
            self.text_numbers
                .insert(text.clone(), self.constants.len() as u16);
        } else if let Some(number) = self.recent_constant(&constant) {
            return number;
        }
        self.constants.push(constant);
        (self.constants.len() - 1) as u16
    }

    fn recent_constant(&self, constant: &Constant) -> Option<u16> {
        let first = self.constants.len().saturating_sub(50);
        let recent = self.constants[first..].iter();
        let is_same = |other: &Constant| match (other, constant) {
            (Constant::Int(a), Constant::Int(b)) => a == b,
            (Constant::Big(a), Constant::Big(b)) => a == b,
            _ => false,
        };
        let found = recent.enumerate().find(|(_, other)| is_same(other));
        found.map(|(number, _)| (first + number) as u16)
    }

    /// The number of a new cache.
    pub fn cache(&mut self) -> u16 {
        self.caches = self.caches.saturating_add(1);
        self.caches - 1
    }

    /// Whether some table has become too large for the instructions' numbers.
    pub fn is_too_large(&self) -> bool {
        let limit = usize::from(u16::MAX) - 1;
        self.names.len() > limit
            || self.constants.len() > limit
            || self.slots.len() + self.free.len() > limit
            || self.deepest > limit
    }

    /// The finished code.
    pub fn finish(mut self, source: &Rc<Source>, is_library: bool) -> Code {
        for label in &self.labels {
            let target = label.place.unwrap_or(0);
            for &jump in &label.jumps {
                self.instrs[jump] = self.instrs[jump].with_target(target);
            }
        }
        for handler in &mut self.handlers {
            handler.target = self.labels[handler.target as usize].place.unwrap_or(0);
        }
        let has_cells = self.instrs.iter().any(|i| matches!(i, Instr::MakeCell(_)));
        let free = self.free.len() as u16;
        self.slots.append(&mut self.free);
        Code {
            name: self.name,
            qualname: self.qualname,
            source: source.clone(),
            is_library,
            makes: self.makes,
            parameters: self.parameters,
            slots: self.slots.into(),
            free,
            first_line: self.first_line,
            names: self.names.into(),
            constants: self.constants.into(),
            values: Box::new([]),
            instrs: self.instrs.into(),
            spans: self.spans.into(),
            handlers: self.handlers.into(),
            caches: vec![Cell::new(0); usize::from(self.caches)].into(),
            doc: self.doc,
            has_namespace: self.has_namespace,
            stack: self.deepest as u16,
            has_cells,
        }
    }
}
