# datetime: durations, and time zones with a fixed offset.

import time as _clock

MINYEAR = 1
MAXYEAR = 9999

_DAY = 86_400_000_000
_SECOND = 1_000_000


def _nearest(top, bottom):
    # The int nearest to top / bottom, the even one of two.
    quotient, rest = divmod(top, bottom)
    if bottom < 0:
        rest, bottom = -rest, -bottom
    if 2 * rest > bottom or (2 * rest == bottom and quotient % 2 == 1):
        quotient += 1
    return quotient


def _shown_name(value):
    # The datetime classes show their module, classes made of them don't.
    kind = type(value)
    if kind.__module__ == "datetime":
        return "datetime." + kind.__qualname__
    return kind.__qualname__


class timedelta:
    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        micros = 0
        # What is below a microsecond is rounded all together.
        fractions = 0.0
        for name, count, unit in (
            ("microseconds", microseconds, 1),
            ("milliseconds", milliseconds, 1000),
            ("seconds", seconds, _SECOND),
            ("minutes", minutes, 60 * _SECOND),
            ("hours", hours, 3600 * _SECOND),
            ("days", days, _DAY),
            ("weeks", weeks, 7 * _DAY),
        ):
            if isinstance(count, int):
                micros += count * unit
            elif isinstance(count, float):
                whole = int(count)
                part = (count - whole) * unit
                micros += whole * unit + int(part)
                fractions += part - int(part)
            else:
                raise TypeError(
                    f"unsupported type for timedelta {name} component: {type(count).__name__}"
                )
        if fractions:
            rounded = round(fractions)
            if abs(rounded - fractions) == 0.5:
                # Half way, the sum is what shall be even.
                odd = micros % 2
                rounded = 2 * round((fractions + odd) * 0.5) - odd
            micros += rounded
        return cls._of(micros)

    @classmethod
    def _of(cls, micros):
        days, rest = divmod(micros, _DAY)
        if not -0x80000000 <= days < 0x80000000:
            raise OverflowError("Python int too large to convert to C int")
        if abs(days) > 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._micros = micros
        self._days = days
        self._seconds, self._microseconds = divmod(rest, _SECOND)
        return self

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def total_seconds(self):
        return self._micros / _SECOND

    def __repr__(self):
        fields = []
        if self._days:
            fields.append(f"days={self._days}")
        if self._seconds:
            fields.append(f"seconds={self._seconds}")
        if self._microseconds:
            fields.append(f"microseconds={self._microseconds}")
        return f"{_shown_name(self)}({', '.join(fields) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self._days:
            plural = "" if abs(self._days) == 1 else "s"
            text = f"{self._days} day{plural}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._micros + other._micros)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._micros - other._micros)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._micros - self._micros)
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._micros)

    def __pos__(self):
        return timedelta._of(self._micros)

    def __abs__(self):
        return timedelta._of(abs(self._micros))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._micros * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_nearest(self._micros * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._micros / other._micros
        if isinstance(other, int):
            return timedelta._of(_nearest(self._micros, other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_nearest(self._micros * bottom, top))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._micros // other._micros
        if isinstance(other, int):
            return timedelta._of(self._micros // other)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._micros % other._micros)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._micros, other._micros)
            return quotient, timedelta._of(rest)
        return NotImplemented

    def __bool__(self):
        return self._micros != 0

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __eq__(self, other):
        return self._micros == other._micros if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._micros < other._micros if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._micros <= other._micros if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._micros > other._micros if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._micros >= other._micros if isinstance(other, timedelta) else NotImplemented


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(0, 0, 1)


class tzinfo:
    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


def _offset_text(offset, separator):
    sign = "-" if offset._micros < 0 else "+"
    minutes, seconds = divmod(abs(offset)._micros // _SECOND, 60)
    text = f"{sign}{minutes // 60:02d}{separator}{minutes % 60:02d}"
    micros = abs(offset)._micros % _SECOND
    if seconds or micros:
        text += f"{separator}{seconds:02d}"
    if micros:
        text += f".{micros:06d}"
    return text


class timezone(tzinfo):
    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(
                "timezone() argument 1 must be datetime.timedelta, not " + type(offset).__name__
            )
        if name is not None and not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not " + type(name).__name__)
        if name is None and not offset and hasattr(cls, "utc"):
            return cls.utc
        if not -_DAY < offset._micros < _DAY:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                f"timedelta(hours=24), not {offset!r}."
            )
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset, ":") if self._offset else "")

    def dst(self, dt):
        return None

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"{_shown_name(self)}({self._offset!r}{name})"


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc
