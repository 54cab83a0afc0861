//! What the module `time` is made of, besides the clock itself.

use crate::builtins::{Native, hidden};
use crate::calendar::civil::Moment;
use crate::calendar::strftime::{Extras, strftime};
use crate::calendar::strptime::strptime;
use crate::machine::{Machine, Outcome};
use crate::values::Value;

pub const TABLE: &[Native] = &[
    hidden("_time_fields", 1, 1, |m, a| {
        let moment = Moment::from_seconds(m.as_int(a.at(0)).unwrap_or(0));
        let fields = fields(&moment).map(Value::Int);
        Ok(m.tuple(fields))
    }),
    hidden("_time_seconds", 1, 1, |m, a| {
        match moment(m, a.at(0))?.to_seconds() {
            Ok(seconds) => Ok(Value::Int(seconds)),
            Err(fault) => Err(m.fault(fault)),
        }
    }),
    hidden("_time_asctime", 1, 1, |m, a| {
        let text = moment(m, a.at(0))?.asctime();
        Ok(m.text(text))
    }),
    hidden("_time_format", 2, 2, |m, a| {
        let format = m.as_str(a.at(0)).unwrap_or_default().to_string();
        let moment = moment(m, a.at(1))?;
        match strftime(&format, &moment, &Extras::default()) {
            Ok(text) => Ok(m.text(text)),
            Err(fault) => Err(m.fault(fault)),
        }
    }),
    hidden("_time_parse", 2, 2, |m, a| {
        let text = m.as_str(a.at(0)).unwrap_or_default().to_string();
        let format = m.as_str(a.at(1)).unwrap_or_default().to_string();
        let parsed = match strptime(&text, &format) {
            Ok(parsed) => parsed,
            Err(fault) => return Err(m.fault(fault)),
        };
        let mut values: Vec<Value> = fields(&parsed.moment).map(Value::Int).to_vec();
        values.push(Value::Int(parsed.microsecond));
        values.push(parsed.offset.map_or(Value::None, Value::Int));
        values.push(match parsed.zone {
            Some(zone) => m.text(zone),
            None => Value::None,
        });
        Ok(m.tuple(values))
    }),
];

fn fields(moment: &Moment) -> [i64; 8] {
    [
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        moment.weekday,
        moment.day_of_year,
    ]
}

fn moment(m: &mut Machine, value: Value) -> Outcome<Moment> {
    let values = m.as_sequence(value).unwrap_or_default().to_vec();
    let mut fields = [0; 8];
    for (field, value) in fields.iter_mut().zip(values) {
        *field = m.as_int(value).unwrap_or(0);
    }
    Moment::from_fields(fields).map_err(|fault| m.fault(fault))
}
