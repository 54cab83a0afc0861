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

# What is inside a frame is seen where frames are taken out: from notebooks that nobody
# has trusted yet, and by what sanitizes their outputs.
_INSTEAD = {
    "en": "The demo is not shown, because this page lets no frames or scripts through. "
    "In a notebook, run this cell, or trust the notebook.",
    "ko": "이 페이지가 프레임이나 스크립트를 막아 데모가 보이지 않습니다. "
    "노트북이라면 이 셀을 실행하거나 노트북을 신뢰하도록 설정하세요.",
}

# What a frame's height depends on, in pixels, measured in outputs of 700 to 1100.
_BASE = 690
_LANE = 85
_PANELS = {
    "python": 550,
    "rust": 660,
    "javascript": 470,
    "editor": 120,
    "predict": 250,
}


def frame(page: str, settings: dict[str, str], height: int | None) -> str:
    """The page in a frame, as one line of HTML.

    Converters that take outputs for Markdown end HTML at an empty line.
    """
    language = settings.get("lang", "").strip()[:2]
    languages = [language] if language in _TITLE else list(_TITLE)
    attributes = {
        "title": " / ".join(_TITLE[each] for each in languages),
        "data-interleaved": "fit" if height is None else "fixed",
        # The reader may save and copy what the demo's menu offers.
        "sandbox": "allow-scripts allow-downloads",
        "allow": "clipboard-write",
        "width": "100%",
        "height": str(about(settings) if height is None else height),
        "style": "display:block;border:0",
        "srcdoc": page,
    }
    start = "".join(f' {name}="{_escape(text)}"' for name, text in attributes.items())
    instead = " ".join(_INSTEAD[each] for each in languages)
    return f"<iframe{start}>{instead}</iframe><script>{_script()}</script>"


def about(settings: dict[str, str]) -> int:
    """About how high a demo is."""
    lanes = settings.get("lanes", "sequential async").replace(",", " ").split()
    tasks = settings.get("tasks", "A B C").replace(",", " ").split()
    panels = [settings.get("code", "").strip(), *settings]
    more_tasks = min(max(len(tasks) - 3, 0), 8)
    return (
        _BASE + _LANE * len(lanes) + 20 * more_tasks + sum(_PANELS.get(each, 0) for each in panels)
    )


def _escape(text: str) -> str:
    # Apostrophes mean nothing between double quotes, and a packed page has many.
    return html.escape(text, quote=False).replace('"', "&quot;").replace("\n", "&#10;")


@functools.cache
def _script() -> str:
    script = importlib.resources.files(__package__) / "frame.js"
    return script.read_text(encoding="utf-8").strip()
