# asyncio: the event loop, which calls what is ready, in order, and waits for what isn't.

# Timers that are due so soon are due now.
_CLOCK_RESOLUTION = 1e-9

_running_loops = {}
_set_loops = {}
# The policy's rule: the main thread gets a loop of its own when it first asks for one.
_asked = set()


class AbstractEventLoop:
    pass


class EventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = deque()
        # Timers by their time, and of equal times the first to be set first.
        self._scheduled = []
        self._timers = iter(range(1 << 62))
        self._thread = None
        self._stopping = False
        self._closed = False
        self._exception_handler = None
        self._executor = None
        self._debug = False
        # The task that it is running.
        self._current_task = None
        # Lets other threads wake the loop while it waits.
        self._waker = threading.Event()
        self._async_generators = []

    def __repr__(self):
        running, closed, debug = self.is_running(), self.is_closed(), self.get_debug()
        return f"<_UnixSelectorEventLoop running={running} closed={closed} debug={debug}>"

    def time(self):
        return time.monotonic()

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def is_running(self):
        return self._thread is not None

    def is_closed(self):
        return self._closed

    # What is called.

    def _must_be_open(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def call_soon(self, callback, *args, context=None):
        self._must_be_open()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self.call_soon(callback, *args, context=context)
        self._waker.set()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._must_be_open()
        handle = TimerHandle(when, callback, args, self, context)
        heappush(self._scheduled, (when, next(self._timers), handle))
        return handle

    def _soon(self, callback, future, context):
        """As call_soon, for what this module calls for each step of each task."""
        if self._closed:
            self._must_be_open()
        self._ready.append(Handle(callback, (future,), self, context))

    def _after(self, delay, callback, *args):
        """As call_later, for callbacks that look at no context variable."""
        when = time.monotonic() + delay
        handle = TimerHandle(when, callback, args, self, contextvars._context())
        heappush(self._scheduled, (when, next(self._timers), handle))
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._must_be_open()
        return Task(coro, loop=self, name=name, context=context)

    # How it runs.

    def run_forever(self):
        self._must_be_open()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        thread = threading.get_ident()
        if _running_loops.get(thread) is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        self._thread = thread
        _running_loops[thread] = self
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread = None
            del _running_loops[thread]

    def run_until_complete(self, future):
        self._must_be_open()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _running_loops.get(threading.get_ident()) is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        is_new = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(self._stop_after)
        try:
            self.run_forever()
        except BaseException:
            if is_new and future.done() and not future.cancelled():
                # Who raised it is told of it by this very error.
                future.exception()
            raise
        finally:
            future.remove_done_callback(self._stop_after)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _stop_after(self, future):
        if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
            return
        self.stop()

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._report_unseen()
        self._ready.clear()
        self._scheduled.clear()
        if self._executor is not None:
            self._executor.shutdown(wait=False)

    def _report_unseen(self):
        mine = [future for future in _unseen if future.get_loop() is self]
        _unseen[:] = [future for future in _unseen if future.get_loop() is not self]
        for future in mine:
            if future._is_unseen:
                self.call_exception_handler({
                    "message": f"{type(future).__name__} exception was never retrieved",
                    "exception": future._exception,
                    "future": future,
                })

    def _run_once(self):
        """Waits for what comes first, then calls what is ready now, and not what it adds."""
        scheduled = self._scheduled
        while scheduled and scheduled[0][2].cancelled():
            heappop(scheduled)
        if not self._ready and not self._stopping:
            timeout = max(0, scheduled[0][0] - self.time()) if scheduled else None
            self._waker.wait(timeout)
        self._waker.clear()
        now = self.time() + _CLOCK_RESOLUTION
        while scheduled and scheduled[0][0] < now:
            handle = heappop(scheduled)[2]
            if not handle.cancelled():
                self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()
        handle = None

    # What goes wrong.

    def set_exception_handler(self, handler):
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def default_exception_handler(self, context):
        error = context.get("exception")
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        details = (type(error), error, error.__traceback__) if error is not None else False
        _logger.error("\n".join(lines), exc_info=details)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
        else:
            self._exception_handler(self, context)

    # Threads.

    def run_in_executor(self, executor, func, *args):
        self._must_be_open()
        if executor is None:
            if self._executor is None:
                from concurrent.futures import ThreadPoolExecutor
                self._executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
            executor = self._executor
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        self._executor = executor

    async def shutdown_default_executor(self):
        if self._executor is None:
            return
        executor, self._executor = self._executor, None
        # Joining its threads would block the loop.
        done = self.create_future()

        def join():
            executor.shutdown(wait=True)
            self.call_soon_threadsafe(_wake, done)

        threading.Thread(target=join, name="asyncio-shutdown").start()
        await done

    async def shutdown_asyncgens(self):
        generators = _unfinished_async_generators()
        if generators:
            await gather(*[generator.aclose() for generator in generators], return_exceptions=True)


SelectorEventLoop = EventLoop


def get_running_loop():
    loop = _running_loops.get(threading.get_ident())
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def _get_running_loop():
    return _running_loops.get(threading.get_ident())


def new_event_loop():
    return EventLoop()


def set_event_loop(loop):
    thread = threading.get_ident()
    _asked.add(thread)
    _set_loops[thread] = loop


def get_event_loop():
    thread = threading.get_ident()
    loop = _running_loops.get(thread)
    if loop is not None:
        return loop
    if _set_loops.get(thread) is None and thread not in _asked and threading.current_thread() is threading.main_thread():
        set_event_loop(new_event_loop())
    loop = _set_loops.get(thread)
    if loop is None:
        name = threading.current_thread().name
        raise RuntimeError(f"There is no current event loop in thread {name!r}.")
    return loop


def _loop_for_a_task():
    return get_event_loop()


class Runner:
    """Has a loop of its own, and leaves nothing behind."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._is_closed = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *details):
        self.close()

    def get_loop(self):
        if self._is_closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            if self._loop_factory is None:
                self._loop = new_event_loop()
                set_event_loop(self._loop)
            else:
                self._loop = self._loop_factory()
            if self._debug is not None:
                self._loop.set_debug(self._debug)
            self._context = contextvars.copy_context()
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        task = loop.create_task(coro, context=self._context if context is None else context)
        return loop.run_until_complete(task)

    def close(self):
        if self._loop is None or self._is_closed:
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._loop_factory is None:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._is_closed = True


def _cancel_all_tasks(loop):
    tasks = [task for task in _unfinished.values() if task.get_loop() is loop]
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                "message": "unhandled exception during asyncio.run() shutdown",
                "exception": task.exception(),
                "task": task,
            })


def run(main, *, debug=None):
    if _get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug) as runner:
        return runner.run(main)
