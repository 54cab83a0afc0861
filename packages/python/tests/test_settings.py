"""What is right, and for what is wrong the exact sentence."""

from typing import Any

import pytest

from interleaved import Demo, Task, _core


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        ({}, {}),
        ({"tasks": "A:1:5, B:5:10"}, {"tasks": "A:1:5, B:5:10"}),
        (
            {"tasks": [("가", 1, 5), "B:5:10", Task("c:d", -2, 0)]},
            {"tasks": "가:1:5 B:5:10 c:d:-2:0"},
        ),
        ({"tasks": (each for each in ["A:1:5"])}, {"tasks": "A:1:5"}),
        ({"lanes": ["sequential", "threads"]}, {"lanes": "sequential threads"}),
        ({"interval": 250, "seed": 0}, {"interval": "250", "seed": "0"}),
        ({"lock": True, "editor": False, "predict": True}, {"lock": "", "predict": ""}),
        ({"speed": 2, "start_at": 1.5}, {"speed": "2", "start-at": "1.5"}),
        ({"speed": 0.1, "start_at": 0}, {"speed": "0.1", "start-at": "0"}),
        ({"autoplay": True}, {"autoplay": ""}),
        ({"autoplay": "visible"}, {"autoplay": "visible"}),
        ({"controls": False}, {"controls": "none"}),
        ({"controls": True, "autoplay": False, "work": None}, {}),
        (
            {"work": "block", "code": "rust", "lang": "ko-KR", "theme": "dark"},
            {"work": "block", "code": "rust", "lang": "ko-KR", "theme": "dark"},
        ),
    ],
)
def test_settings_become_the_texts_of_the_page(
    given: dict[str, Any], texts: dict[str, str]
) -> None:
    assert Demo(**given).settings == texts


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"tasks": "A:1"}, "tasks: “A:1” is not a task. Write name:low:high, such as A:1:5."),
        ({"tasks": []}, "tasks: there is no task in “”. Write one, such as A:1:5."),
        (
            {"tasks": [("A B", 1, 5)]},
            "tasks: 'A B' can't be the name of a task. Write one without white space and commas.",
        ),
        (
            {"tasks": [("", 1, 5)]},
            "tasks: '' can't be the name of a task. Write one without white space and commas.",
        ),
        ({"tasks": "A\0:1:5"}, "tasks: '\\x00' can't be a part of a text."),
        ({"tasks": "\ud800:1:5"}, "tasks: '\\ud800' can't be a part of a text."),
        (
            {"lanes": "async theads"},
            "lanes: “theads” is not one of sequential, async, event-loop, threads, workers.",
        ),
        ({"lanes": ["async", "async"]}, "lanes: “async” is named twice. Name each once."),
        ({"interval": 0}, "interval: “0” is not a whole number from 1 to 3600000."),
        ({"speed": 1e300}, f"speed: “{f'{1e300:.0f}'[:60]}…” is not a number from 0.1 to 100."),
        ({"speed": float("nan")}, "speed: “nan” is not a number from 0.1 to 100."),
        ({"start_at": -1}, "start_at: “-1” is not a number from 0 to 360000000."),
        ({"autoplay": "soon"}, "autoplay: “soon” is not one of autoplay, visible."),
        ({"code": "pyton"}, "code: “pyton” is not one of none, python, rust, javascript."),
        (
            {"tasks": [("A", 1, 2)] * 65, "lanes": "workers"},
            "tasks: 65 are too many for the lane workers, where each gets a thread of its own. At most 64 can.",
        ),
        ({"height": 0}, "height: 0 is not a whole number from 1 to 20000."),
    ],
)
def test_wrong_values_are_explained(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError) as caught:
        Demo(**given)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"tasks": 3}, "tasks: 3 is not a text or a list of tasks."),
        (
            {"tasks": [("A", 1)]},
            "tasks: ('A', 1) is not a task. Write (name, low, high), such as ('A', 1, 5), or a text, such as 'A:1:5'.",
        ),
        (
            {"tasks": [("A", 1.5, 2)]},
            "tasks: ('A', 1.5, 2) is not a task. Write (name, low, high), such as ('A', 1, 5), or a text, such as 'A:1:5'.",
        ),
        (
            {"lanes": [1]},
            "lanes: [1] is not a text, such as 'sequential async', or a list of texts.",
        ),
        ({"interval": True}, "interval: True is not a whole number."),
        ({"interval": 1.5}, "interval: 1.5 is not a whole number."),
        ({"seed": "1"}, "seed: '1' is not a whole number."),
        ({"speed": "fast"}, "speed: 'fast' is not a number."),
        ({"lock": "yes"}, "lock: 'yes' is neither True nor False."),
        ({"theme": 1}, "theme: 1 is not a text."),
        ({"height": "600px"}, "height: '600px' is not a whole number."),
        (
            {"lane": "async"},
            "lane: there is no setting of this name, so 'async' can't be its value. Did you mean lanes? "
            "There are tasks, interval, lanes, seed, lock, work, speed, autoplay, start_at, controls, "
            "editor, predict, code, lang, theme, size, height.",
        ),
        (
            {"start-at": 1},
            "start-at: there is no setting of this name, so 1 can't be its value. Did you mean start_at? "
            "There are tasks, interval, lanes, seed, lock, work, speed, autoplay, start_at, controls, "
            "editor, predict, code, lang, theme, size, height.",
        ),
    ],
)
def test_wrong_types_and_names_are_explained(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(TypeError) as caught:
        Demo(**given)
    assert str(caught.value) == sentence


def test_without_the_core_the_demo_itself_says_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(_core, "_ask", missing)
    demo = Demo(interval=0)
    assert '"interval": "0"' in demo.html
    with pytest.raises(TypeError):
        Demo(interval="soon")  # type: ignore[arg-type]


def test_a_demo_is_written_as_it_was_made() -> None:
    demo = Demo([("A", 1, 5)], lanes=["async"], lock=True, start_at=1.5, controls=False, height=500)
    written = "Demo('A:1:5', lanes='async', lock=True, start_at=1.5, controls=False, height=500)"
    assert repr(demo) == written
    assert repr(eval(written)) == written
    assert repr(Demo()) == "Demo()"
