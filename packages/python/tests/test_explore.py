"""All schedules of programs, through this package."""

from typing import Any

import pytest

from interleaved import Ending, explore, run

COUNTER = """\
import threading

n = 0

def add():
    global n
    n += 1

threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
"""

STUCK = """\
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
"""


def ends(outcomes: list[Ending]) -> list[tuple[str, str, int]]:
    return [(it.kind, it.output, it.interruptions) for it in outcomes]


def test_all_outcomes_are_found_and_their_schedules_lead_there() -> None:
    found = explore(COUNTER)
    assert found.complete
    assert found.stopped is None
    assert ends(found.outcomes) == [("done", "2\n", 0), ("done", "1\n", 1)]
    for outcome in found.outcomes:
        assert run(COUNTER, schedule=outcome.schedule).output == outcome.output
    assert {race["variable"] for race in found.races} == {"n"}
    assert found.outcomes[1].races == found.races
    assert found.races[0]["sides"][0]["line"] == 7


def test_an_output_is_looked_for() -> None:
    lost = explore(COUNTER, output="1")
    assert lost.check == {"verdict": "possible", "line": 1, "instead": ["2"]}
    assert run(COUNTER, schedule=lost.outcomes[0].schedule).output == "1\n"
    never = explore(COUNTER, output="0\n")
    assert (never.outcomes, never.complete) == ([], True)
    assert never.check == {"verdict": "impossible", "line": 1, "instead": ["1", "2"]}
    assert explore(COUNTER).check is None
    with pytest.raises(TypeError, match="output"):
        explore(COUNTER, output=1)  # type: ignore[arg-type]


def test_the_lock_of_cpython_hides_it() -> None:
    found = explore(COUNTER, switch="gil")
    assert (found.complete, ends(found.outcomes)) == (True, [("done", "2\n", 0)])


def test_a_deadlock_is_an_outcome() -> None:
    (outcome,) = explore(STUCK).outcomes
    assert outcome.kind == "deadlock"
    assert outcome.waits[0]["line"] == 4


def test_a_search_that_was_given_up_says_so() -> None:
    found = explore(COUNTER, limits={"states": 20})
    assert (found.complete, found.stopped) == (False, "states")


def test_what_is_refused_is_an_outcome() -> None:
    (outcome,) = explore("import socket", lang="ko").outcomes
    assert outcome.kind == "refused"
    assert "네트워크" in outcome.refusals[0]["reason"]


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"switch": "line"}, ValueError, "switch: “line” is not one of instruction, gil."),
        ({"limits": {"states": 0}}, ValueError, "limits.states: “0” is not a whole number"),
        ({"limits": {"seconds": 1}}, ValueError, "“seconds” is not one of states"),
        ({"limits": {"tries": 1}}, ValueError, "“limits.tries” is not one of"),
        ({"limits": 3}, TypeError, "limits: 3 is not a dict."),
        ({"lang": "fr"}, ValueError, "lang: 'fr' is not one of en, ko."),
        ({"program": 3}, TypeError, "program: 3 is not a text."),
    ],
)
def test_what_cant_be_used_is_said(
    arguments: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as raised:
        explore(**{"program": COUNTER, **arguments})
    assert words in str(raised.value)
