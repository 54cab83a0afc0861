# threading, on the locks and threads of the machine.

import _thread
import sys
import time
from _thread import get_ident, get_native_id
from warnings import warn

Lock = _thread.allocate_lock
RLock = _thread.RLock
ThreadError = RuntimeError
TIMEOUT_MAX = _thread.TIMEOUT_MAX
local = _thread._local

_first_numbers = {}


def _next_number(kind):
    number = _first_numbers.get(kind, 0) + 1
    _first_numbers[kind] = number
    return number


def _deadline(timeout):
    return None if timeout is None else time.monotonic() + timeout


def _left(deadline):
    return -1 if deadline is None else max(0, deadline - time.monotonic())


class Condition:
    """A lock, and those who wait to be told that something has changed."""

    def __init__(self, lock=None, _owner="Condition"):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._signal = _thread._Signal(_owner)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, self._signal.waiting)

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        # Whoever can take it didn't have it.
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def _let_go(self):
        """Lets go of the lock, however often it is held, and returns how to get it back."""
        if hasattr(self._lock, "_release_save"):
            state = self._lock._release_save()
            return lambda: self._lock._acquire_restore(state)
        self._lock.release()
        return self._lock.acquire

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        get_back = self._let_go()
        try:
            return self._signal.wait(timeout)
        finally:
            get_back()

    def wait_for(self, predicate, timeout=None):
        deadline = _deadline(timeout)
        result = predicate()
        while not result:
            if deadline is not None:
                timeout = deadline - time.monotonic()
                if timeout <= 0:
                    break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._signal.tell(n)

    def notify_all(self):
        self.notify(self._signal.waiting)

    def notifyAll(self):
        warn("notifyAll() is deprecated, use notify_all() instead", DeprecationWarning)
        self.notify_all()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock(), "Semaphore")
        self._value = value

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        deadline = _deadline(timeout)
        with self._cond:
            while self._value == 0:
                if not blocking or (deadline is not None and _left(deadline) <= 0):
                    return False
                self._cond.wait(None if deadline is None else _left(deadline))
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._add(n)

    def _add(self, n):
        self._value += n
        self._cond.notify(n)

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        kind = type(self)
        name = f"{kind.__module__}.{kind.__qualname__}"
        return f"<{name} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def _add(self, n):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super()._add(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock(), "Event")
        self._flag = False

    def __repr__(self):
        kind = type(self)
        state = "set" if self._flag else "unset"
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {state}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        warn("isSet() is deprecated, use is_set() instead", DeprecationWarning)
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Lets threads go on once so many have come.

    It fills while they come, and drains until all have left; a reset makes those who
    wait leave with an error, and a broken one lets nobody wait.
    """

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock(), "Barrier")
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        kind = type(self)
        name = f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}:"
        if self.broken:
            return f"{name} broken>"
        return f"{name} waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            # Those of the round before have to leave first.
            self._cond.wait_for(lambda: self._state not in ("draining", "resetting"))
            if self._state == "broken":
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._open()
                else:
                    self._wait_until_open(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in ("draining", "resetting"):
                    self._state = "filling"
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
        except BaseException:
            self._break()
            raise
        self._state = "draining"
        self._cond.notify_all()

    def _wait_until_open(self, timeout):
        if not self._cond.wait_for(lambda: self._state != "filling", timeout):
            self._break()
            raise BrokenBarrierError
        if self._state != "draining":
            raise BrokenBarrierError

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in ("filling", "broken"):
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"
