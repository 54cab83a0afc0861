"""The same programs as those beside this file, as frontrun explores them. Writes JSON."""

import json
import sys
import threading
import time

import frontrun


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()


def add(counter):
    for _ in range(2):
        counter.value += 1


def add_locked(counter):
    for _ in range(2):
        with counter.lock:
            counter.value += 1


def fork_holders(in_order):
    def dine(i):
        def run(forks):
            first, second = i, (i + 1) % 3
            if in_order:
                first, second = sorted((first, second))
            with forks[first]:
                with forks[second]:
                    pass

        return run

    return [dine(i) for i in range(3)]


def forks():
    return [threading.Lock() for _ in range(3)]


PROGRAMS = {
    "counter_2": (Counter, [add] * 2, True),
    "counter_3": (Counter, [add] * 3, True),
    "locked_3": (Counter, [add_locked] * 3, True),
    # Every deadlock takes it a second or more, so it looks for the first alone.
    "philosophers_3": (forks, fork_holders(False), False),
    "ordered_3": (forks, fork_holders(True), True),
}

setup, workers, goes_on = PROGRAMS[sys.argv[1]]
outcomes = set()


def invariant(state):
    outcomes.add(getattr(state, "value", None))
    return True


begin = time.perf_counter()
found = frontrun.explore(
    setup,
    workers,
    invariant,
    stop_on_first=not goes_on,
    reproduce_on_failure=0,
    deadlock_timeout=1.0,
)
milliseconds = (time.perf_counter() - begin) * 1000
print(json.dumps({"time": milliseconds, "schedules": found.num_explored, "outcomes": len(outcomes)}))
