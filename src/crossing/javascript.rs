//! The JavaScript module that reads what crosses.

use super::event::{KINDS, ONS, event};
use super::{Named, WORKS, lane, playhead};
use crate::config::{Config, SETTINGS, Setting};
use crate::ids::TaskId;
use crate::session::Demo;
use crate::summation::LaneKind;
use crate::trace::{Event, EventKind};

/// The JavaScript module that has these names and numbers.
#[must_use]
pub fn javascript() -> String {
    let sample = Event {
        at: 0,
        task: TaskId::MAIN,
        line: None,
        kind: EventKind::Done,
    };
    let demo = Demo::new(Config::default());
    let mut module = String::from(
        "// What the core tells in numbers, and their names. Made of the crate's\n\
         // `src/crossing/` at each build.\n\n",
    );
    let kinds = quoted(&KINDS, " | ");
    module.push_str(&format!("/** @typedef {{{kinds}}} Kind */\n\n"));
    for (list, names) in [("KINDS", &KINDS[..]), ("ONS", &ONS), ("WORKS", &WORKS)] {
        let items = quoted(names, ", ");
        module.push_str(&format!(
            "export const {list} = /** @type {{const}} */ ([{items}]);\n"
        ));
    }
    for (prefix, names) in [("", &KINDS[..]), ("ON_", &ONS)] {
        for (number, name) in names.iter().enumerate() {
            let name = name.to_uppercase();
            module.push_str(&format!("export const {prefix}{name} = {number};\n"));
        }
    }
    let fields = quoted(&names(&event(sample, 0)), ", ");
    module.push_str(&format!(
        "export const EVENT_FIELDS = /** @type {{const}} */ ([{fields}]);\n"
    ));
    let lists = [
        ("event", names(&event(sample, 0))),
        ("playhead", names(&playhead(&demo, 0))),
        ("lane", names(&lane(&demo, 0, 0))),
    ];
    for (list, names) in lists {
        module.push_str(&reader(list, &names));
    }
    module
}

/// The JavaScript module that lists the settings and the lanes.
#[must_use]
pub fn settings_javascript() -> String {
    let names = |wanted: fn(&&Setting) -> bool| {
        let wanted = SETTINGS.iter().filter(wanted);
        let names: Vec<_> = wanted.map(|setting| setting.name).collect();
        quoted(&names, ", ")
    };
    let all = names(|_| true);
    let switches = names(|setting| setting.is_switch());
    let lanes = quoted(&LaneKind::ALL.map(LaneKind::name), ", ");
    format!(
        "// The names of settings and lanes. Made of the crate's `src/config/setting.rs`\n\
         // and `src/summation/lane.rs` at each build.\n\n\
         /** Every setting, by the name of its attribute. */\n\
         export const SETTINGS = [{all}];\n\n\
         /** The settings that are switches; their properties are booleans. */\n\
         export const SWITCHES = [{switches}];\n\n\
         /** Every lane, in the order of the documentation. */\n\
         export const LANE_NAMES = [{lanes}];\n"
    )
}

fn quoted(names: &[&str], between: &str) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(between)
}

fn names(list: &[Named]) -> Vec<&'static str> {
    list.iter().map(|&(name, _)| name).collect()
}

/// A function that reads a list by the names of its numbers.
fn reader(list: &str, names: &[&str]) -> String {
    let size = format!("{}_SIZE", list.to_uppercase());
    let count = names.len();
    let mut function = format!(
        "export const {size} = {count};\n\
         /** @param {{Float64Array}} numbers @param {{number}} first */\n\
         export function {list}(numbers, first) {{\n  return {{\n"
    );
    for (place, name) in names.iter().enumerate() {
        function.push_str(&format!("    {name}: numbers[first + {place}] ?? 0,\n"));
    }
    function + "  };\n}\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_and_lanes_are_listed() {
        let module = settings_javascript();
        let switches = "export const SWITCHES = [\"lock\", \"editor\", \"predict\"];\n";
        assert!(module.contains(switches), "{module}");
        let settings = "export const SETTINGS = [\"tasks\", \"interval\", ";
        assert!(module.contains(settings), "{module}");
        assert!(module.contains("\"event-loop\""), "{module}");
    }

    #[test]
    fn the_module_has_every_name() {
        let module = javascript();
        for name in KINDS {
            assert!(module.contains(&format!("\"{name}\"")), "{module}");
        }
        assert!(module.contains("export const RESUMED = 3;\n"), "{module}");
        assert!(module.contains("export const ON_TASK = 1;\n"), "{module}");
        assert!(
            module.contains("    until: numbers[first + 5] ?? 0,\n"),
            "{module}"
        );
    }
}
