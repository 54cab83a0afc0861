# warnings: notes that go to standard error, each only once.

import sys

_seen = set()
_action = 'default'


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if _action == 'error':
        raise message if isinstance(message, Warning) else category(message)
    key = (str(message), category)
    if _action == 'ignore' or key in _seen:
        return
    if issubclass(category, (PendingDeprecationWarning, ImportWarning, ResourceWarning)):
        return
    _seen.add(key)
    sys.stderr.write(f'{category.__name__}: {message}\n')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    global _action
    _action = action


def simplefilter(action, category=Warning, lineno=0, append=False):
    global _action
    _action = action


def resetwarnings():
    global _action
    _action = 'default'


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning):
        self._record = record

    def __enter__(self):
        self._before = _action
        return [] if self._record else None

    def __exit__(self, *details):
        global _action
        _action = self._before
