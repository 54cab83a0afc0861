# atexit: what is called when the program ends, the last first.


def register(func, /, *args, **kwargs):
    _at_exit.append((func, args, kwargs))
    return func


def unregister(func, /):
    _at_exit[:] = [entry for entry in _at_exit if entry[0] != func]


def _clear():
    _at_exit.clear()


def _run_exitfuncs():
    _run_at_exit()
