# asyncio: waiting for time, and for several things at once.


@types.coroutine
def _give_way():
    yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _give_way()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop._after(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


class _GatheringFuture(Future):
    """What gather gives: to cancel it is to cancel all that it gathers."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = [child.cancel(msg=msg) for child in self._children]
        if any(cancelled):
            # It is cancelled itself once all of them are over.
            self._cancel_requested = True
            return True
        return False


def gather(*awaitables, return_exceptions=False):
    if not awaitables:
        loop = get_event_loop()
        nothing = loop.create_future()
        nothing.set_result([])
        return nothing
    futures = {}
    children = []
    loop = None
    unfinished = 0

    def on_done(child):
        nonlocal unfinished
        unfinished -= 1
        if outer is None or outer.done():
            if not child.cancelled():
                # Now somebody has seen it.
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._cancelled_error())
                return
            if child.exception() is not None:
                outer.set_exception(child.exception())
                return
        if unfinished == 0:
            results = [_result_or_error(each) for each in children]
            if outer._cancel_requested:
                outer.set_exception(child._cancelled_error() if child.cancelled() else CancelledError())
            else:
                outer.set_result(results)

    outer = None
    for awaitable in awaitables:
        future = futures.get(id(awaitable))
        if future is None:
            future = ensure_future(awaitable, loop=loop)
            if loop is None:
                loop = future.get_loop()
            futures[id(awaitable)] = future
            unfinished += 1
            future.add_done_callback(on_done)
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    return outer


def _result_or_error(future):
    if future.cancelled():
        return CancelledError("" if future._cancel_message is None else future._cancel_message)
    return future.result() if future.exception() is None else future.exception()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(iscoroutine(each) for each in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _wake, waiter)
    unfinished = len(fs)

    def on_done(future):
        nonlocal unfinished
        unfinished -= 1
        failed = not future.cancelled() and future.exception() is not None
        if (
            unfinished <= 0
            or return_when == FIRST_COMPLETED
            or (return_when == FIRST_EXCEPTION and failed)
        ):
            if timer is not None:
                timer.cancel()
            _wake(waiter)

    for future in fs:
        future.add_done_callback(on_done)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(on_done)
    done = {future for future in fs if future.done()}
    return done, fs - done


async def _cancel_and_wait(future):
    loop = get_running_loop()
    waiter = loop.create_future()

    def on_done(_):
        _wake(waiter)

    future.add_done_callback(on_done)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(on_done)


async def wait_for(fut, timeout):
    loop = get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        return _result_or_timeout(fut)
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _wake, waiter)

    def on_done(_):
        _wake(waiter)

    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(on_done)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(on_done)
            # Nothing is left running behind the back of who is cancelled.
            await _cancel_and_wait(fut)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(on_done)
        await _cancel_and_wait(fut)
        return _result_or_timeout(fut)
    finally:
        timer.cancel()


def _result_or_timeout(future):
    try:
        return future.result()
    except CancelledError as error:
        raise TimeoutError() from error


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def on_inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def on_outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(on_inner_done)

    inner.add_done_callback(on_inner_done)
    outer.add_done_callback(on_outer_done)
    return outer


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    loop = get_event_loop()
    arrived = Queue()
    pending = {ensure_future(each, loop=loop) for each in set(fs)}
    timer = None

    def on_timeout():
        for future in pending:
            future.remove_done_callback(on_done)
            # In the place of each that didn't come.
            arrived.put_nowait(None)
        pending.clear()

    def on_done(future):
        if future not in pending:
            return
        pending.remove(future)
        arrived.put_nowait(future)
        if not pending and timer is not None:
            timer.cancel()

    async def next_one():
        future = await arrived.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in pending:
        future.add_done_callback(on_done)
    if pending and timeout is not None:
        timer = loop.call_later(timeout, on_timeout)
    for _ in range(len(pending)):
        yield next_one()


class Timeout:
    """Cancels its task at a time, and makes a timeout of the cancellation."""

    def __init__(self, when):
        self._when = when
        self._task = None
        self._timer = None
        self._state = "created"

    def __repr__(self):
        words = [self._state]
        if self._state == "active":
            words.append(f"when={None if self._when is None else round(self._when, 3)}")
        return f"<Timeout [{self._state}]{' ' + words[1] if len(words) > 1 else ''}>"

    def when(self):
        return self._when

    def expired(self):
        return self._state in ("expiring", "expired")

    def reschedule(self, when):
        if self._state != "active":
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        if when is None:
            self._timer = None
            return
        loop = get_running_loop()
        if when <= loop.time():
            self._timer = loop.call_soon(self._on_timeout)
        else:
            self._timer = loop.call_at(when, self._on_timeout)

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._timer = None

    async def __aenter__(self):
        self._state = "active"
        self._task = current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._cancelling = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, traceback):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._cancelling and kind is CancelledError:
                raise TimeoutError from error
        elif self._state == "active":
            self._state = "exited"
        return None


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


async def to_thread(func, /, *args, **kwargs):
    loop = get_running_loop()
    context = contextvars.copy_context()
    return await loop.run_in_executor(None, lambda: context.run(func, *args, **kwargs))


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future as PoolFuture
    future = PoolFuture()

    def start():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as error:
            future.set_exception(error)
            raise
        task.add_done_callback(copy_state)

    def copy_state(task):
        if task.cancelled():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
        if task.exception() is not None:
            future.set_exception(task.exception())
        else:
            future.set_result(task.result())

    loop.call_soon_threadsafe(start)
    return future
