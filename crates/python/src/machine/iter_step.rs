//! Single steps of builtin iterators over several things.

use super::{Machine, Outcome};
use crate::types;
use crate::values::iter::View;
use crate::values::{ObjId, Value};

impl Machine {
    pub(super) fn advance_source(&mut self, source: Value) -> Outcome<Option<Value>> {
        match source {
            Value::Obj(id) => self.advance(id),
            _ => Ok(None),
        }
    }

    pub(super) fn advance_zip(&mut self, parts: &[Value], strict: bool) -> Outcome<Option<Value>> {
        let mut values = Vec::with_capacity(parts.len());
        for (index, &part) in parts.iter().enumerate() {
            match self.advance_source(part)? {
                Some(value) => values.push(value),
                None if !strict => return Ok(None),
                None => return self.zip_end(parts, index),
            }
        }
        if parts.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.tuple(values)))
    }

    fn zip_end(&mut self, parts: &[Value], index: usize) -> Outcome<Option<Value>> {
        let all = |count: usize| match count {
            1 => "argument 1".to_string(),
            count => format!("arguments 1-{count}"),
        };
        if index > 0 {
            let message = format!(
                "zip() argument {} is shorter than {}",
                index + 1,
                all(index)
            );
            return Err(self.value_error(message));
        }
        for (place, &part) in parts.iter().enumerate().skip(1) {
            if self.advance_source(part)?.is_some() {
                let message = format!("zip() argument {} is longer than {}", place + 1, all(place));
                return Err(self.value_error(message));
            }
        }
        Ok(None)
    }

    pub(super) fn advance_dict(
        &mut self,
        id: ObjId,
        view: View,
        next: &mut usize,
        changes: u32,
    ) -> Outcome<Option<Value>> {
        let Some(dict) = self.as_dict(Value::Obj(id)) else {
            return Ok(None);
        };
        if dict.changes() != changes {
            let message = "dictionary changed size during iteration";
            return Err(self.error(types::RUNTIME_ERROR, message));
        }
        let Some((place, entry)) = dict.next_from(*next) else {
            return Ok(None);
        };
        let entry = *entry;
        *next = place + 1;
        Ok(Some(self.entry_value(view, entry.key, entry.value)))
    }

    pub(super) fn entry_value(&mut self, view: View, key: Value, value: Value) -> Value {
        match view {
            View::Keys => key,
            View::Values => value,
            View::Items => self.tuple([key, value]),
        }
    }
}
