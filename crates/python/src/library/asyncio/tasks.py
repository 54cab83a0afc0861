# asyncio: tasks, each a coroutine that runs step by step on its loop.

_task_numbers = iter(range(1, 1 << 62))
# All tasks that have not ended, by their identities.
_unfinished = {}


class Task(Future):
    # Whether it is to be cancelled at its next step, and how often that was asked for.
    _must_cancel = False
    _cancel_requests = 0
    # The future that it awaits.
    _waits_for = None

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = f"Task-{next(_task_numbers)}" if name is None else str(name)
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        _unfinished[id(self)] = self
        self._loop.call_soon(self._step, context=self._context)

    def _words(self):
        words = super()._words()
        if self._must_cancel:
            words[0] = "cancelling"
        words.insert(1, f"name={self._name!r}")
        words.insert(2, f"coro=<{_coroutine_in_words(self._coro)}>")
        if self._waits_for is not None:
            words.insert(3, f"wait_for={self._waits_for!r}")
        return words

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        self._is_unseen = False
        if self.done():
            return False
        self._cancel_requests += 1
        if self._waits_for is not None and self._waits_for.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._cancel_requests

    def uncancel(self):
        if self._cancel_requests > 0:
            self._cancel_requests -= 1
        return self._cancel_requests

    def _step(self, error=None):
        if self._state != _PENDING:
            raise InvalidStateError(f"_step(): already done: {self!r}, {error!r}")
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._waits_for = None
        self._loop._current_task = self
        try:
            if error is None:
                awaited = self._coro.send(None)
            else:
                awaited = self._coro.throw(error)
        except StopIteration as end:
            if self._must_cancel:
                # It was cancelled in its last step.
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(end.value)
        except CancelledError as cancelled:
            self._cancelled_by = cancelled
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as end:
            super().set_exception(end)
            raise
        except BaseException as failure:
            super().set_exception(failure)
        else:
            self._wait_for(awaited)
        finally:
            self._loop._current_task = None
            if self._state != _PENDING:
                del _unfinished[id(self)]
            self = None

    def _wait_for(self, awaited):
        """Goes on when what the coroutine awaits is there."""
        if getattr(awaited, "_asyncio_future_blocking", False):
            awaited._asyncio_future_blocking = False
            if awaited._loop is not self._loop:
                problem = f"Task {self!r} got Future {awaited!r} attached to a different loop"
                self._fail_soon(RuntimeError(problem))
            elif awaited is self:
                self._fail_soon(RuntimeError(f"Task cannot await on itself: {self!r}"))
            else:
                awaited.add_done_callback(self._wake_up, context=self._context)
                self._waits_for = awaited
                if self._must_cancel and awaited.cancel(msg=self._cancel_message):
                    self._must_cancel = False
        elif isfuture(awaited):
            problem = f"yield was used instead of yield from in task {self!r} with {awaited!r}"
            self._fail_soon(RuntimeError(problem))
        elif awaited is None:
            self._loop.call_soon(self._step, context=self._context)
        elif inspect.isgenerator(awaited):
            problem = f"yield was used instead of yield from for generator in task {self!r} with {awaited!r}"
            self._fail_soon(RuntimeError(problem))
        else:
            self._fail_soon(RuntimeError(f"Task got bad yield: {awaited!r}"))

    def _fail_soon(self, error):
        self._loop.call_soon(self._step, error, context=self._context)

    def _wake_up(self, future):
        if future._state == _FINISHED and future._exception is None:
            self._step()
            return
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()
        self = None


def _coroutine_in_words(coroutine):
    name = f"{coroutine.__qualname__}()"
    code = coroutine.cr_code
    line = _generator_line(coroutine)
    if line is None:
        return f"{name} done, defined at {code.co_filename}:{code.co_firstlineno}"
    return f"{name} running at {code.co_filename}:{line}"


def current_task(loop=None):
    return (get_running_loop() if loop is None else loop)._current_task


def all_tasks(loop=None):
    loop = get_running_loop() if loop is None else loop
    return {task for task in _unfinished.values() if task.get_loop() is loop}


def create_task(coro, *, name=None, context=None):
    task = get_running_loop().create_task(coro, context=context)
    if name is not None:
        task.set_name(name)
    return task


class TaskGroup:
    """Tasks that end together: the first error cancels the others."""

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._parent = None
        self._parent_is_cancelled = False
        self._tasks = set()
        self._errors = []
        self._first_error = None
        self._all_done = None

    def __repr__(self):
        words = []
        if self._tasks:
            words.append(f"tasks={len(self._tasks)}")
        if self._errors:
            words.append(f"errors={len(self._errors)}")
        if self._aborting:
            words.append("cancelling")
        elif self._entered:
            words.append("entered")
        return f"<TaskGroup{' ' + ' '.join(words) if words else ''}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has been already entered")
        self._entered = True
        self._loop = get_running_loop()
        self._parent = current_task(self._loop)
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        return self

    async def __aexit__(self, kind, error, traceback):
        self._exiting = True
        if error is not None and self._is_fatal(error) and self._first_error is None:
            self._first_error = error
        cancelled = error if kind is CancelledError else None
        if self._parent_is_cancelled and self._parent.uncancel() == 0:
            # It was this group that cancelled the parent, nobody else.
            cancelled = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._all_done is None:
                self._all_done = self._loop.create_future()
            try:
                await self._all_done
            except CancelledError as other:
                if not self._aborting:
                    cancelled = other
                    self._abort()
            self._all_done = None
        if self._first_error is not None:
            raise self._first_error
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and kind is not CancelledError:
            self._errors.append(error)
        if self._errors:
            try:
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
            finally:
                self._errors = None

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._tasks:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = self._loop.create_task(coro, context=context)
        if name is not None:
            task.set_name(name)
        task.add_done_callback(self._on_done)
        self._tasks.add(task)
        return task

    def _is_fatal(self, error):
        return isinstance(error, (SystemExit, KeyboardInterrupt))

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_done(self, task):
        self._tasks.discard(task)
        if self._all_done is not None and not self._tasks and not self._all_done.done():
            self._all_done.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if self._is_fatal(error) and self._first_error is None:
            self._first_error = error
        if self._parent.done():
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task {self._parent} is already completed",
                "exception": error,
                "task": task,
            })
        elif not self._aborting and not self._parent_is_cancelled:
            self._abort()
            self._parent_is_cancelled = True
            self._parent.cancel()
