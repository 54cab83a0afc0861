# datetime: times of day, and points in time.


def _check_time(hour, minute, second, microsecond, zone):
    fields = []
    for name, value, greatest in (
        ("hour", hour, 23),
        ("minute", minute, 59),
        ("second", second, 59),
        ("microsecond", microsecond, 999999),
    ):
        value = _whole(value)
        if not 0 <= value <= greatest:
            raise ValueError(f"{name} must be in 0..{greatest}")
        fields.append(value)
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(
            "tzinfo argument must be None or of a tzinfo subclass, not type "
            f"'{type(zone).__name__}'"
        )
    return fields


def _iso_time(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    text = f"{hour:02d}"
    if timespec == "hours":
        return text
    text += f":{minute:02d}"
    if timespec == "minutes":
        return text
    text += f":{second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _read_clock(text):
    # `12`, `12:30`, `12:30:15` or `12:30:15.5`; otherwise None.
    clock, point, fraction = text.replace(",", ".").partition(".")
    if point and (len(clock) != 8 or not (fraction.isascii() and fraction.isdigit())):
        return None
    parts = clock.split(":")
    if len(parts) > 3:
        return None
    for part in parts:
        if not (len(part) == 2 and part.isascii() and part.isdigit()):
            return None
    fields = [int(part) for part in parts] + [0] * (3 - len(parts))
    return *fields, int((fraction + "000000")[:6])


def _read_time(text):
    # A clock and perhaps an offset; otherwise None.
    zone = None
    if text.endswith("Z"):
        zone, text = timezone.utc, text[:-1]
    for sign in "+-":
        clock, found, offset = text.partition(sign)
        if found:
            fields = _read_clock(offset)
            if fields is None:
                return None
            length = timedelta(0, fields[2], fields[3], 0, fields[1], fields[0])
            zone, text = timezone(-length if sign == "-" else length), clock
    fields = _read_clock(text)
    return None if fields is None else (*fields, zone)


class _Zoned:
    # What times of day and points in time have in common.

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._zone

    @property
    def fold(self):
        return 0

    def _clock_fields(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _moment_of_zone(self):
        return self if isinstance(self, datetime) else None

    def utcoffset(self):
        return None if self._zone is None else self._zone.utcoffset(self._moment_of_zone())

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(self._moment_of_zone())

    def dst(self):
        return None if self._zone is None else self._zone.dst(self._moment_of_zone())

    def _zone_text(self):
        offset = self.utcoffset()
        return "" if offset is None else _offset_text(offset, ":")

    def _shown_fields(self, fields):
        # Seconds and microseconds are shown only where there are any.
        if fields[-1] == 0:
            fields = fields[:-1]
            if fields[-1] == 0:
                fields = fields[:-1]
        shown = ", ".join(map(str, fields))
        return shown if self._zone is None else f"{shown}, tzinfo={self._zone!r}"


class time(_Zoned):
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        fields = _check_time(hour, minute, second, microsecond, tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = fields
        self._zone = tzinfo
        return self

    @classmethod
    def fromisoformat(cls, time_string):
        fields = _read_time(time_string.removeprefix("T"))
        if fields is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        return cls(*fields)

    def isoformat(self, timespec="auto"):
        return _iso_time(*self._clock_fields(), timespec) + self._zone_text()

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_shown_name(self)}({self._shown_fields(self._clock_fields())})"

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, *self._clock_fields()[:3], 0, 1, -1))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        given = hour, minute, second, microsecond
        fields = [old if new is None else new for old, new in zip(self._clock_fields(), given)]
        return type(self)(*fields, self._zone if tzinfo is True else tzinfo)

    def _micros(self):
        hour, minute, second, microsecond = self._clock_fields()
        micros = ((hour * 60 + minute) * 60 + second) * _SECOND + microsecond
        offset = self.utcoffset()
        return micros if offset is None else micros - offset._micros

    def __hash__(self):
        return hash(self._micros())

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._micros() == other._micros()

    def _compared(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._micros() - other._micros()

    def __lt__(self, other):
        return self._compared(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compared(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compared(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compared(other) >= 0 if isinstance(other, time) else NotImplemented


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
