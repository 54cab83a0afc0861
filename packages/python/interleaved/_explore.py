"""All schedules of a program in Python: how it can end, and whether that is all."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, SupportsIndex, TypedDict

from . import _core
from ._run import Refused, Stuck
from ._values import bounds, is_korean, items, whole, word


class Side(TypedDict):
    """One of two threads that race."""

    line: int
    writes: bool
    thread: str


class _Races(TypedDict):
    variable: str
    sides: tuple[Side, Side]
    benign: bool
    """Whether what is written has always been there already."""


class Race(_Races, total=False):
    """Two threads could both go on, and one would write what the other reads or writes."""

    lock: str
    """A lock that one of them holds, and the other should."""


class LockOrder(TypedDict):
    """A lock that is asked for while another one is held."""

    held: str
    asked: str
    thread: str
    line: int


class SearchLimits(TypedDict, total=False):
    """When a search is given up."""

    states: SupportsIndex
    """In how many different states it matters who goes on; 50,000 by default."""
    steps: SupportsIndex
    """Instructions of one run; 200,000 by default."""
    output: SupportsIndex
    """Bytes written by one run."""
    memory: SupportsIndex
    """Bytes that objects of one run take."""


@dataclass(frozen=True)
class Ending:
    """How a program can end."""

    kind: Literal["done", "raised", "deadlock", "limit", "refused"]
    """As the outcome of a run; ``limit``: it goes on for ever, or to a limit."""
    output: str
    errors: str
    status: int
    fails: bool
    """Whether an error has ended a thread, or it never ends."""
    schedule: str
    """With it ``run`` ends so: the one with the fewest interruptions."""
    interruptions: int
    races: list[Race]
    """Those on the way there."""
    refusals: list[Refused] = field(default_factory=list)
    waits: list[Stuck] = field(default_factory=list)
    limit: Literal["steps", "events", "output"] | None = None


class OutputCheck(TypedDict):
    """Whether a program can print an output."""

    verdict: Literal["possible", "beginning", "impossible", "unknown"]
    """``beginning``: only as the beginning of more. ``unknown``: no schedule was found, but
    not all were gone through."""
    line: int
    """The first line that no run has printed so, from 1."""
    instead: list[str]
    """What runs that go along so far print there; empty where one has ended."""


@dataclass(frozen=True)
class Search:
    """What a search has found."""

    outcomes: list[Ending]
    schedules: int
    """How many runs have gone to their ends."""
    states: int
    """In how many different states it mattered who goes on."""
    complete: bool
    """Whether there are no other outcomes."""
    races: list[Race]
    lock_orders: list[list[LockOrder]]
    """Locks that are taken in a circle, each held where the next is asked for."""
    stopped: Literal["states", "steps", "memory", "events", "output"] | None = None
    """The limit, if it isn't complete."""
    check: OutputCheck | None = None
    """Of the output that was asked for; if it is possible, the outcome says how."""


def explore(
    program: str,
    *,
    switch: Literal["instruction", "gil"] = "instruction",
    stdout: Literal["notebook", "terminal"] = "notebook",
    input: str | Iterable[str] = "",
    output: str | None = None,
    seed: SupportsIndex = 0,
    limits: SearchLimits | None = None,
    lang: Literal["en", "ko"] = "en",
) -> Search:
    """Goes through all schedules of a program, as many as the limits allow.

    Args:
        program: Its text.
        switch: Where a thread may be interrupted: anywhere, which is all that the language
            promises, or as CPython 3.11 does with its lock.
        stdout: Whether a print is several writes, as in a notebook, or one, as in a
            terminal.
        input: The lines that ``input()`` reads.
        output: Only runs that print just this are looked for, and the first ends the search.
        seed: Of random numbers, not of who goes next.
        limits: When the search is given up.
        lang: The language of what is refused.

    Raises:
        TypeError: If something is of the wrong type.
        ValueError: If an argument can't be used.
        ImportError: If wasmtime is missing, which runs the machine.
    """
    given = {
        "switch": word("switch", switch),
        "stdout": word("stdout", stdout),
        "input": items("input", input, "\n"),
        "seed": whole("seed", seed),
        **bounds(limits),
    }
    if output is not None:
        given["output"] = word("output", output)
    if "limits.seconds" in given:
        # The machine has no clock here.
        raise ValueError("limits: “seconds” is not one of states, steps, output, memory.")
    found, *more = _core.explore(word("program", program), given, korean=is_korean(lang))
    if not found:
        raise ValueError(more[0])
    told = json.loads(found)
    outcomes = [Ending(**outcome) for outcome in told.pop("outcomes")]
    return Search(outcomes=outcomes, lock_orders=told.pop("lockOrders"), **told)
