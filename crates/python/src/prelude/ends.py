"""How a program ends."""

# What `atexit` has been told to call.
_at_exit = []


def _run_at_exit():
    while _at_exit:
        func, args, kwargs = _at_exit.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            _write(2, 'Error in atexit._run_exitfuncs:\n')
            _write(2, _format_exception(error))


def _shut_down():
    threading = _modules().get('threading')
    if threading is not None:
        threading._shutdown()
    _run_at_exit()
    for coroutine in _unstarted_coroutines():
        name = coroutine.__qualname__
        _write(2, f"sys:1: RuntimeWarning: coroutine '{name}' was never awaited\n")


def _warn_never_awaited(coroutine):
    from warnings import warn
    warn(f"coroutine '{coroutine.__qualname__}' was never awaited", RuntimeWarning)
    _write(2, 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n')


def _report(error):
    if isinstance(error, SystemExit):
        status, text = _exit_status(error)
        if text:
            _write(2, text)
        return status
    _write(2, _format_exception(error))
    return 130 if isinstance(error, KeyboardInterrupt) else 1


def _exit_status(error):
    """What the process ends with, and what it says then."""
    code = error.code
    if code is None:
        return 0, ''
    if isinstance(code, int):
        return int(code) & 0xff, ''
    return 1, str(code) + '\n'
