"""Who can have printed a log? The core's checker, on text."""

from dataclasses import dataclass, field
from html import escape
from typing import Literal, NamedTuple, cast

from . import _core, _settings
from ._texts import LANGUAGES

Verdict = Literal["sequential", "async", "interleaved", "threads", "impossible", "undecided"]


class Task(NamedTuple):
    """A summation: it adds ``range(low, high)``."""

    name: str
    low: int
    high: int


@dataclass(frozen=True)
class Check:
    """What can be told of a log."""

    verdict: Verdict
    """The strictest that can have printed it: ``"sequential"``, one task after the other;
    ``"async"``, futures with equal, exact waits; ``"interleaved"``, whole lines in another
    order; ``"threads"``, torn lines. Or ``"impossible"``, or ``"undecided"``."""
    tasks: tuple[Task, ...]
    """Those that were given, else those that the log tells of."""
    torn: int
    """How many lines have two texts or more, or parts of them."""
    lost: int
    """How many empty lines must have been lost since it was printed."""
    line: int | None = None
    """Of an impossible log the first line that no schedule can print, from 1."""
    code: str | None = None
    """A word for the reason why it is impossible or undecided."""
    reason: str | None = None
    """The same as a sentence."""
    lang: str = field(default="en", repr=False, compare=False)
    """The language of the sentences."""

    @property
    def why(self) -> str:
        """The verdict in words."""
        texts = LANGUAGES[self.lang]
        if self.line is not None:
            words = texts.impossible(self.line)
        else:
            words = texts.verdicts[self.verdict]
        lost = texts.lost(self.lost) if self.lost else None
        return " ".join(sentence for sentence in (words, self.reason, lost) if sentence)

    def _repr_html_(self) -> str:
        texts = LANGUAGES[self.lang]
        tasks = ", ".join(f"<code>{escape(':'.join(map(str, task)))}</code>" for task in self.tasks)
        told = f"<br>{texts.tasks} {tasks}" if tasks else ""
        return (
            f'<p lang="{self.lang}"><strong>{self.verdict}</strong> '
            f"{escape(self.why, quote=False)}{told}</p>"
        )


def check(
    log: str,
    tasks: _settings.Tasks | None = None,
    *,
    lang: Literal["en", "ko"] = "en",
) -> Check:
    """Tells who can have printed a log: the output of a notebook, say.

    It goes by what always holds for real threads, and by nothing else. What it knows of
    the log is in the result; a notebook shows it in words.

    Args:
        log: Lines such as ``[A] total=1`` or ``[A] total = 1``, as somebody copied them.
        tasks: As `Demo` takes them. Without any, they are taken from the log.
        lang: The language of the sentences.

    Raises:
        TypeError: If something is of the wrong type.
        ValueError: If the tasks can't be used.
        ImportError: If wasmtime is missing, which runs the checker.
    """
    if not isinstance(log, str):
        raise TypeError(f"log: {log!r:.60} is not a text.")
    if lang not in LANGUAGES:
        raise ValueError(f"lang: {lang!r} is not one of {', '.join(LANGUAGES)}.")
    given = None if tasks is None else _settings.texts({"tasks": tasks})["tasks"]
    verdict, *lines = _core.check(log, given)
    if not verdict:
        raise ValueError(lines[0])
    torn, lost, line, code, task, found, expected, *names, _end = lines
    return Check(
        verdict=cast(Verdict, verdict),
        tasks=tuple(_task(name) for name in names),
        torn=int(torn),
        lost=int(lost),
        line=int(line) if line else None,
        code=code or None,
        reason=LANGUAGES[lang].reasons[code](task, found, expected) if code else None,
        lang=lang,
    )


def _task(text: str) -> Task:
    name, low, high = text.rsplit(":", 2)
    return Task(name, int(low), int(high))
