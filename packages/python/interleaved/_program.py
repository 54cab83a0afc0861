"""A Python program in a cell: a page in one file that runs and shows it, and a cell magic."""

import argparse
import functools
import importlib.resources
import os
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, SupportsFloat, SupportsIndex

from . import _settings
from ._demo import bake
from ._frame import program_frame


class Python:
    """A program in Python, its threads and all; the last value of a cell shows it.

    It runs in the reader's browser, on a machine of its own, forwards and backwards, with
    each thread's line and variables. Everything it needs is in its output: no network, no
    server, and no kernel once it is there.

    Args:
        program: Its text.
        seed: Who goes next among the threads that can. 0 is in turn; another number is
            another schedule, and several of them, in a list, run side by side.
        switch: Where a thread may be interrupted: anywhere, or as CPython 3.11 does.
        stdout: Whether a print is several writes, as in a notebook, or one.
        speed: How many times faster than real time.
        autoplay: Whether it starts by itself: ``True`` at once, ``"visible"`` when it is
            scrolled into view.
        start_at: The seconds of virtual time that are shown at first.
        controls: Whether the transport bar is shown.
        editor: Whether the reader can change the program.
        lang: ``"ko"`` or ``"en"``; otherwise the reader's.
        theme: ``"light"`` or ``"dark"``; otherwise that of the page around it.
        height: The height of its frame, in pixels. Without one, it is as high as its
            content wherever a script may say so.

    Raises:
        TypeError: If something is of the wrong type.
        ValueError: If a text can't be used. What else can't be used the page says itself.
    """

    def __init__(
        self,
        program: str,
        *,
        seed: SupportsIndex | Iterable[SupportsIndex] | None = None,
        switch: Literal["instruction", "gil"] | None = None,
        stdout: Literal["notebook", "terminal"] | None = None,
        speed: SupportsFloat | None = None,
        autoplay: bool | Literal["visible"] = False,
        start_at: SupportsFloat | None = None,
        controls: bool | Literal["none"] = True,
        editor: bool = True,
        lang: str | None = None,
        theme: Literal["auto", "light", "dark"] | None = None,
        height: SupportsIndex | None = None,
    ) -> None:
        if not isinstance(program, str):
            raise TypeError(f"program: {program!r:.60} is not a text.")
        given = {
            "seed": seed,
            "switch": switch,
            "stdout": stdout,
            "speed": speed,
            "autoplay": autoplay,
            "start_at": start_at,
            "controls": controls,
            "lang": lang,
            "theme": theme,
        }
        self._program = program
        self._settings = _settings.program_texts(given)
        if not editor:
            self._settings["editor"] = "none"
        self._height = _settings.height(height)

    @property
    def html(self) -> str:
        """The program as a page in one file, which loads nothing."""
        return bake(_page(), {**self._settings, "program": self._program})

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the program as a page in one file, which runs wherever it is opened."""
        file = Path(path)
        file.write_text(self.html, encoding="utf-8", newline="\n")
        return file

    def __repr__(self) -> str:
        words = [f"{name.replace('-', '_')}={text!r}" for name, text in self._settings.items()]
        return f"Python({', '.join([repr(self._program), *words])})"

    def _repr_html_(self) -> str:
        return program_frame(self.html, self._settings, self._height)


@functools.cache
def _page() -> str:
    return (importlib.resources.files(__package__) / "python.html").read_text(encoding="utf-8")


class _Arguments(argparse.ArgumentParser):
    """Words behind the magic; what is wrong with them is an error of the cell."""

    def error(self, message: str) -> Any:
        raise ValueError(f"%%interleaved: {message}")


def cell(line: str, program: str) -> Python:
    """What ``%%interleaved`` makes of a cell: ``%%interleaved --seed 3 --switch gil``."""
    parser = _Arguments(prog="%%interleaved", add_help=False)
    parser.add_argument("--seed", type=int, nargs="+")
    parser.add_argument("--switch")
    parser.add_argument("--stdout")
    parser.add_argument("--speed", type=float)
    parser.add_argument("--start-at", type=float)
    parser.add_argument("--lang")
    parser.add_argument("--theme")
    parser.add_argument("--height", type=int)
    parser.add_argument("--autoplay", action="store_true")
    return Python(program, **vars(parser.parse_args(shlex.split(line))))


def load_ipython_extension(ipython: Any) -> None:
    """``%load_ext interleaved`` makes ``%%interleaved`` run a cell as a program of its own."""
    ipython.register_magic_function(cell, magic_kind="cell", magic_name="interleaved")
