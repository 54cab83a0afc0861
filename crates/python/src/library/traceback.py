# traceback: exceptions as texts.

import sys


def format_exc(limit=None, chain=True):
    error = _handling()
    return 'NoneType: None\n' if error is None else _format_exception(error, chain=chain)


def print_exc(limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write(format_exc(limit, chain))


def _error_of(exc, value):
    if value is not None and not isinstance(value, type(Ellipsis)):
        return value
    return exc


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    return _format_exception(_error_of(exc, value), chain=chain).splitlines(True)


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    error = _error_of(exc, value)
    (sys.stderr if file is None else file).write(_format_exception(error, chain=chain))


def format_exception_only(exc, /, value=None):
    return _own_lines(_error_of(exc, value))


def format_tb(tb, limit=None):
    owner = None if tb is None else _traceback_owner(tb)
    if owner is None:
        return []
    parts = []
    for line in _traceback_text(owner).splitlines(True):
        if line.startswith('  File') or line.startswith('  ['):
            parts.append(line)
        else:
            parts[-1] += line
    return parts


def print_tb(tb, limit=None, file=None):
    (sys.stderr if file is None else file).write(''.join(format_tb(tb)))


class FrameSummary:
    def __init__(self, filename, lineno, name):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, ''

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def extract_tb(tb, limit=None):
    owner = None if tb is None else _traceback_owner(tb)
    if owner is None:
        return []
    return [FrameSummary(*line) for line in _traceback_lines(owner)]


def print_stack(f=None, limit=None, file=None):
    pass


def format_stack(f=None, limit=None):
    return []
