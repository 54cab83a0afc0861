"""The one core of the project, in Rust, as WebAssembly.

It decides what a setting may be and who can have printed a log, and it runs programs.
wasmtime runs it; where Python itself runs in a browser (Pyodide, so JupyterLite and
marimo's playground), the browser does.
"""

import atexit
import functools
import importlib.resources
import sys
from typing import Any, Protocol

# The longest log that the core looks at, in bytes.
_MAX_LOG = 4 << 20

_MISSING = (
    "the core is WebAssembly, which the package wasmtime runs: "
    "install it with `pip install wasmtime`"
)


class _Ask(Protocol):
    """Puts a question to a function of the core, and returns its answer."""

    def __call__(self, function: str, question: str, *numbers: int) -> str: ...


def refusal(settings: dict[str, str]) -> str:
    """What is wrong with settings, as a sentence; empty if nothing is.

    Nothing can be said where nothing runs the core. A demo says it itself then.
    """
    try:
        ask = _ask("core.wasm")
    except ImportError:
        return ""
    return ask("refuse_settings", "".join(f"{name}\0{text}\0" for name, text in settings.items()))


def check(log: str, tasks: str | None) -> list[str]:
    """What the core says of a log, in lines; see `check` in its source."""
    given = -1 if tasks is None else len(tasks.encode())
    # A character has at least a byte, so what is too long stays so.
    return _ask("core.wasm")("check", (tasks or "") + log[: _MAX_LOG + 1], given).split("\n")


def run(program: str, options: dict[str, str], *, korean: bool) -> list[str]:
    """What comes of a program, in two lines of JSON; see `run` in the core's source."""
    return _ask_of_program("run", program, options, korean)


def explore(program: str, options: dict[str, str], *, korean: bool) -> list[str]:
    """What all schedules come to, as JSON; see `explore` in the core's source."""
    return _ask_of_program("explore", program, options, korean)


def _ask_of_program(
    function: str, program: str, options: dict[str, str], korean: bool
) -> list[str]:
    # A NUL ends a text, so none may be in it.
    texts = ((name, text.replace("\0", "\ufffd")) for name, text in options.items())
    given = "".join(f"{name}\0{text}\0" for name, text in texts)
    ask = _ask("programs.wasm")
    return ask(function, given + program, len(_encode(given)), int(korean)).split("\n")


# What wasmtime holds has to go before wasmtime does, when Python ends.
@atexit.register
def _forget() -> None:
    _ask.cache_clear()


@functools.cache
def _ask(file: str) -> _Ask:
    wasm = (importlib.resources.files(__package__) / file).read_bytes()
    return _ask_browser(wasm) if sys.platform == "emscripten" else _ask_wasmtime(wasm)


def _encode(question: str) -> bytes:
    # What is no text, half of a surrogate pair, is somebody's mistake, and none of ours.
    return question.encode("utf-8", "replace")


def _ask_wasmtime(wasm: bytes) -> _Ask:
    try:
        import wasmtime
    except (ImportError, OSError, RuntimeError) as error:
        # It raises the latter where it has no library for the system.
        raise ImportError(_MISSING) from error
    engine = wasmtime.Engine()
    module = wasmtime.Module(engine, wasm)

    def ask(function: str, question: str, *numbers: int) -> str:
        # An instance for each question: its memory goes with it.
        store = wasmtime.Store(engine)
        exports: Any = wasmtime.Instance(store, module, []).exports(store)
        memory = exports["memory"]
        text = _encode(question)
        memory.write(store, text, exports["room"](store, len(text)))
        length = exports[function](store, *numbers)
        start = exports["answer"](store)
        return bytes(memory.read(store, start, start + length)).decode()

    return ask


def _ask_browser(wasm: bytes) -> _Ask:
    js: Any = importlib.import_module("js")
    to_js: Any = importlib.import_module("pyodide.ffi").to_js
    module = js.WebAssembly.Module.new(to_js(wasm))

    def ask(function: str, question: str, *numbers: int) -> str:
        exports = js.WebAssembly.Instance.new(module).exports
        text = _encode(question)
        start = exports.room(len(text))
        js.Uint8Array.new(exports.memory.buffer, start, len(text)).assign(text)
        length = getattr(exports, function)(*numbers)
        answer = js.Uint8Array.new(exports.memory.buffer, exports.answer(), length)
        return bytes(answer.to_py()).decode()

    return ask
