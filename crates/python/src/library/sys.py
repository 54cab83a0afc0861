"""`sys`, as far as it makes sense here."""

argv = _arguments()
version = '3.11.7 (interleaved)'
maxsize = 9223372036854775807
maxunicode = 0x10ffff
platform = 'linux'
byteorder = 'little'
executable = ''
path = ['']
modules = _modules()
stdout = __stdout__ = _stdout
stderr = __stderr__ = _stderr


class _Version(tuple):
    major, minor, micro, releaselevel, serial = 3, 11, 7, 'final', 0

    def __repr__(self):
        return "sys.version_info(major=3, minor=11, micro=7, releaselevel='final', serial=0)"


version_info = _Version((3, 11, 7, 'final', 0))


def exit(status=None, /):
    raise SystemExit(status)


def exc_info():
    error = _handling()
    if error is None:
        return (None, None, None)
    return (_metaclass_of(error), error, error.__traceback__)


def exception():
    return _handling()


def getrecursionlimit():
    return _recursion_limit()


def setrecursionlimit(limit, /):
    _recursion_limit(limit)


def get_int_max_str_digits():
    return _digits_limit()


def set_int_max_str_digits(limit):
    _digits_limit(limit)


def getswitchinterval():
    return _switch_interval() / 1000000000


def setswitchinterval(interval, /):
    if interval <= 0:
        raise ValueError('switch interval must be strictly positive')
    _switch_interval(int(interval * 1000000000))


def getsizeof(value, default=None):
    if isinstance(value, str):
        return 49 + len(value)
    if isinstance(value, (list, tuple)):
        return 56 + 8 * len(value)
    if isinstance(value, int):
        return 28
    return 56


def intern(text, /):
    return text


def getrefcount(value, /):
    return 2


def getdefaultencoding():
    return 'utf-8'
