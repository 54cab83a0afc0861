# timeit: how long something takes, in the machine's own time.

import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self._timer = timer
        self._globals = {} if globals is None else dict(globals)
        self._setup = self._ready(setup)
        self._stmt = self._ready(stmt)

    def _ready(self, what):
        if callable(what):
            return what
        code = compile(what, '<timeit-src>', 'exec')
        return lambda: exec(code, self._globals)

    def timeit(self, number=default_number):
        self._setup()
        stmt = self._stmt
        begin = self._timer()
        for _ in range(number):
            stmt()
        return self._timer() - begin

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
