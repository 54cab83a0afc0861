# asyncio: callbacks that wait to be called.


class Handle:
    _cancelled = False

    def __init__(self, callback, args, loop, context):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = contextvars.copy_context() if context is None else context

    def __repr__(self):
        words = ["cancelled"] if self._cancelled else [f"{_name_of(self._callback)}()"]
        return f"<{type(self).__name__} {' '.join(words)}>"

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        # As the context's own `run`, but for its check: the loop is inside of none.
        contexts, thread = contextvars._current, _thread_number()
        before = contexts.get(thread)
        contexts[thread] = self._context
        args = self._args
        try:
            if len(args) == 1:
                self._callback(args[0])
            else:
                self._callback(*args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            message = f"Exception in callback {_name_of(self._callback)}{self._args!r}"
            self._loop.call_exception_handler({"message": message, "exception": error, "handle": self})
        finally:
            contexts[thread] = before
        self = None


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop, context):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = contextvars.copy_context() if context is None else context
        self._when = when

    def when(self):
        return self._when
