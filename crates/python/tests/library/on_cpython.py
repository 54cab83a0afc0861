"""Runs a program on CPython with the library's own modules in the place of CPython's:
what they do is then to be what CPython's do, to the letter. The programs sleep for real,
and a busy machine changes their order; so this is for looking, not for CI.

Usage: python3 on_cpython.py PROGRAM
"""

import _strptime
import contextvars
import inspect
import pathlib
import runpy
import sys
import threading as real_threading
import types
import warnings

LIBRARY = pathlib.Path(__file__).parents[2] / "src" / "library"

# A module is one file, or several that are put together in this order.
MODULES = {
    "functools": ["functools.py"],
    "contextlib": ["contextlib.py"],
    "heapq": ["heapq.py"],
    "threading": ["threading/locks.py", "threading/threads.py"],
    "logging": ["logging/records.py", "logging/handlers.py", "logging/loggers.py"],
    "queue": ["queue.py"],
    "string": ["string.py"],
    "datetime": [
        "datetime/durations.py",
        "datetime/dates.py",
        "datetime/times.py",
        "datetime/moments.py",
    ],
    "concurrent.futures": ["futures.py"],
    "asyncio": [
        "asyncio/futures.py",
        "asyncio/tasks.py",
        "asyncio/loop.py",
        "asyncio/waiting.py",
        "asyncio/sync.py",
        "asyncio/queues.py",
    ],
}


def start_thread(function, name, daemon):
    thread = real_threading.Thread(target=function, name=name, daemon=daemon)
    thread.start()
    return thread


def join_thread(thread, timeout):
    # The handle may come a little after the thread that it is of.
    thread.join(timeout)


def coroutine_in_words(coroutine):
    code = coroutine.cr_code
    name = coroutine.__qualname__ + "()"
    if coroutine.cr_frame is None:
        return f"{name} done, defined at {code.co_filename}:{code.co_firstlineno}"
    return f"{name} running at {code.co_filename}:{coroutine.cr_frame.f_lineno}"


def strptime(text, format):
    """The fields of a `struct_time`, microseconds, offset from UTC in seconds, its name."""
    found, microsecond, _ = _strptime._strptime(text, format)
    return *found[:8], microsecond, found[10], found[9]


def machine():
    """What the machine offers its library, on CPython."""
    module = types.ModuleType("_machine")
    module.start_thread = start_thread
    module.join_thread = join_thread
    module.warn = lambda message, category, level: warnings.warn(message, category, level + 1)
    module.print_exception = lambda kind, error, traceback: sys.excepthook(kind, error, traceback)
    module.at_exit = real_threading._register_atexit
    module.unless_seen = lambda future: None
    module.task_created = lambda task, name: None
    module.task_polled = module.task_ended = module.task_woke = lambda task: None
    module.task_waits = lambda task, awaited: None
    module.coroutine_in_words = coroutine_in_words
    module.event = real_threading.Event
    module.get_ident = real_threading.get_ident
    module.is_main_thread = lambda: real_threading.current_thread() is real_threading.main_thread()
    module.current_thread_name = lambda: real_threading.current_thread().name
    module.unfinished_async_generators = list
    module.clock_resolution = 1e-9
    module.strptime = strptime
    return module


def install():
    sys.modules["_machine"] = machine()
    for name, files in MODULES.items():
        module = types.ModuleType(name)
        source = "\n".join((LIBRARY / file).read_text() for file in files)
        # Modules that the others need are there first.
        sys.modules[name] = module
        exec(compile(source, f"<{name}>", "exec"), module.__dict__)
        if name == "threading":
            # CPython calls it at its end.
            module._shutdown = real_threading._shutdown
        if "." in name:
            package, _, last = name.partition(".")
            setattr(__import__(package), last, module)


if __name__ == "__main__":
    program = sys.argv[1]
    sys.argv = [program]
    install()
    runpy.run_path(program, run_name="__main__")
