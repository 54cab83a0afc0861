"""A page in a frame of a notebook's output.

The frame has the page as its text, so that there is nothing to be fetched, in the
notebook and in what is exported from it. It is sandboxed: its scripts have an origin of
their own, and reach neither the notebook nor the server. No protocol of widgets and no
script of ours has to work for the demo to.
"""

import functools
import html
import importlib.resources

_TITLE = {
    "en": "Demo: the same tasks run in several ways",
    "ko": "데모: 같은 태스크를 여러 방식으로 실행",
}

_PROGRAM_TITLE = {
    "en": "A program in Python, run step by step",
    "ko": "한 단계씩 실행하는 파이썬 프로그램",
}
# As high as its page is at widths of 700 to 1100 pixels.
_PROGRAM_HEIGHT = 760

# What is inside a frame is seen where frames are taken out: from notebooks that nobody
# has trusted yet, and by what sanitizes their outputs.
_INSTEAD = {
    "en": "The demo is not shown, because this page lets no frames or scripts through. "
    "In a notebook, run this cell, or trust the notebook.",
    "ko": "이 페이지가 프레임이나 스크립트를 막아 데모가 보이지 않습니다. "
    "노트북이라면 이 셀을 실행하거나 노트북을 신뢰하도록 설정하세요.",
}

# What the height of a demo consists of, in pixels, as measured in outputs of 700 to 1100.
_AROUND = 400
_LANE = 50
_TASK = 17
_LINE = 17
_LOG = 340
_PANELS = {"python": 520, "rust": 650, "javascript": 430, "editor": 110, "predict": 260}


def frame(page: str, settings: dict[str, str], height: int | None) -> str:
    """A demo's page in a frame."""
    return _frame(page, settings, height, _TITLE, about(settings))


def program_frame(page: str, settings: dict[str, str], height: int | None) -> str:
    """A program's page in a frame."""
    return _frame(page, settings, height, _PROGRAM_TITLE, _PROGRAM_HEIGHT)


def _frame(
    page: str, settings: dict[str, str], height: int | None, title: dict[str, str], expected: int
) -> str:
    """A page in a frame, as one line of HTML.

    Converters that take outputs for Markdown end HTML at an empty line.
    """
    language = settings.get("lang", "").strip()[:2]
    languages = [language] if language in _TITLE else list(_TITLE)
    attributes = {
        "title": " / ".join(title[each] for each in languages),
        # The reader may save and copy what the demo's menu offers.
        "sandbox": "allow-scripts allow-downloads",
        "allow": "clipboard-write",
        "width": "100%",
        "height": str(expected if height is None else height),
        "data-height": "fit" if height is None else "fixed",
        "style": "display:block;border:0",
        # No element of its own: some that sanitize would show what is in that.
        "onload": _on_load(),
        "srcdoc": page,
    }
    start = "".join(f' {name}="{_escape(text)}"' for name, text in attributes.items())
    instead = " ".join(_INSTEAD[each] for each in languages)
    return f"<iframe{start}>{instead}</iframe>"


def about(settings: dict[str, str]) -> int:
    """About how high a demo is.

    Where there is room, the page lets lines stand at their time, as `www/view/view.js` and
    `www/view/log-view.js` have it. The height chooses, so it has to be that of the choice.
    """
    lanes = settings.get("lanes", "sequential async").replace(",", " ").split()
    steps = _steps(settings.get("tasks", "A:1:5 B:5:10 C:10:15"))
    panels = [settings.get("code", "").strip(), *settings]
    height = _AROUND + _LANE * len(lanes) + sum(_PANELS.get(panel, 0) for panel in panels)
    height += _TASK * min(max(len(steps) - 3, 0), 8)
    longest = max(steps, default=0)
    duration = sum(steps) if "sequential" in lanes else longest
    rung = max(sum(count > 0 for count in steps), steps.count(longest) + 1, 2) + 0.2
    lines = (duration + 1) * rung
    if lines <= 50 and height + _LOG >= lines * 16 + 160:
        return height + int(lines * _LINE)
    return height + _LOG


def _steps(tasks: str) -> list[int]:
    steps = []
    for task in tasks.replace(",", " ").split():
        try:
            low, high = map(int, task.split(":")[-2:])
        except ValueError:
            # The demo will say what is wrong with it.
            continue
        steps.append(max(0, high - low))
    return steps


def _escape(text: str) -> str:
    # Apostrophes mean nothing between double quotes, and a packed page has many.
    return html.escape(text, quote=False).replace('"', "&quot;").replace("\n", "&#10;")


@functools.cache
def _on_load() -> str:
    script = importlib.resources.files(__package__) / "frame.js"
    return script.read_text(encoding="utf-8").strip()
