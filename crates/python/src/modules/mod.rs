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
    "_files" "files.py";
    "_functools" "_functools.py";
    "_network" "simulated/network.py";
    "_thread" "_thread.py";
    "abc" "abc.py";
    "aiohttp" "simulated/aiohttp.py";
    "asyncio" "asyncio/futures.py" "asyncio/tasks.py" "asyncio/handles.py"
        "asyncio/loop.py" "asyncio/waiting.py" "asyncio/sync.py" "asyncio/queues.py";
    "atexit" "atexit.py";
    "bisect" "bisect.py";
    "collections" "collections.py";
    "collections.abc" "collections_abc.py";
    "contextlib" "contextlib.py";
    "concurrent" "concurrent.py";
    "concurrent.futures" "futures.py";
    "concurrent.futures.thread" "futures_thread.py";
    "contextvars" "contextvars.py";
    "copy" "copy.py";
    "dataclasses" "dataclasses.py";
    "datetime" "datetime/durations.py" "datetime/dates.py" "datetime/times.py"
        "datetime/moments.py";
    "enum" "enum.py";
    "functools" "functools.py";
    "heapq" "heapq.py";
    "httpx" "simulated/httpx.py";
    "inspect" "inspect.py";
    "io" "io.py";
    "itertools" "itertools.py";
    "json" "json/writing.py" "json/reading.py";
    "logging" "logging/records.py" "logging/handlers.py" "logging/loggers.py";
    "math" "math.py";
    "operator" "operator.py";
    "os" "os.py";
    "os.path" "os_path.py";
    "queue" "queue.py";
    "random" "random.py";
    "re" "re/flags.py" "re/patterns.py" "re/templates.py" "re/functions.py";
    "requests" "simulated/requests.py";
    "requests.exceptions" "simulated/requests_exceptions.py";
    "string" "string.py";
    "sys" "sys.py";
    "threading" "threading/locks.py" "threading/threads.py";
    "time" "time.py";
    "timeit" "timeit.py";
    "traceback" "traceback.py";
    "types" "types.py";
    "typing" "typing.py";
    "urllib" "simulated/urllib.py";
    "urllib.error" "simulated/urllib_error.py";
    "urllib.parse" "urllib_parse.py";
    "urllib.request" "simulated/urllib_request.py";
    "warnings" "warnings.py";
}
