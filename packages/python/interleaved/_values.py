"""Single values as texts, or what is wrong with them."""

import operator
from typing import Any


def word(name: str, value: Any) -> str:
    """A text as it is."""
    if not isinstance(value, str):
        raise TypeError(f"{name}: {value!r:.60} is not a text.")
    return value


def whole(name: str, value: Any) -> str:
    """A whole number; a truth is none."""
    if not isinstance(value, bool):
        try:
            return str(operator.index(value))
        except TypeError:
            pass
    raise TypeError(f"{name}: {value!r:.60} is not a whole number.")
