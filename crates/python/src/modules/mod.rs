//! The modules of the library: their source, and what they are made of in Rust.

pub mod clock;
pub mod numbers;

/// The source of a module, if there is one.
pub fn source(name: &str) -> Option<String> {
    let (_, parts) = MODULES.iter().find(|(module, _)| *module == name)?;
    Some(parts.join("\n"))
}

/// A module may be several files, which are put together in this order.
macro_rules! modules {
    ($($name:literal $($file:literal)+;)*) => {
        const MODULES: &[(&str, &[&str])] = &[
            $(($name, &[$(include_str!(concat!("../library/", $file))),+])),*
        ];
    };
}

modules! {
    "_functools" "_functools.py";
    "_machine" "_machine.py";
    "abc" "abc.py";
    "collections" "collections.py";
    "collections.abc" "collections_abc.py";
    "contextlib" "contextlib.py";
    "copy" "copy.py";
    "dataclasses" "dataclasses.py";
    "datetime" "datetime/durations.py" "datetime/dates.py" "datetime/times.py"
        "datetime/moments.py";
    "enum" "enum.py";
    "functools" "functools.py";
    "heapq" "heapq.py";
    "io" "io.py";
    "itertools" "itertools.py";
    "math" "math.py";
    "operator" "operator.py";
    "os" "os.py";
    "random" "random.py";
    "string" "string.py";
    "sys" "sys.py";
    "time" "time.py";
    "traceback" "traceback.py";
    "typing" "typing.py";
    "warnings" "warnings.py";
}
