"""What the core says of logs, through this package."""

import dataclasses
import sys
from typing import Literal

import pytest

from interleaved import Check, Demo, Task, _core, check

COURSE = """\
[C] total=10
[B] total=5
[A] total=1
[C] total=21[A] total=3
[B] total=11

[B] total=18
[C] total=33
[A] total=6
[B] total=26[A] total=10
[C] total=46
[B] total=35[C] total=60

Done!!!
"""

JUPYTER = """\
[A] total = 1
[B] total = 5
[C] total = 10
[B] total = 11[C] total = 21
[A] total = 3

[C] total = 33[A] total = 6
[B] total = 18

[A] total = 10[B] total = 26
[C] total = 46

[C] total = 60[B] total = 35

Done!
"""

A, B, C = Task("A", 1, 5), Task("B", 5, 10), Task("C", 10, 15)


def test_the_log_of_the_course() -> None:
    assert check(COURSE) == Check("threads", (C, B, A), torn=3, lost=1)


def test_the_log_from_jupyter() -> None:
    assert check(JUPYTER) == Check("threads", (A, B, C), torn=4, lost=0)
    assert check(JUPYTER, "A:1:5 B:5:10 C:10:15") == check(JUPYTER, [A, B, C])


def test_an_impossible_log_is_explained() -> None:
    found = check("[A] total=1\n[A] total=4\n", [("A", 1, 5)])
    assert (found.verdict, found.line, found.code) == ("impossible", 2, "wrongTotal")
    assert found.reason == "A can’t print 4 here: its next total is 3."
    assert found.why == "No schedule prints line 2. A can’t print 4 here: its next total is 3."
    korean = check("[A] total=1\n[A] total=4\n", [("A", 1, 5)], lang="ko")
    assert korean == dataclasses.replace(found, reason=korean.reason)
    assert korean.reason == "A 태스크가 여기서 출력할 합계는 3입니다(로그에는 4)."


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(
    ("log", "code"),
    [
        ("[D] total=1\n", "unknownTask"),
        ("[A] total=2\n", "wrongTotal"),
        ("[A] total=1\n[A] total=3\n[A] total=6\n", "wrongTotal"),
        ("[A] total=1[A] total=3\n", "noNewline"),
        ("\n[A] total=1\n", "noText"),
        ("[A] total=1\n[A] total=3Done!\n", "endsBeforeNewline"),
        ("[A] total=1\nDone!\n", "endsBeforeTask"),
        ("[A] total=1\n[A] total=3\nDone!\n[A] total=1\n", "afterTheEnd"),
        ("hello\n", "noTotals"),
        ("[A] total=1\n" * 400_000, "tooLong"),
    ],
)
def test_every_reason_has_a_sentence(log: str, code: str, lang: str) -> None:
    found = check(log, "A:1:3", lang=lang)  # type: ignore[arg-type]
    assert found.code == code
    assert found.reason
    assert found.reason in found.why


# Two threads and print("[A] total =", total).
PIECES = "[A] total =[B] total = 5\n 1\n"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_texts_in_pieces_need_the_tasks(lang: Literal["en", "ko"]) -> None:
    assert check(PIECES, "A:1:3 B:5:7").verdict == "threads"
    for log, tasks, code in [
        (PIECES, None, "pieces"),
        (PIECES.replace("1", "2"), "A:1:3 B:5:7", "noWriter"),
    ]:
        found = check(log, tasks, lang=lang)
        assert found.code == code
        assert found.reason
        assert found.reason in found.why


def test_whole_lines_in_another_order_are_no_threads_alone() -> None:
    found = check("[A] total=1\n[B] total=5\n[B] total=11\n[A] total=3\n")
    assert found.verdict == "interleaved"
    assert "futures with unequal waits, or threads" in found.why


def test_two_tasks_of_one_name_are_undecided() -> None:
    found = check("[A] total=1\n", [("A", 1, 3), ("A", 1, 3)])
    assert (found.verdict, found.code) == ("undecided", "sameNames")


def test_whatever_is_pasted_comes_back_as_an_answer() -> None:
    for log in (
        "",
        "\0",
        "\ud800",
        "[]",
        "[:] total=1",
        "[A\rB] total=1\r\n",
        "[가 나] total = 1\n",
    ):
        check(log)
    assert check("[가 나] total = 1\n").tasks == (Task("가 나", 1, 2),)
    assert check("\0[A] total=1\n", "A:1:2").tasks == (Task("A", 1, 2),)


def test_what_is_found_can_be_run() -> None:
    assert Demo(check(JUPYTER).tasks).settings == {"tasks": "A:1:5 B:5:10 C:10:15"}


def test_a_result_in_a_notebook_is_escaped() -> None:
    found = check('[<b>&"] total=1\n', [("A", 1, 2)])
    shown = found._repr_html_()
    assert "<b>" not in shown
    assert 'There is no task “&lt;b&gt;&amp;"”.' in shown
    assert "<code>A:1:2</code>" in shown
    assert "<b>" not in check("[<b>] total=1\n")._repr_html_()


def test_a_result_is_frozen_and_plain() -> None:
    found = check("[A] total=1\n")
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.torn = 1  # type: ignore[misc]
    assert repr(found).startswith(
        "Check(verdict='sequential', tasks=(Task(name='A', low=1, high=2),), torn=0"
    )


def test_wrong_arguments_are_explained() -> None:
    with pytest.raises(TypeError, match="^log: b'A' is not a text.$"):
        check(b"A")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="^tasks: “A” is not a task."):
        check("", "A")
    with pytest.raises(ValueError, match="^lang: 'de' is not one of en, ko.$"):
        check("", lang="de")  # type: ignore[arg-type]


def test_without_wasmtime_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    _core._ask.cache_clear()
    try:
        with pytest.raises(ImportError, match="pip install wasmtime"):
            check("[A] total=1\n")
        assert Demo(interval=0).settings == {"interval": "0"}
    finally:
        _core._ask.cache_clear()
