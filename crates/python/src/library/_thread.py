# _thread: the locks and threads of the machine.

TIMEOUT_MAX = 9223372036.0
error = RuntimeError


def get_ident():
    # Each thread has a stack of 8 MiB below that of the one before.
    return 140234567890752 - _thread_number() * 8392704


def get_native_id():
    return 4242 + _thread_number()


def _nanoseconds(blocking, timeout):
    """How long to wait: None is for ever."""
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout == -1:
        return None
    if timeout < 0:
        raise ValueError('timeout value must be a non-negative number')
    if timeout > TIMEOUT_MAX:
        raise OverflowError('timeout value is too large')
    return int(timeout * 1000000000)


class lock:
    def __init__(self):
        self._number = _make_lock('Lock')

    def acquire(self, blocking=True, timeout=-1):
        return _acquire(self._number, _nanoseconds(blocking, timeout))

    acquire_lock = acquire

    def release(self):
        if not _release(self._number):
            raise RuntimeError('release unlocked lock')

    release_lock = release

    def locked(self):
        return _is_held(self._number)

    locked_lock = locked

    def __enter__(self):
        return _acquire(self._number, None)

    def __exit__(self, *details):
        self.release()

    def __repr__(self):
        state = 'locked' if self.locked() else 'unlocked'
        return f'<{state} _thread.lock object at {_address(self)}>'


LockType = lock


def allocate_lock():
    return lock()


allocate = allocate_lock


class RLock:
    """A lock that who holds it can acquire again."""

    def __init__(self):
        self._number = _make_lock('RLock')
        self._owner = 0
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        limit = _nanoseconds(blocking, timeout)
        if self._is_owned():
            self._count += 1
            return True
        taken = _acquire(self._number, limit)
        if taken:
            self._owner = get_ident()
            self._count = 1
        return taken

    def release(self):
        if not self._is_owned():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if self._count == 0:
            self._owner = 0
            _release(self._number)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def _is_owned(self):
        return self._owner == get_ident()

    def _release_save(self):
        count, self._count, self._owner = self._count, 0, 0
        _release(self._number)
        return count

    def _acquire_restore(self, count):
        _acquire(self._number, None)
        self._owner = get_ident()
        self._count = count

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        return (f'<{state} _thread.RLock object owner={self._owner} count={self._count} '
                f'at {_address(self)}>')


class _Signal:
    """Threads wait here until another tells them to go on: who came first goes first."""

    def __init__(self, name):
        self._number = _make_signal(name)
        self.waiting = 0

    def wait(self, timeout):
        self.waiting += 1
        limit = None if timeout is None else max(0, int(timeout * 1000000000))
        told = _acquire(self._number, limit)
        if not told:
            self.waiting -= 1
        return told

    def tell(self, count):
        count = min(count, self.waiting)
        self.waiting -= count
        _notify(self._number, count)


class _local:
    """Attributes that each thread has for itself."""

    def __new__(cls, /, *args, **kwargs):
        made = object.__new__(cls)
        own = made.__dict__
        own['_arguments'] = args, kwargs
        own['_parts'] = {_thread_number(): {}}
        return made

    def _own(self):
        parts = object.__getattribute__(self, '_parts')
        number = _thread_number()
        own = parts.get(number)
        if own is None:
            own = parts[number] = {}
            args, kwargs = object.__getattribute__(self, '_arguments')
            self.__init__(*args, **kwargs)
        return own

    def __getattr__(self, name):
        own = object.__getattribute__(self, '_own')()
        if name in own:
            return own[name]
        kind = type(self)
        shown = '_thread._local' if kind is _local else kind.__name__
        raise AttributeError(f"'{shown}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        object.__getattribute__(self, '_own')()[name] = value

    def __delattr__(self, name):
        own = object.__getattribute__(self, '_own')()
        if name not in own:
            raise AttributeError(name)
        del own[name]


def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError('first arg must be callable')
    if not isinstance(args, tuple):
        raise TypeError('2nd arg must be a tuple')

    def live():
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            _write(2, f'Exception ignored in thread started by: {function!r}\n')
            _write(2, _format_exception(error))
            raise

    number = _start_thread(live, getattr(function, '__name__', 'thread'), True)
    if number is None:
        raise RuntimeError("can't start new thread")
    return 140234567890752 - number * 8392704


start_new = start_new_thread


def exit():
    raise SystemExit


exit_thread = exit


def _count():
    import threading
    return threading.active_count() - 1


def stack_size(size=0, /):
    return 0
