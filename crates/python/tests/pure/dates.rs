use interleaved_python::calendar::{
    civil::{self, Moment},
    date::Date,
    datetime::{DateTime, Time},
    delta::{Builder, DAY, Delta, SECOND},
    strftime::{Extras, strftime},
    strptime::strptime,
};
use interleaved_python::fault::Fault;
use interleaved_python::number::float_text::float_repr;
use interleaved_python::text::repr;

use crate::{Answer, Arguments, list, tuple};

#[test]
fn dates_and_times_are_as_cpythons() {
    crate::check("dates", evaluate);
}

#[test]
fn all_days_of_ten_thousand_years_are_themselves() {
    let first = civil::days_from_date(1, 1, 1);
    let last = civil::days_from_date(9999, 12, 31);
    assert_eq!(last - first + 1, 3_652_059);
    for days in first..=last {
        let (year, month, day) = civil::date_from_days(days);
        assert_eq!(civil::days_from_date(year, month, day), days);
    }
}

fn fields(m: Moment) -> Vec<String> {
    [
        m.year,
        m.month,
        m.day,
        m.hour,
        m.minute,
        m.second,
        m.weekday,
        m.day_of_year,
    ]
    .map(|field| field.to_string())
    .to_vec()
}

fn numbers(text: &str) -> Vec<i64> {
    text.split(' ')
        .map(|number| number.parse().expect("an int"))
        .collect()
}

fn delta(text: &str) -> Result<Delta, Fault> {
    let numbers = numbers(text);
    Delta::new(i128::from(numbers[0]) * DAY + i128::from(numbers[1]))
}

fn date(text: &str) -> Result<Date, Fault> {
    let numbers = numbers(text);
    Date::new(numbers[0], numbers[1], numbers[2])
}

fn evaluate(name: &str, a: &Arguments) -> Answer {
    let moment = || Moment::from_seconds(a.number(0));
    let stamp = || DateTime::from_timestamp(a.number(0));
    Ok(match name {
        "gmtime" => tuple(fields(moment())),
        "asctime" => repr::text(&moment().asctime()),
        "timegm" => moment().to_seconds()?.to_string(),
        "isocalendar" if !(1..=9999).contains(&moment().year) => "None".into(),
        "isocalendar" => {
            let (year, week, day) =
                civil::iso_calendar(moment().year, moment().month, moment().day);
            tuple([year, week, day].map(|number| number.to_string()))
        }
        "strftime" => {
            let extras = Extras {
                offset: "+0000",
                zone: "UTC",
                microsecond: None,
            };
            repr::text(&strftime(a.text(1), &moment(), &extras)?)
        }
        "datetime strftime" => {
            let extras = Extras {
                microsecond: Some(stamp()?.time.microsecond),
                ..Extras::default()
            };
            repr::text(&strftime(a.text(1), &stamp()?.moment(), &extras)?)
        }
        "fields" => {
            let fields = numbers(a.text(0)).try_into().expect("eight fields");
            let moment = Moment::from_fields(fields)?;
            let shown = strftime("%Y %m %d %H %M %S %w %j", &moment, &Extras::default())?;
            tuple([repr::text(&moment.asctime()), repr::text(&shown)])
        }
        "mktime" => {
            let f = numbers(a.text(0));
            let (month, day, hour, minute, second) = (f[1], f[2], f[3], f[4], f[5]);
            let date = Moment {
                year: f[0],
                ..Moment::from_date(2000, 1, 1)
            };
            Moment {
                month,
                day,
                hour,
                minute,
                second,
                ..date
            }
            .to_seconds()?
            .to_string()
        }
        "strptime" => {
            let parsed = strptime(a.text(0), a.text(1))?;
            let mut shown = fields(parsed.moment);
            shown.push(parsed.microsecond.to_string());
            shown.push(
                parsed
                    .offset
                    .map_or("None".into(), |offset| offset.to_string()),
            );
            shown.push(parsed.zone.map_or("None".into(), |zone| repr::text(&zone)));
            tuple(shown)
        }
        _ if name.starts_with("delta") || name == "timedelta" => delta_case(name, a)?,
        "date" => {
            let date = date(a.text(0))?;
            tuple([
                repr::text(&date.to_string()),
                repr::text(&date.repr()),
                date.moment().weekday.to_string(),
                date.ordinal().to_string(),
                repr::text(&date.moment().ctime()),
            ])
        }
        "date +" => {
            let delta = Delta::new(a.number::<i128>(1) * DAY)?;
            date(a.text(0))?.plus(delta)?.repr()
        }
        "fromordinal" => Date::from_ordinal(a.number(0))?.repr(),
        "date fromisoformat" => Date::from_iso(a.text(0))?.repr(),
        "datetime fromisoformat" => DateTime::from_iso(a.text(0))?.repr(),
        "fromtimestamp" => stamp()?.repr(),
        "isoformat" => {
            let specs = [
                "auto",
                "hours",
                "minutes",
                "seconds",
                "milliseconds",
                "microseconds",
            ];
            let stamp = stamp()?;
            let shown: Result<Vec<_>, _> = specs
                .iter()
                .map(|spec| Ok(repr::text(&stamp.iso('T', spec)?)))
                .collect();
            list(shown?)
        }
        "timestamp" => float_repr(stamp()?.timestamp()),
        "datetime +" => stamp()?.plus(delta(a.text(1))?)?.repr(),
        "datetime -" => {
            let start = DateTime {
                date: Date::new(2026, 1, 1)?,
                time: Time::default(),
            };
            stamp()?.minus(start).repr()
        }
        "time" => {
            let numbers = numbers(a.text(0));
            let time = Time::new(numbers[0], numbers[1], numbers[2], numbers[3])?;
            tuple([time.repr(), repr::text(&time.iso("auto")?)])
        }
        _ => panic!("no function {name}"),
    })
}

fn delta_case(name: &str, a: &Arguments) -> Answer {
    if name == "timedelta" {
        let unit = match a.text(0) {
            "weeks" => 7 * DAY,
            "days" => DAY,
            "hours" => 3600 * SECOND,
            "minutes" => 60 * SECOND,
            _ => SECOND,
        };
        let mut builder = Builder::default();
        // Python adds milliseconds before minutes and more, after days and seconds.
        let later = matches!(a.text(0), "weeks" | "hours" | "minutes");
        if later {
            builder.add_float(a.number(2), SECOND / 1000)?;
        }
        builder.add_float(a.number(1), unit)?;
        if !later {
            builder.add_float(a.number(2), SECOND / 1000)?;
        }
        return Ok(builder.finish()?.repr());
    }
    let d = delta(a.text(0))?;
    let other = || delta(a.text(1));
    Ok(match name {
        "delta" => tuple([
            repr::text(&d.to_string()),
            repr::text(&d.repr()),
            float_repr(d.total_seconds()),
        ]),
        "delta divmod" => {
            let (quotient, rest) = d.div_mod(other()?)?;
            tuple([quotient.to_string(), rest.repr()])
        }
        "delta ratio" => float_repr(d.ratio(other()?)?),
        "delta * int" => d.times(&a.number(1))?.repr(),
        "delta * float" => d.times_float(a.number(1))?.repr(),
        "delta / int" => d.over(&a.number(1))?.repr(),
        "delta / float" => d.over_float(a.number(1))?.repr(),
        "delta // int" => d.floor_over(&a.number(1))?.repr(),
        _ => panic!("no function {name}"),
    })
}
