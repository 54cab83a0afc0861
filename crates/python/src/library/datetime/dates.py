# datetime: dates.

_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _days_before_month(year, month):
    return _DAYS_BEFORE_MONTH[month - 1] + (month > 2 and _is_leap(year))


def _ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(ordinal):
    # 400 years have 146,097 days: so this is the year or the one after it.
    year = (ordinal - 1) * 400 // 146_097 + 1
    while _days_before_year(year + 1) < ordinal:
        year += 1
    while _days_before_year(year) >= ordinal:
        year -= 1
    day = ordinal - _days_before_year(year)
    month = 12
    while _days_before_month(year, month) >= day:
        month -= 1
    return year, month, day - _days_before_month(year, month)


def _whole(value):
    if isinstance(value, int):
        return value
    if hasattr(type(value), "__index__"):
        return value.__index__()
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _check_date(year, month, day):
    year, month, day = _whole(year), _whole(month), _whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _strftime(value, format, fields):
    # `%f`, `%z` and `%Z` are those of the value, the rest is the clock's.
    out = []
    parts = iter(format.split("%"))
    out.append(next(parts))
    for part in parts:
        letter = part[:1]
        if not letter:
            # Two signs, of which the second starts the next part.
            out.append("%%")
            out.append(next(parts, ""))
            continue
        if letter == "f" and hasattr(value, "microsecond"):
            text = f"{value.microsecond:06d}"
        elif letter == "z":
            offset = value.utcoffset() if hasattr(value, "utcoffset") else None
            text = "" if offset is None else _offset_text(offset, "")
        elif letter == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            text = name or ""
        elif letter == "f":
            text = "000000"
        else:
            out.append("%" + part)
            continue
        out.append(text.replace("%", "%%") + part[1:])
    return _clock.strftime("".join(out), fields)


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _iso_date(text):
    # `2026-11-30` or `20261130`; otherwise None.
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        parts = text[:4], text[5:7], text[8:]
    elif len(text) == 8:
        parts = text[:4], text[4:6], text[6:]
    else:
        return None
    for part in parts:
        if not (part.isascii() and part.isdigit()):
            return None
    return tuple(map(int, parts))


class date:
    def __new__(cls, year, month, day):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*_clock.localtime(timestamp)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_clock.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        fields = _iso_date(date_string)
        if fields is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        fourth = _ordinal(year, 1, 4)
        monday = fourth - (fourth - 1) % 7
        weeks = 52
        if date(year, 12, 28).isocalendar()[1] == 53:
            weeks = 53
        if not 1 <= week <= weeks:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls.fromordinal(monday + 7 * (week - 1) + day - 1)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        # A week belongs to the year that its Thursday is in.
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        week = (thursday - _ordinal(year, 1, 1)) // 7 + 1
        return IsoCalendarDate((year, week, self.isoweekday()))

    def timetuple(self):
        return _clock.struct_time(self._fields() + (-1,))

    def _fields(self):
        day_of_year = _days_before_month(self._year, self._month) + self._day
        return (self._year, self._month, self._day, 0, 0, 0, self.weekday(), day_of_year)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_shown_name(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        fields = self._fields()
        return _clock.strftime("%a %b %e %H:%M:%S ", fields + (-1,)) + f"{self._year:04d}"

    def strftime(self, format):
        return _strftime(self, format, self._fields() + (-1,))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 1 <= ordinal <= 3_652_059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self, other):
        # What is compared; a date and a point in time can't be.
        if not isinstance(other, date) or isinstance(other, datetime):
            return None
        return other._year, other._month, other._day

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __eq__(self, other):
        key = self._key(other)
        return NotImplemented if key is None else self._key(self) == key

    def __lt__(self, other):
        key = self._key(other)
        return NotImplemented if key is None else self._key(self) < key

    def __le__(self, other):
        key = self._key(other)
        return NotImplemented if key is None else self._key(self) <= key

    def __gt__(self, other):
        key = self._key(other)
        return NotImplemented if key is None else self._key(self) > key

    def __ge__(self, other):
        key = self._key(other)
        return NotImplemented if key is None else self._key(self) >= key


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
