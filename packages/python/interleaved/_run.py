"""Programs in Python, run on a machine of their own: threads and all, in virtual time."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, SupportsIndex, TypedDict

from . import _core
from ._values import bounds, is_korean, items, whole, word


class _Happened(TypedDict):
    at: float
    """In milliseconds of virtual time."""
    kind: str
    task: str
    """The thread's name."""
    index: int
    """The thread's number; 0 is the main one."""


class Event(_Happened, total=False):
    """Something that happened to a thread."""

    line: int
    """The line of the program that it is at."""
    by: int
    """With ``created``: the number of the thread that has made it."""
    on: Literal["time", "task", "resource", "elsewhere"]
    """With ``waiting``: for what."""
    until: float
    """With ``waiting``: the deadline, if there is one."""
    resource: str
    """What is waited for, acquired or released: a kind of thing."""
    of: int
    """The number of the thread that is waited for, or of the resource."""
    stream: Literal["output", "error"]
    """With ``wrote``."""
    text: str
    """With ``wrote`` and ``raised``."""


class Refused(TypedDict):
    """What a program needs and can't have."""

    line: int
    word: str
    reason: str


class _Waits(TypedDict):
    thread: str
    on: str


class Stuck(_Waits, total=False):
    """A thread that waits for ever."""

    holder: str
    line: int
    text: str


class Limits(TypedDict, total=False):
    """When a run is given up."""

    steps: SupportsIndex
    """Instructions."""
    events: SupportsIndex
    output: SupportsIndex
    """Bytes written."""
    memory: SupportsIndex
    """Bytes that objects take; beyond, Python raises its ``MemoryError``."""


@dataclass(frozen=True)
class Run:
    """What a program did."""

    output: str
    """What it has written to standard output."""
    errors: str
    """What it has written to standard error."""
    outcome: Literal["done", "raised", "deadlock", "limit", "refused"]
    """How it has ended: by itself, with an exception that nothing caught, or not by itself."""
    status: int
    """What a process would end with."""
    duration: float
    """In milliseconds of virtual time."""
    schedule: str
    """A short text; as the argument of this name it repeats the run."""
    events: list[Event] = field(repr=False)
    refusals: list[Refused] = field(default_factory=list)
    """All that a program that was refused needs and can't have."""
    waits: list[Stuck] = field(default_factory=list)
    """Of a deadlock: who waits for what, and who holds it."""
    limit: Literal["steps", "events", "output"] | None = None
    """Of a run that was given up: the limit."""


def run(
    program: str,
    *,
    seed: SupportsIndex = 0,
    schedule: str | Iterable[SupportsIndex] = "",
    switch: Literal["instruction", "gil"] = "instruction",
    stdout: Literal["notebook", "terminal"] = "notebook",
    input: str | Iterable[str] = "",
    limits: Limits | None = None,
    lang: Literal["en", "ko"] = "en",
) -> Run:
    """Runs a program to its end, at once: a ``time.sleep(3600)`` takes no time.

    The program runs on a machine of its own, not on this Python: it sees no files, no
    network and nothing of the program that runs it. The same arguments give the same run.

    Args:
        program: Its text.
        seed: Who goes next among the threads that can. 0 is in turn; another number is
            another schedule.
        schedule: In the place of a seed: the `schedule` of another run, or who goes next
            each time that several can.
        switch: Where a thread may be interrupted: anywhere, which is all that the language
            promises, or as CPython 3.11 does with its lock.
        stdout: Whether a print is several writes, as in a notebook, or one, as in a
            terminal.
        input: The lines that ``input()`` reads.
        limits: When the run is given up.
        lang: The language of what is refused.

    Raises:
        TypeError: If something is of the wrong type.
        ValueError: If an argument can't be used.
        ImportError: If wasmtime is missing, which runs the machine.
    """
    given = {
        "seed": whole("seed", seed),
        "schedule": items("schedule", schedule, ","),
        "switch": word("switch", switch),
        "stdout": word("stdout", stdout),
        "input": items("input", input, "\n"),
        **bounds(limits),
    }
    found, *more = _core.run(word("program", program), given, korean=is_korean(lang))
    if not found:
        raise ValueError(more[0])
    return Run(**json.loads(found), events=json.loads(more[0]))
