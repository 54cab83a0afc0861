# asyncio: futures, and what can be awaited.

import contextvars
import inspect
import logging
import sys
import threading
import time
import types
from collections import deque
from heapq import heappop, heappush

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

TimeoutError = TimeoutError


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class BrokenBarrierError(RuntimeError):
    pass


# Futures with exceptions that nobody may have asked for.
_unseen = []

_logger = logging.getLogger("asyncio")


def iscoroutine(thing):
    return inspect.iscoroutine(thing)


def iscoroutinefunction(thing):
    return inspect.iscoroutinefunction(thing)


def isfuture(thing):
    return isinstance(thing, Future)


_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"


class Future:
    """A result that is not there yet: who awaits it gives way until it is."""

    # Set while a task awaits it, so that the task can tell an await from a bare yield.
    _asyncio_future_blocking = False
    _state = _PENDING
    _result = None
    _exception = None
    _cancel_message = None
    # The error with which a coroutine has let itself be cancelled.
    _cancelled_by = None

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._callbacks = []
        # Whether nobody has asked for the exception yet.
        self._is_unseen = False

    def _words(self):
        words = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                words.append(f"exception={self._exception!r}")
            else:
                words.append(f"result={self._result!r}")
        if self._callbacks:
            words.append(_callbacks_in_words([callback for callback, _ in self._callbacks]))
        return words

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._words())}>"

    def get_loop(self):
        return self._loop

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def _cancelled_error(self):
        if self._cancelled_by is not None:
            error, self._cancelled_by = self._cancelled_by, None
            return error
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def result(self):
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Result is not set.")
        self._is_unseen = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_traceback)
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._is_unseen = False
        return self._exception

    def cancel(self, msg=None):
        self._is_unseen = False
        if self._state != _PENDING:
            return False
        self._cancel_message = msg
        self._end(_CANCELLED)
        return True

    def set_result(self, result):
        if self._state != _PENDING:
            self._must_be_pending()
        self._result = result
        self._end(_FINISHED)

    def set_exception(self, exception):
        self._must_be_pending()
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._exception_traceback = exception.__traceback__
        self._is_unseen = True
        self._end(_FINISHED)
        _unseen.append(self)

    def _must_be_pending(self):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")

    def _end(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop._soon(callback, self, context)

    def add_done_callback(self, fn, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [entry for entry in self._callbacks if entry[0] != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks = kept
        return removed

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state == _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _callbacks_in_words(callbacks):
    words = [f"{_name_of(callback)}()" for callback in callbacks]
    if len(words) > 2:
        words[1:-1] = [f"<{len(words) - 2} more>"]
    return f"cb=[{', '.join(words)}]"


def _name_of(function):
    function = getattr(function, "func", function)
    return getattr(function, "__qualname__", None) or repr(function)


def _set_result_unless_cancelled(future, result):
    if future._state != _CANCELLED:
        future.set_result(result)


def _wake(waiter, *_):
    """Lets who awaits this future go on, if it does so still."""
    if not waiter.done():
        waiter.set_result(None)


def ensure_future(awaitable, *, loop=None):
    if isfuture(awaitable):
        if loop is not None and loop is not awaitable.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return awaitable
    if not iscoroutine(awaitable):
        if not inspect.isawaitable(awaitable):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        awaitable = _await_it(awaitable)
    if loop is None:
        loop = _loop_for_a_task()
    return loop.create_task(awaitable)


async def _await_it(awaitable):
    return await awaitable


def wrap_future(future, *, loop=None):
    """A future of the loop that ends as one of a pool does."""
    if isfuture(future):
        return future
    loop = get_event_loop() if loop is None else loop
    own = loop.create_future()

    def copy_state(other):
        if own.done():
            return
        if other.cancelled():
            own.cancel()
        elif other.exception() is not None:
            own.set_exception(other.exception())
        else:
            own.set_result(other.result())

    def cancel_other(own):
        if own.cancelled():
            future.cancel()

    own.add_done_callback(cancel_other)
    future.add_done_callback(lambda other: loop.call_soon_threadsafe(copy_state, other))
    return own
