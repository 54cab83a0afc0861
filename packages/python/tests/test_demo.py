"""The page of a demo, and that page in a frame."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from interleaved import Demo

# Names that would end a block or an attribute, begin a comment, or mean something to `re`.
HOSTILE = (
    "</script><script>alert(1)</script>:1:3 <!--<script>:1:3 \\1\\g<0>$&:1:2 \"'&amp;&quot;><b>:1:2 "
    "</iframe>\u00ad:1:2 한글😀:1:2"
)


class Parsed(HTMLParser):
    """The tags of a text, and what is between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def frame(demo: Demo) -> dict[str, str | None]:
    tags = Parsed(demo._repr_html_()).tags
    assert [tag for tag, _ in tags] == ["iframe"]
    return tags[0][1]


def block(page: str) -> dict[str, str]:
    blocks = re.findall(r'<script type="application/json">\n(.*?)\n</script>', page, re.DOTALL)
    assert len(blocks) == 1
    found: dict[str, str] = json.loads(blocks[0])
    return found


def test_the_settings_are_in_the_page_whatever_they_are() -> None:
    demo = Demo(HOSTILE, lanes="threads", lock=True)
    assert block(demo.html) == {"tasks": HOSTILE, "lanes": "threads", "lock": ""}
    assert demo.html.count("<script") == Demo().html.count("<script")
    assert "<b>" not in demo.html


def test_the_page_is_in_the_frame_letter_for_letter() -> None:
    for demo in (Demo(), Demo(HOSTILE, code="python")):
        assert frame(demo)["srcdoc"] == demo.html
        assert "\n" not in demo._repr_html_().strip()


def test_the_frame_may_run_scripts_and_nothing_else_of_ours() -> None:
    attributes = frame(Demo())
    assert attributes["sandbox"] == "allow-scripts allow-downloads"
    assert "src" not in attributes


def test_a_frame_is_as_high_as_it_is_told_to_be() -> None:
    assert frame(Demo(height=432))["height"] == "432"
    assert frame(Demo(height=432))["data-height"] == "fixed"
    heights = [
        int(frame(demo)["height"] or 0) for demo in (Demo(lanes="async"), Demo(), Demo(code="rust"))
    ]
    assert heights == sorted(set(heights))
    assert frame(Demo())["data-height"] == "fit"


@pytest.mark.parametrize(
    ("lang", "english", "korean"), [(None, True, True), ("en", True, False), ("ko-KR", False, True)]
)
def test_what_is_seen_without_the_frame_is_in_its_language(
    lang: str | None, english: bool, korean: bool
) -> None:
    text = Parsed(Demo(lang=lang)._repr_html_()).text
    assert ("run this cell" in text) == english
    assert ("셀을 실행" in text) == korean


def test_a_saved_demo_is_its_page(tmp_path: Path) -> None:
    demo = Demo("가:1:3", lang="ko")
    file = demo.save(tmp_path / "데모.html")
    assert file.read_bytes() == demo.html.encode()
