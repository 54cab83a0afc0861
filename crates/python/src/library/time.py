# time, in the machine's own time: a sleep takes none of anybody's.

# When programs begin: the first of January 2026, at nine in the morning.
_epoch = 1767258000

timezone = 0
altzone = 0
daylight = 0
tzname = ('UTC', 'UTC')


class struct_time(tuple):
    """The fields of a moment."""

    def __new__(cls, fields):
        return tuple.__new__(cls, fields)

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = 'UTC'
    tm_gmtoff = 0

    def __repr__(self):
        names = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday',
                 'tm_yday', 'tm_isdst')
        parts = ', '.join(f'{name}={value}' for name, value in zip(names, self))
        return f'time.struct_time({parts})'


def sleep(seconds, /):
    if not isinstance(seconds, (int, float)):
        if not hasattr(seconds, '__index__'):
            name = type(seconds).__name__
            raise TypeError(f"'{name}' object cannot be interpreted as an integer")
        seconds = seconds.__index__()
    if seconds != seconds:
        raise ValueError('Invalid value NaN (not a number)')
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    if seconds > 9223372036:
        raise OverflowError('timestamp too large to convert to C _PyTime_t')
    _sleep(int(round(seconds * 1000000000)))


def time():
    return _epoch + _now() / 1000000000


def time_ns():
    return _epoch * 1000000000 + _now()


def monotonic():
    return 1000 + _now() / 1000000000


def monotonic_ns():
    return 1000000000000 + _now()


def perf_counter():
    return _now() / 1000000000


def perf_counter_ns():
    return _now()


def process_time():
    return _now() / 1000000000


def process_time_ns():
    return _now()


thread_time = process_time
thread_time_ns = process_time_ns


def _fields(seconds):
    if seconds is None:
        seconds = time()
    return struct_time(_time_fields(int(seconds // 1)) + (0,))


def gmtime(seconds=None, /):
    return _fields(seconds)


def localtime(seconds=None, /):
    return _fields(seconds)


def mktime(fields, /):
    return float(_time_seconds(_plain(fields)))


def _plain(fields):
    return tuple(fields)[:8]


def strftime(format, fields=None, /):
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    return _time_format(format, _plain(_fields(None) if fields is None else fields))


def asctime(fields=None, /):
    return _time_asctime(_plain(_fields(None) if fields is None else fields))


def ctime(seconds=None, /):
    return _time_asctime(_plain(_fields(seconds)))


def get_clock_info(name):
    raise ValueError('unknown clock')
