"""The demo: a page in one file with its settings baked in, and that page in a cell."""

import difflib
import functools
import importlib.resources
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NoReturn, SupportsFloat, SupportsIndex

from . import _core, _settings
from ._frame import frame


class Demo:
    """Summations that are run in lanes, side by side; the last value of a cell shows it.

    Everything it needs is in its output: no network, no server, and no kernel once it is
    there. The settings are those of the element and of the page.

    Args:
        tasks: What is run: ``"A:1:5 B:5:10"``, or a list of such texts and of
            ``(name, low, high)``. Each task sums ``range(low, high)``.
        lanes: In which ways, in the order shown: any of ``sequential``, ``async``,
            ``event-loop``, ``threads`` and ``workers``, as one text or as a list.
        interval: How many milliseconds each step waits.
        seed: What decides in the lane ``threads``.
        lock: Whether threads print under a lock.
        work: What a step does: ``"wait"``, ``"compute"`` or ``"block"``.
        speed: How many times faster than real time.
        autoplay: Whether it starts by itself: ``True`` at once, ``"visible"`` when it is
            scrolled into view.
        start_at: The seconds of virtual time that are shown at first.
        controls: Whether the transport bar is shown.
        editor: Whether the reader can change the settings.
        predict: Whether the reader is asked before the run.
        code: In which language the program is shown: ``"python"``, ``"rust"``,
            ``"javascript"``; otherwise it isn't.
        lang: ``"ko"`` or ``"en"``; otherwise the reader's.
        theme: ``"light"`` or ``"dark"``; otherwise that of the page around it.
        size: ``"large"`` for a projector.
        height: The height of its frame, in pixels. Without one, it is as high as its
            content wherever a script may say so, and about as high elsewhere.

    Raises:
        TypeError: If there is no such setting, or its value is of the wrong type.
        ValueError: If a value can't be used. The core says so, which wasmtime runs;
            without that the demo itself says it, in its frame.
    """

    def __init__(
        self,
        tasks: _settings.Tasks | None = None,
        *,
        lanes: str | Iterable[str] | None = None,
        interval: SupportsIndex | None = None,
        seed: SupportsIndex | None = None,
        lock: bool = False,
        work: Literal["wait", "compute", "block"] | None = None,
        speed: SupportsFloat | None = None,
        autoplay: bool | Literal["visible"] = False,
        start_at: SupportsFloat | None = None,
        controls: bool | Literal["none"] = True,
        editor: bool = False,
        predict: bool = False,
        code: Literal["none", "python", "rust", "javascript"] | None = None,
        lang: str | None = None,
        theme: Literal["auto", "light", "dark"] | None = None,
        size: Literal["auto", "large"] | None = None,
        height: SupportsIndex | None = None,
        **unknown: NoReturn,
    ) -> None:
        for name in unknown:
            raise TypeError(_no_such_setting(name, unknown[name]))
        given = {
            "tasks": tasks,
            "interval": interval,
            "lanes": lanes,
            "seed": seed,
            "lock": lock,
            "work": work,
            "speed": speed,
            "autoplay": autoplay,
            "start_at": start_at,
            "controls": controls,
            "editor": editor,
            "predict": predict,
            "code": code,
            "lang": lang,
            "theme": theme,
            "size": size,
        }
        self._settings = _settings.texts(given)
        self._height = _settings.height(height)
        sentence = _core.refusal(self._settings)
        if sentence:
            raise ValueError(sentence.replace("start-at:", "start_at:", 1))
        # As it is written again: lists may have been used up.
        self._written = {
            name: self._settings[name] if name in ("tasks", "lanes") else value
            for name, value in given.items()
            if name.replace("_", "-") in self._settings
        }

    @property
    def settings(self) -> dict[str, str]:
        """The settings that were given, as the page's texts by name."""
        return dict(self._settings)

    @property
    def html(self) -> str:
        """The demo as a page in one file, which loads nothing."""
        return bake(_page(), self._settings)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the demo as a page in one file, which runs wherever it is opened."""
        file = Path(path)
        file.write_text(self.html, encoding="utf-8", newline="\n")
        return file

    def __repr__(self) -> str:
        words = [
            repr(value) if name == "tasks" else f"{name}={value!r}"
            for name, value in self._written.items()
        ]
        if self._height is not None:
            words.append(f"height={self._height}")
        return f"Demo({', '.join(words)})"

    def _repr_html_(self) -> str:
        return frame(self.html, self._settings, self._height)


def _no_such_setting(name: str, value: object) -> str:
    names = (*_settings.names(), "height")
    near = difflib.get_close_matches(name.replace("-", "_"), names, 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return (
        f"{name}: there is no setting of this name, so {value!r} can't be its value.{hint} "
        f"There are {', '.join(names)}."
    )


@functools.cache
def _page() -> str:
    return (importlib.resources.files(__package__) / "demo.html").read_text(encoding="utf-8")


_BLOCK = re.compile(r'(<script type="application/json">\n).*?(?=</script>)', re.DOTALL)


def bake(page: str, settings: dict[str, str]) -> str:
    """The page with these settings as its own.

    It is what ``www/panels/bake.js`` does when a reader saves a demo.
    """
    # Without this character no name of a task can end the block or begin a comment.
    block = json.dumps(settings, ensure_ascii=False, indent=2).replace("<", "\\u003c")

    return _BLOCK.sub(lambda match: f"{match[1]}{block}\n", page, count=1)
