# warnings: notes that go to standard error, each only once for a place.

import sys

# Who matches first decides: action, text that the message begins with, class.
_defaults = [
    ('default', '', DeprecationWarning),
    ('ignore', '', PendingDeprecationWarning),
    ('ignore', '', ImportWarning),
    ('ignore', '', ResourceWarning),
]
filters = list(_defaults)
_seen = set()
# Where warnings are kept instead of shown, the innermost last.
_records = []


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, '
                f'filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}')


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    place = _place(max(stacklevel, 1) - 1) or ('sys', 1, '', '')
    _decide(message, category, *place[:3])


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if isinstance(message, Warning):
        category = type(message)
    _decide(message, category, filename, lineno, '')


def _decide(message, category, file, line, text):
    words = str(message)
    action = 'default'
    for chosen, start, kind in filters:
        if issubclass(category, kind) and words.lower().startswith(start.lower()):
            action = chosen
            break
    if action == 'ignore':
        return
    if action == 'error':
        raise message if isinstance(message, Warning) else category(message)
    key = (words, category, line if action == 'default' else 0)
    if action != 'always':
        if key in _seen:
            return
        _seen.add(key)
    if _records:
        made = message if isinstance(message, Warning) else category(message)
        _records[-1].append(WarningMessage(made, category, file, line))
        return
    sys.stderr.write(_words(words, category, file, line, text))


def _words(message, category, file, line, text):
    words = f'{file}:{line}: {category.__name__}: {message}\n'
    if text.strip():
        words += f'  {text.strip()}\n'
    return words


def formatwarning(message, category, filename, lineno, line=None):
    return _words(str(message), category, filename, lineno, line or '')


def showwarning(message, category, filename, lineno, file=None, line=None):
    stream = sys.stderr if file is None else file
    stream.write(formatwarning(message, category, filename, lineno, line))


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    entry = (action, message, category)
    filters.insert(len(filters) if append else 0, entry)
    _seen.clear()


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, '', category, append=append)


def resetwarnings():
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning):
        self._record = record

    def __enter__(self):
        self._before = list(filters)
        if not self._record:
            return None
        _records.append([])
        return _records[-1]

    def __exit__(self, *details):
        filters[:] = self._before
        _seen.clear()
        if self._record:
            _records.pop()
