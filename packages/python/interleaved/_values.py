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


def items(name: str, value: Any, between: str) -> str:
    """A text as it is, or the items of something."""
    if isinstance(value, str):
        return value
    try:
        return between.join(str(item) for item in value)
    except TypeError:
        raise TypeError(f"{name}: {value!r:.60} is neither a text nor a list.") from None


def bounds(limits: Any) -> dict[str, str]:
    """The limits of a run or of a search, each by its name."""
    if limits is not None and not isinstance(limits, dict):
        raise TypeError(f"limits: {limits!r:.60} is not a dict.")
    named = {f"limits.{name}": limit for name, limit in (limits or {}).items()}
    return {name: whole(name, limit) for name, limit in named.items()}


def is_korean(lang: Any) -> bool:
    """Whether a language is Korean; otherwise it is English."""
    if lang not in ("en", "ko"):
        raise ValueError(f"lang: {lang!r} is not one of en, ko.")
    return bool(lang == "ko")
