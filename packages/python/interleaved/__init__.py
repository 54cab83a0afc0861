"""Concurrency explained by real code, in a notebook cell.

``Demo`` runs the same summations one after the other, as futures on one thread, and
as threads, side by side. ``check`` tells from a printed log which of these can have
printed it. ``run`` runs a program in Python, its threads and all, in virtual time,
``explore`` goes through all its schedules, and ``Python`` shows one in a cell; after
``%load_ext interleaved`` so does ``%%interleaved``.

>>> from interleaved import Demo, check
>>> Demo("A:1:5 B:5:10 C:10:15", lanes="sequential async threads", code="python")
Demo('A:1:5 B:5:10 C:10:15', lanes='sequential async threads', code='python')
>>> check("[A] total=1[B] total=5\\n\\n[A] total=3\\nDone!!!\\n").verdict
'threads'
>>> run("import time\\ntime.sleep(3600)").duration
3600000.1
"""

from ._check import Check, Task, check
from ._demo import Demo
from ._explore import Ending, LockOrder, Race, Search, SearchLimits, Side, explore
from ._program import Python, load_ipython_extension
from ._run import Event, Limits, Refused, Run, Stuck, run

__all__ = [
    "Check",
    "Demo",
    "Ending",
    "Event",
    "Limits",
    "LockOrder",
    "Python",
    "Race",
    "Refused",
    "Run",
    "Search",
    "SearchLimits",
    "Side",
    "Stuck",
    "Task",
    "check",
    "explore",
    "load_ipython_extension",
    "run",
]
