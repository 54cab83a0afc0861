# inspect: what things are.

import types

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 4, 8, 32, 128, 512
GEN_CREATED, GEN_RUNNING = 'GEN_CREATED', 'GEN_RUNNING'
GEN_SUSPENDED, GEN_CLOSED = 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'


def _unwrapped(thing):
    while True:
        if isinstance(thing, types.MethodType):
            thing = thing.__func__
        elif type(thing).__name__ == 'partial':
            thing = thing.func
        else:
            return thing


def _has_flag(thing, flag):
    thing = _unwrapped(thing)
    return isfunction(thing) and bool(thing.__code__.co_flags & flag)


def iscoroutine(thing):
    return isinstance(thing, types.CoroutineType)


def isgenerator(thing):
    return isinstance(thing, types.GeneratorType)


def isasyncgen(thing):
    return isinstance(thing, types.AsyncGeneratorType)


def isawaitable(thing):
    return isinstance(thing, (types.CoroutineType, types._Awaitable)) or hasattr(type(thing), '__await__')


def iscoroutinefunction(thing):
    return _has_flag(thing, CO_COROUTINE)


def isgeneratorfunction(thing):
    return _has_flag(thing, CO_GENERATOR)


def isasyncgenfunction(thing):
    return _has_flag(thing, CO_ASYNC_GENERATOR)


def isfunction(thing):
    return isinstance(thing, types.FunctionType)


def ismethod(thing):
    return isinstance(thing, types.MethodType)


def isbuiltin(thing):
    return isinstance(thing, types.BuiltinFunctionType)


def isroutine(thing):
    return isfunction(thing) or ismethod(thing) or isbuiltin(thing)


def isclass(thing):
    return isinstance(thing, type)


def ismodule(thing):
    return isinstance(thing, types.ModuleType)


def getdoc(thing):
    doc = getattr(thing, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    indent = min(indents) if indents else 0
    lines = [lines[0].lstrip()] + [line[indent:] for line in lines[1:]]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return '\n'.join(lines)


def _state(is_running, is_suspended, frame):
    if is_running:
        return 'RUNNING'
    if is_suspended:
        return 'SUSPENDED'
    return 'CLOSED' if frame is None else 'CREATED'


def getgeneratorstate(generator):
    return 'GEN_' + _state(generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    return 'CORO_' + _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getmembers(thing, predicate=None):
    found = [(name, getattr(thing, name)) for name in dir(thing)]
    return sorted([pair for pair in found if predicate is None or predicate(pair[1])])
