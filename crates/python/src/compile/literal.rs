//! Numbers, texts and texts with values in them.

use std::rc::Rc;

use num_bigint::BigInt;
use ruff_python_ast::{
    ConversionFlag, Expr, ExprFString, FStringPart, InterpolatedElement, InterpolatedStringElement,
    Number, Stmt, UnaryOp,
};

use super::Compiler;
use super::error::{Result, error};
use crate::code::Constant;
use crate::code::instr::Instr;
use crate::number::int_text::DIGITS_LIMIT;

/// The text that a body begins with.
pub fn docstring(body: &[Stmt]) -> Option<Rc<str>> {
    match body.first()? {
        Stmt::Expr(first) => match &*first.value {
            Expr::StringLiteral(text) => Some(text.value.to_str().into()),
            _ => None,
        },
        _ => None,
    }
}

/// The constant that an expression is, if it is one.
pub fn constant(expr: &Expr) -> Option<Constant> {
    Some(match expr {
        Expr::NoneLiteral(_) => Constant::None,
        Expr::BooleanLiteral(bool) if bool.value => Constant::True,
        Expr::BooleanLiteral(_) => Constant::False,
        Expr::EllipsisLiteral(_) => Constant::Ellipsis,
        Expr::StringLiteral(text) => Constant::Text(text.value.to_str().into()),
        Expr::BytesLiteral(bytes) => Constant::Bytes(bytes.value.bytes().collect()),
        Expr::NumberLiteral(number) => self::number(&number.value)?,
        Expr::UnaryOp(unary) if unary.op == UnaryOp::USub => match constant(&unary.operand)? {
            Constant::Int(value) => Constant::Int(value.checked_neg()?),
            Constant::Big(value) => {
                let value = -value;
                i64::try_from(&value).map_or(Constant::Big(value), Constant::Int)
            }
            Constant::Float(value) => Constant::Float(-value),
            _ => return None,
        },
        Expr::Tuple(tuple) => {
            let parts: Option<Vec<_>> = tuple.elts.iter().map(constant).collect();
            Constant::Tuple(parts?)
        }
        _ => return None,
    })
}

/// Complains of integers that are too long to be read in a moment.
pub fn check_length(expr: &Expr) -> Result<()> {
    if let Expr::NumberLiteral(literal) = expr
        && let Number::Int(int) = &literal.value
        && int.as_i64().is_none()
    {
        let text = int.to_string();
        let has_prefix = text.starts_with('0');
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if !has_prefix && digits > DIGITS_LIMIT {
            let message = format!(
                "Exceeds the limit ({DIGITS_LIMIT} digits) for integer string conversion: value has \
                 {digits} digits; use sys.set_int_max_str_digits() to increase the limit - Consider \
                 hexadecimal for huge integer literals to avoid decimal conversion limits."
            );
            return error(message, literal.range);
        }
    }
    Ok(())
}

fn number(number: &Number) -> Option<Constant> {
    Some(match number {
        Number::Int(int) => match int.as_i64() {
            Some(value) => Constant::Int(value),
            None => {
                let text = int.to_string();
                let (digits, radix) = match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
                    Some("0x") => (&text[2..], 16),
                    Some("0o") => (&text[2..], 8),
                    Some("0b") => (&text[2..], 2),
                    _ => (&text[..], 10),
                };
                if radix == 10 && digits.len() > DIGITS_LIMIT {
                    return None;
                }
                let value = BigInt::parse_bytes(digits.replace('_', "").as_bytes(), radix)?;
                i64::try_from(&value).map_or(Constant::Big(value), Constant::Int)
            }
        },
        Number::Float(value) => Constant::Float(*value),
        Number::Complex { imag, .. } => Constant::Imaginary(*imag),
    })
}

impl<'a> Compiler<'a> {
    /// `f"..."`, and texts beside it.
    pub fn f_string(&mut self, text: &'a ExprFString) -> Result<()> {
        let mut parts = 0;
        // Neighbouring literals are one.
        let mut literal = String::new();
        for part in &text.value {
            match part {
                FStringPart::Literal(part) => literal.push_str(part),
                FStringPart::FString(part) => {
                    self.elements(part.elements.iter(), &mut literal, &mut parts)?;
                }
            }
        }
        self.flush(&mut literal, &mut parts);
        match parts {
            0 => self.text(""),
            1 if !text.value.iter().any(has_value) => {}
            count => self.emit_at(Instr::Join(count), text.range),
        }
        Ok(())
    }

    fn flush(&mut self, literal: &mut String, parts: &mut u16) {
        if !literal.is_empty() {
            self.text(literal);
            *parts += 1;
            literal.clear();
        }
    }

    fn elements(
        &mut self,
        elements: impl Iterator<Item = &'a InterpolatedStringElement>,
        literal: &mut String,
        parts: &mut u16,
    ) -> Result<()> {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(part) => literal.push_str(&part.value),
                InterpolatedStringElement::Interpolation(value) => {
                    if let Some(debug) = &value.debug_text {
                        literal.push_str(&self.debug_text(value, debug));
                    }
                    self.flush(literal, parts);
                    self.interpolated(value)?;
                    *parts += 1;
                }
            }
            if *parts > 60_000 {
                return error("this is too large to be compiled", Default::default());
            }
        }
        Ok(())
    }

    /// `value = ` as it stands in the source.
    fn debug_text(
        &mut self,
        _value: &InterpolatedElement,
        debug: &ruff_python_ast::DebugText,
    ) -> String {
        debug.as_str().to_string()
    }

    fn interpolated(&mut self, value: &'a InterpolatedElement) -> Result<()> {
        self.expr(&value.expression)?;
        let has_spec = value.format_spec.is_some();
        let conversion = match value.conversion {
            ConversionFlag::None if value.debug_text.is_some() && !has_spec => b'r',
            ConversionFlag::None => 0,
            ConversionFlag::Str => b's',
            ConversionFlag::Repr => b'r',
            ConversionFlag::Ascii => b'a',
        };
        if let Some(spec) = &value.format_spec {
            let (mut literal, mut parts) = (String::new(), 0);
            self.elements(spec.elements.iter(), &mut literal, &mut parts)?;
            self.flush(&mut literal, &mut parts);
            match parts {
                0 => self.text(""),
                count => self.emit(Instr::Join(count)),
            }
        }
        self.emit_at(
            Instr::Format {
                conversion,
                has_spec,
            },
            value.range,
        );
        Ok(())
    }
}

fn has_value(part: &FStringPart) -> bool {
    match part {
        FStringPart::Literal(_) => false,
        FStringPart::FString(part) => part
            .elements
            .iter()
            .any(|element| matches!(element, InterpolatedStringElement::Interpolation(_))),
    }
}
