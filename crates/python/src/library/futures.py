# concurrent.futures, with pools of threads.

import logging
import os
import queue
import threading
import time
from collections import namedtuple

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# The states of a future, in the order in which it goes through them. Who waits for a
# future that was cancelled is told of it only once its pool has come upon it.
PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_IN_WORDS = {
    PENDING: "pending",
    RUNNING: "running",
    CANCELLED: "cancelled",
    CANCELLED_AND_NOTIFIED: "cancelled",
    FINISHED: "finished",
}
_OVER = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_TOLD = (CANCELLED_AND_NOTIFIED, FINISHED)


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class BrokenThreadPool(BrokenExecutor):
    pass


class Future:
    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        # Called without the lock, once it is over.
        self._done_callbacks = []
        # Called under the lock, once those who wait are to be told.
        self._watchers = []

    def __repr__(self):
        with self._condition:
            words = _IN_WORDS[self._state]
            if self._state == FINISHED:
                what = self._exception or self._result
                verb = "raised" if self._exception else "returned"
                words += f" {verb} {type(what).__name__}"
            return f"<{type(self).__name__} at {id(self):#x} state={words}>"

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state != PENDING:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in _OVER

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in _OVER:
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _call_back(self):
        for fn in self._done_callbacks:
            self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception as error:
            logger = logging.getLogger("concurrent.futures")
            logger.error("exception calling callback for %r", self, exc_info=error)

    def _wait(self, timeout):
        """Waits until it is over; the lock is held."""
        if self._state not in _OVER:
            self._condition.wait(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        with self._condition:
            self._wait(timeout)
        if self._exception:
            try:
                raise self._exception
            finally:
                # The traceback has this frame, and the frame would keep the future.
                self = None
        return self._result

    def exception(self, timeout=None):
        with self._condition:
            self._wait(timeout)
            return self._exception

    # For executors.

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == PENDING:
                self._state = RUNNING
                return True
            if self._state != CANCELLED:
                raise RuntimeError("Future in unexpected state")
            self._state = CANCELLED_AND_NOTIFIED
            self._tell()
            return False

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._state in _OVER:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            self._tell()
            self._condition.notify_all()
        self._call_back()

    def _tell(self):
        for watcher in list(self._watchers):
            watcher(self)


class _Watch:
    """Watches futures until enough of them are over."""

    def __init__(self, futures, enough):
        self.done = []
        self._enough = enough
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._futures = futures
        for future in futures:
            with future._condition:
                future._watchers.append(self._note)

    def _note(self, future):
        with self._lock:
            self.done.append(future)
            if self._enough(future, len(self.done)):
                self._event.set()

    def wait(self, timeout):
        self._event.wait(timeout)
        self.stop()

    def stop(self):
        for future in self._futures:
            with future._condition:
                if self._note in future._watchers:
                    future._watchers.remove(self._note)


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    done = {future for future in fs if future._state in _TOLD}
    pending = fs - done
    failed = any(not future.cancelled() and future.exception() for future in done)
    if not pending or (return_when == FIRST_COMPLETED and done) or (return_when == FIRST_EXCEPTION and failed):
        return DoneAndNotDoneFutures(done, pending)

    def enough(future, count):
        if return_when == FIRST_COMPLETED:
            return True
        if return_when == FIRST_EXCEPTION and future._state == FINISHED and future._exception:
            return True
        return count == len(pending)

    watch = _Watch(pending, enough)
    watch.wait(timeout)
    done.update(watch.done)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    deadline = None if timeout is None else time.monotonic() + timeout
    pending = set(fs)
    total = len(pending)
    arrived = queue.SimpleQueue()
    finished = {future for future in pending if future._state in _TOLD}
    pending -= finished
    watch = _Watch(pending, lambda future, count: arrived.put(future))
    try:
        for future in finished:
            yield future
        while pending:
            left = None if deadline is None else max(0, deadline - time.monotonic())
            try:
                future = arrived.get(timeout=left)
            except queue.Empty:
                raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished") from None
            pending.remove(future)
            yield future
    finally:
        watch.stop()


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        deadline = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                while futures:
                    future = futures.pop(0)
                    try:
                        yield future.result(None if deadline is None else deadline - time.monotonic())
                    finally:
                        future.cancel()
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.shutdown(wait=True)
        return False


class _Call:
    """A call that a pool has to make, and the future that gets what comes of it."""

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def make(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


_numbers = iter(range(1 << 62))


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{next(_numbers)}"
        self._initializer = initializer
        self._initargs = initargs
        # None tells a thread to end.
        self._calls = queue.SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._threads = set()
        self._lock = threading.Lock()
        self._broken = False
        self._is_shut_down = False
        threading._register_atexit(self._end)

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            future = Future()
            self._calls.put(_Call(future, fn, args, kwargs))
            # An idle thread takes it; else there is one more, as long as there may be.
            if not self._idle.acquire(timeout=0) and len(self._threads) < self._max_workers:
                name = f"{self._thread_name_prefix}_{len(self._threads)}"
                thread = threading.Thread(name=name, target=self._work)
                thread.start()
                self._threads.add(thread)
            return future

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException:
                logging.getLogger("concurrent.futures").critical("Exception in initializer:", exc_info=True)
                self._break()
                return
        while True:
            try:
                call = self._calls.get_nowait()
            except queue.Empty:
                self._idle.release()
                call = self._calls.get()
            if call is None:
                # The others have to end as well.
                self._calls.put(None)
                return
            call.make()
            # While it waits for the next, nothing keeps what this one was made of.
            del call

    def _break(self):
        with self._lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for call in self._left():
                call.future.set_exception(BrokenThreadPool(self._broken))

    def _left(self):
        """Takes the calls that nobody has made yet."""
        while not self._calls.empty():
            call = self._calls.get_nowait()
            if call is not None:
                yield call

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._is_shut_down = True
            if cancel_futures:
                for call in self._left():
                    call.future.cancel()
            self._calls.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _end(self):
        """The program ends, and waits for what has been submitted."""
        self.shutdown(wait=True)
