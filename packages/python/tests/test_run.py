"""Programs, through this package."""

import dataclasses
import json
import sys

import pytest

from interleaved import Run, _core, run

THREADS = """\
import threading, time

def work(name):
    for step in range(3):
        time.sleep(1)
        print(name, step)

threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("Done!!!")
"""

STUCK = """\
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
"""


def test_a_program_prints_and_ends() -> None:
    found = run("print('안녕', 2 ** 100)")
    assert (found.output, found.errors) == ("안녕 1267650600228229401496703205376\n", "")
    assert (found.outcome, found.status, found.limit) == ("done", 0, None)
    assert found.events[-1]["kind"] == "done"


def test_time_is_virtual() -> None:
    assert 3_600_000 <= run("import time\ntime.sleep(3600)").duration < 3_600_100


def test_threads_interleave_by_seed_and_a_schedule_repeats_them() -> None:
    runs = [run(THREADS, seed=seed) for seed in range(8)]
    assert len({found.output for found in runs}) > 2
    assert run(THREADS, seed=3) == runs[3]
    for found in runs[1:]:
        assert found.outcome == "done"
        repeated = run(THREADS, schedule=found.schedule)
        assert (repeated.output, repeated.events) == (found.output, found.events)


def test_where_it_may_be_interrupted_and_what_is_one_write_can_be_said() -> None:
    found = run(THREADS, seed=5, switch="gil", stdout="terminal")
    assert sorted(found.output.split("\n")) == sorted(
        ["", "A 0", "A 1", "A 2", "B 0", "B 1", "B 2", "Done!!!"]
    )


def test_an_uncaught_exception_is_told_as_python_tells_it() -> None:
    found = run("def f():\n    return 1 / 0\n\nf()\n")
    assert (found.outcome, found.status) == ("raised", 1)
    assert found.errors.startswith("Traceback (most recent call last):\n")
    assert found.errors.endswith("ZeroDivisionError: division by zero\n")


def test_a_deadlock_says_who_waits_for_what() -> None:
    found = run(STUCK)
    assert found.outcome == "deadlock"
    (waits,) = found.waits
    assert (waits["line"], waits["text"]) == (4, "lock.acquire()")
    assert waits["holder"] == waits["thread"] == "MainThread"


@pytest.mark.parametrize(("lang", "reason"), [("en", "no network"), ("ko", "네트워크")])
def test_what_a_program_can_not_have_is_said_before_it_runs(lang: str, reason: str) -> None:
    found = run("print('not printed')\nimport socket\n", lang=lang)  # type: ignore[arg-type]
    assert (found.outcome, found.status, found.output) == ("refused", 2, "")
    (refused,) = found.refusals
    assert (refused["line"], refused["word"]) == (2, "socket")
    assert reason in refused["reason"]


def test_a_run_without_end_is_given_up() -> None:
    assert run("while True: pass", limits={"steps": 10_000}).limit == "steps"
    assert run("while True: print(1)", limits={"output": 100}).limit == "output"
    endless = "import time\nwhile True: time.sleep(1)"
    assert run(endless, limits={"events": 50}).limit == "events"


def test_input_is_read_line_by_line() -> None:
    program = "print(input('name? ') + input())"
    assert run(program, input=["가", "b"]).output == "name? 가b\n"
    assert run(program, input="a\nb\n").output == "name? ab\n"


def test_a_run_is_frozen_and_plain() -> None:
    found = run("print(1)")
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.output = ""  # type: ignore[misc]
    assert Run(**json.loads(json.dumps(dataclasses.asdict(found)))) == found
    assert "events" not in repr(found)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"seed": 2**32}, "seed: “4294967296” is not a whole number from 0 to 4294967295."),
        ({"schedule": "0,x"}, "schedule: “x” is not a whole number from 0 to 4294967295."),
        ({"switch": "line"}, "switch: “line” is not one of instruction, gil."),
        ({"stdout": "paper"}, "stdout: “paper” is not one of notebook, terminal."),
        ({"limits": {"steps": 0}}, "limits.steps: “0” is not a whole number from 1 to"),
        ({"limits": {"seconds": 3}}, "options: “limits.seconds” is not one of seed, "),
        ({"lang": "de"}, "lang: 'de' is not one of en, ko."),
    ],
)
def test_what_can_not_be_used_is_explained(wrong: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError) as error:
        run("", **wrong)  # type: ignore[arg-type]
    assert str(error.value).startswith(told)


@pytest.mark.parametrize("wrong", [{"seed": "1"}, {"seed": True}, {"switch": 3}, {"limits": 5}])
def test_a_wrong_type_is_explained(wrong: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=f"^{next(iter(wrong))}: "):
        run("", **wrong)  # type: ignore[arg-type]


def test_whatever_is_run_comes_back_as_an_answer() -> None:
    for program in ("", "\0", "\ud800", "(" * 100_000, "def", "x = 'é' * 10\n" * 1000):
        assert run(program, limits={"steps": 100_000}).outcome in ("done", "raised")


def test_without_wasmtime_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    _core._ask.cache_clear()
    try:
        with pytest.raises(ImportError, match="pip install wasmtime"):
            run("print(1)")
    finally:
        _core._ask.cache_clear()
