"""What is written in Python becomes what the core reads: texts by the settings' names.

Only what has no such text is refused here. What a text may be, the core decides.
"""

import math
import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any, SupportsIndex

from ._values import whole, word

# A task as Python has it; a text is what the setting has, name:low:high.
TaskLike = str | tuple[str, SupportsIndex, SupportsIndex]
Tasks = str | Iterable[TaskLike]


def texts(given: Mapping[str, Any]) -> dict[str, str]:
    """The settings that are given, as texts, by the names that the page has for them."""
    found = {}
    for name, value in given.items():
        text = None if value is None else _READERS[name](name, value)
        if text is None:
            continue
        for wrong in text:
            if wrong == "\0" or "\ud800" <= wrong <= "\udfff":
                raise ValueError(f"{name}: {wrong!r} can't be a part of a text.")
        found[name.replace("_", "-")] = text
    return found


def program_texts(given: Mapping[str, Any]) -> dict[str, str]:
    """The settings of a program that are given: as the demo's, but it has several seeds."""
    found = texts({name: value for name, value in given.items() if name not in _OF_PROGRAMS})
    for name in _OF_PROGRAMS:
        value = given.get(name)
        if value is not None:
            found[name] = _seeds(name, value) if name == "seed" else word(name, value)
    return found


_OF_PROGRAMS = ("seed", "switch", "stdout")


def _seeds(name: str, value: Any) -> str:
    several = isinstance(value, Iterable) and not isinstance(value, str)
    return " ".join(whole(name, each) for each in (value if several else [value]))


def tasks_text(name: str, value: Tasks) -> str:
    """Tasks, in the form of the setting."""
    if isinstance(value, str):
        return value
    return " ".join(_task(name, task) for task in _items(name, value, "a text or a list of tasks"))


def names() -> tuple[str, ...]:
    """The names of all settings of a demo."""
    return tuple(_READERS)


def _task(setting: str, task: TaskLike) -> str:
    if isinstance(task, str):
        return task
    try:
        name, low, high = task
        if not isinstance(name, str):
            raise TypeError
        bounds = operator.index(low), operator.index(high)
    except (TypeError, ValueError):
        raise TypeError(
            f"{setting}: {task!r} is not a task. Write (name, low, high), such as ('A', 1, 5), "
            "or a text, such as 'A:1:5'."
        ) from None
    if not name or "," in name or name.split() != [name]:
        raise ValueError(
            f"{setting}: {name!r} can't be the name of a task. Write one without white space and commas."
        )
    return f"{name}:{bounds[0]}:{bounds[1]}"


def _items(name: str, value: Any, right: str) -> list[Any]:
    try:
        return list(value)
    except TypeError:
        raise TypeError(f"{name}: {value!r} is not {right}.") from None


def _words(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    right = "a text, such as 'sequential async', or a list of texts"
    items = _items(name, value, right)
    if not all(isinstance(item, str) for item in items):
        raise TypeError(f"{name}: {value!r} is not {right}.")
    return " ".join(items)


def _number(name: str, value: Any) -> str:
    if isinstance(value, (bool, str)):
        raise TypeError(f"{name}: {value!r} is not a number.")
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise TypeError(f"{name}: {value!r} is not a number.") from None
    # The core rounds to thousandths as well, but reads no exponents.
    text = f"{number:.3f}"
    return text.rstrip("0").rstrip(".") if math.isfinite(number) else text


# A switch is on when its text is there, which is empty.


def _switch(name: str, value: Any) -> str | None:
    if not isinstance(value, bool):
        raise TypeError(f"{name}: {value!r} is neither True nor False.")
    return "" if value else None


def _autoplay(name: str, value: Any) -> str | None:
    return _switch(name, value) if isinstance(value, bool) else word(name, value)


def _controls(name: str, value: Any) -> str | None:
    if isinstance(value, bool):
        return None if value else "none"
    return word(name, value)


_READERS: dict[str, Callable[[str, Any], str | None]] = {
    "tasks": tasks_text,
    "interval": whole,
    "lanes": _words,
    "seed": whole,
    "lock": _switch,
    "work": word,
    "speed": _number,
    "autoplay": _autoplay,
    "start_at": _number,
    "controls": _controls,
    "editor": _switch,
    "predict": _switch,
    "code": word,
    "lang": word,
    "theme": word,
    "size": word,
}


def height(value: SupportsIndex | None) -> int | None:
    """The height of a frame, in pixels."""
    if value is None:
        return None
    pixels = int(whole("height", value))
    if not 1 <= pixels <= 20_000:
        raise ValueError(f"height: {pixels} is not a whole number from 1 to 20000.")
    return pixels
