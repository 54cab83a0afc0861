"""The way to the outside."""


def _hand_on(value):
    return value


class _Stream:
    """`sys.stdout` and `sys.stderr`"""

    def __init__(self, number, name):
        self._number = number
        self.name = name
        self.encoding = 'utf-8'
        self.errors = 'strict'
        self.closed = False
        self.mode = 'w'

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(
                f'write() argument must be str, not {_metaclass_of(text).__name__}')
        if text:
            _write(self._number, text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        _flush(self._number)

    def isatty(self):
        return False

    def fileno(self):
        return self._number

    def writable(self):
        return True

    def readable(self):
        return False

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='w' encoding='utf-8'>"


_stdout = _Stream(1, '<stdout>')
_stderr = _Stream(2, '<stderr>')


def print(*args, sep=' ', end='\n', file=None, flush=False):
    if sep is None:
        sep = ' '
    elif not isinstance(sep, str):
        raise TypeError(f'sep must be None or a string, not {_metaclass_of(sep).__name__}')
    if end is None:
        end = '\n'
    elif not isinstance(end, str):
        raise TypeError(f'end must be None or a string, not {_metaclass_of(end).__name__}')
    if file is None:
        file = _output()
        if file is None:
            return
    if file is _stdout:
        first = True
        for value in args:
            if first:
                first = False
            elif sep:
                _write(1, sep)
            text = str(value)
            if text:
                _write(1, text)
        if end:
            _write(1, end)
        if flush:
            _flush(1)
        return
    write = file.write
    for index, value in enumerate(args):
        if index and sep:
            write(sep)
        write(str(value))
    if end:
        write(end)
    if flush:
        file.flush()


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import _files
    return _files.opened(file, mode, encoding, errors, newline)


def input(prompt='', /):
    if prompt != '':
        _write(1, str(prompt))
    line = _read()
    if line is None:
        raise EOFError('EOF when reading a line')
    return line


def _compiled(source, file, mode):
    if isinstance(source, bytes):
        source = source.decode()
    if not isinstance(source, str):
        if _metaclass_of(source).__name__ == 'code':
            return source
        raise TypeError(f'{mode}() arg 1 must be a string, bytes or code object')
    return _compile(file, source, mode)


def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1):
    return _compile(filename, source, 'eval' if mode == 'eval' else 'exec')


def _run_in(code, module, globals, locals):
    """Runs code with dictionaries for variables, which then have what it has set."""
    if globals is None:
        if locals is None:
            return _run(code, module)
        names = locals
        module = module
    else:
        target = _new_module('exec')
        for key in list(globals):
            setattr(target, key, globals[key])
        names = locals if locals is not None and locals is not globals else None
        module = target
    if names is not None:
        for key in list(names):
            setattr(module, key, names[key])
    result = _run(code, module)
    target = globals if names is None else names
    if target is not None:
        for key, value in module.__dict__.items():
            if key != '__name__' and (key not in target or target[key] is not value):
                target[key] = value
    return result


def exec(source, globals=None, locals=None, /):
    _run_in(_compiled(source, '<string>', 'exec'), _caller_globals(), globals, locals)


def eval(source, globals=None, locals=None, /):
    return _run_in(_compiled(source, '<string>', 'eval'), _caller_globals(), globals, locals)


class _Quitter:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Use {self.name}() or Ctrl-D (i.e. EOF) to exit'

    def __call__(self, code=None):
        raise SystemExit(code)


quit = _Quitter('quit')
exit = _Quitter('exit')


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    code = _compile('<import-library>', 'import ' + name + ' as _found', 'exec')
    module = _new_module('import')
    _run(code, module)
    found = module._found
    if not fromlist and '.' in name:
        return _modules()[name.partition('.')[0]]
    return found
