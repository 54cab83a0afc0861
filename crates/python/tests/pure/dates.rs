use interleaved_python::calendar::{
    civil::{self, Moment},
    strftime::{Extras, strftime},
    strptime::strptime,
};
use interleaved_python::text::repr;

use crate::{Answer, Arguments, tuple};

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

fn evaluate(name: &str, a: &Arguments) -> Answer {
    let moment = || Moment::from_seconds(a.number(0));
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
                microsecond: Some(0),
                ..Extras::default()
            };
            repr::text(&strftime(a.text(1), &moment(), &extras)?)
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
        _ => panic!("no function {name}"),
    })
}
