# The threads that are alive, by their idents.
_alive = {}


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = f"Thread-{_next_number('Thread')}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._name = str(name)
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._started = Event()
        self._stopped = False
        self._handle = None
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        words = "initial"
        if self._stopped:
            words = "stopped"
        elif self._started.is_set():
            words = "started"
        if self._daemonic:
            words += " daemon"
        if self._ident is not None:
            words += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {words})>"

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        self._handle = _start_thread(self._live, self._name, self._daemonic)
        if self._handle is None:
            raise RuntimeError("can't start new thread")
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # What a thread has been given lives no longer than it runs.
            del self._target, self._args, self._kwargs

    def _live(self):
        self._enter()
        try:
            self.run()
        except BaseException as error:
            excepthook(ExceptHookArgs(type(error), error, error.__traceback__, self))
            raise
        finally:
            self._stopped = True
            del _alive[self._ident]

    def _enter(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _alive[self._ident] = self
        self._started.set()

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        limit = None if timeout is None else max(0, int(timeout * 1000000000))
        _join_thread(self._handle, limit)

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._stopped

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        warn("isDaemon() is deprecated, get the daemon attribute instead", DeprecationWarning)
        return self.daemon

    def setDaemon(self, daemonic):
        warn("setDaemon() is deprecated, set the daemon attribute instead", DeprecationWarning)
        self.daemon = daemonic

    def getName(self):
        warn("getName() is deprecated, get the name attribute instead", DeprecationWarning)
        return self.name

    def setName(self, name):
        warn("setName() is deprecated, set the name attribute instead", DeprecationWarning)
        self.name = name


class _MainThread(Thread):
    def __init__(self):
        # There is no current thread yet that it could be like.
        super().__init__(name="MainThread", daemon=False)
        self._enter()


class _DummyThread(Thread):
    """A thread that this module hasn't started."""

    def __init__(self):
        super().__init__(name=f"Dummy-{_next_number('Dummy')}", daemon=True)
        self._enter()

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


class Timer(Thread):
    """Calls a function after a while, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class ExceptHookArgs:
    def __init__(self, exc_type, exc_value, exc_traceback, thread):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.thread = thread


def excepthook(args):
    if args.exc_type is SystemExit:
        return
    name = get_ident() if args.thread is None else args.thread.name
    print(f"Exception in thread {name}:", file=sys.stderr)
    sys.stderr.write(_format_exception(args.exc_value))


__excepthook__ = excepthook


def current_thread():
    thread = _alive.get(get_ident())
    return _DummyThread() if thread is None else thread


def currentThread():
    warn("currentThread() is deprecated, use current_thread() instead", DeprecationWarning)
    return current_thread()


def main_thread():
    return _main_thread


def enumerate():
    return list(_alive.values())


def active_count():
    return len(_alive)


def activeCount():
    warn("activeCount() is deprecated, use active_count() instead", DeprecationWarning)
    return active_count()


# What pools of threads do before the others are waited for, the last first.
_at_shutdown = []


def _register_atexit(function, *args, **kwargs):
    _at_shutdown.append((function, args, kwargs))


def _shutdown():
    """The main thread has come to its end: waits for all that aren't daemons."""
    while _at_shutdown:
        function, args, kwargs = _at_shutdown.pop()
        function(*args, **kwargs)
    while True:
        others = [thread for thread in enumerate() if thread is not _main_thread and not thread.daemon]
        if not others:
            return
        for thread in others:
            _join_thread(thread._handle, None)


_main_thread = _MainThread()
