# datetime: points in time.

_EPOCH = _ordinal(1970, 1, 1)


class datetime(date, _Zoned):
    def __new__(
        cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None,
        *, fold=0,
    ):
        if month is None or day is None:
            missing, place = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{missing}' (pos {place})")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        fields = _check_time(hour, minute, second, microsecond, tzinfo)
        self._hour, self._minute, self._second, self._microsecond = fields
        self._zone = tzinfo
        return self

    @classmethod
    def _of(cls, micros, zone):
        # From microseconds since the beginning of 1970.
        days, rest = divmod(micros, _DAY)
        ordinal = days + _EPOCH
        if not 1 <= ordinal <= 3_652_059:
            raise OverflowError("date value out of range")
        seconds, microsecond = divmod(rest, _SECOND)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return cls(*_from_ordinal(ordinal), hour, minute, second, microsecond, zone)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(timestamp) == float("inf"):
            raise OverflowError("timestamp out of range for platform time_t")
        whole = int(timestamp // 1)
        micros = whole * _SECOND + round((timestamp - whole) * 1e6)
        year = _from_ordinal(micros // _DAY + _EPOCH)[0]
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"year {year} is out of range")
        if tz is None:
            return cls._of(micros, None)
        return tz.fromutc(cls._of(micros, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_clock.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_clock.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(date.year, date.month, date.day, *time._clock_fields(), zone)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        # The date has eight or ten characters, and one stands before the time.
        length = 10 if date_string[4:5] == "-" else 8
        day = _iso_date(date_string[:length])
        clock = (0, 0, 0, 0, None)
        if len(date_string) > length:
            clock = _read_time(date_string[length + 1:])
        if day is None or clock is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*day, *clock)

    @classmethod
    def strptime(cls, date_string, format):
        found = _time_parse(date_string, format)
        *fields, microsecond, offset, name = found
        zone = None
        if offset is not None:
            length = timedelta(seconds=offset)
            zone = timezone(length) if name is None else timezone(length, name)
        return cls(*fields[:6], microsecond, zone)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(*self._clock_fields())

    def timetz(self):
        return time(*self._clock_fields(), self._zone)

    def _micros(self):
        # Microseconds since the beginning of 1970, on the clock that it shows.
        hour, minute, second, microsecond = self._clock_fields()
        seconds = (hour * 60 + minute) * 60 + second
        return (self.toordinal() - _EPOCH) * _DAY + seconds * _SECOND + microsecond

    def _universal_micros(self):
        offset = self.utcoffset()
        return self._micros() if offset is None else self._micros() - offset._micros

    def timestamp(self):
        return self._universal_micros() / _SECOND

    def _fields(self):
        fields = date._fields(self)
        return fields[:3] + self._clock_fields()[:3] + fields[6:]

    def utctimetuple(self):
        universal = datetime._of(self._universal_micros(), None)
        return _clock.struct_time(universal._fields() + (0,))

    def isoformat(self, sep="T", timespec="auto"):
        clock = _iso_time(*self._clock_fields(), timespec)
        return date.isoformat(self) + sep + clock + self._zone_text()

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        fields = (self._year, self._month, self._day) + self._clock_fields()
        return f"{_shown_name(self)}({self._shown_fields(fields)})"

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None,
        microsecond=None, tzinfo=True,
    ):
        old = (self._year, self._month, self._day) + self._clock_fields()
        given = year, month, day, hour, minute, second, microsecond
        fields = [was if new is None else new for was, new in zip(old, given)]
        return type(self)(*fields, self._zone if tzinfo is True else tzinfo)

    def astimezone(self, tz=None):
        # The machine's own time zone is UTC.
        if tz is None:
            tz = timezone(timedelta(0), "UTC")
        return tz.fromutc(type(self)._of(self._universal_micros(), tz))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of(self._micros() + other._micros, self._zone)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._universal_micros() - other._universal_micros())

    def __hash__(self):
        return hash(self._universal_micros())

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._universal_micros() == other._universal_micros()

    def _compared(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                names = type(self).__name__, type(other).__name__
                raise TypeError("can't compare datetime.%s to datetime.%s" % names)
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._universal_micros() - other._universal_micros()

    def __lt__(self, other):
        distance = self._compared(other)
        return NotImplemented if distance is None else distance < 0

    def __le__(self, other):
        distance = self._compared(other)
        return NotImplemented if distance is None else distance <= 0

    def __gt__(self, other):
        distance = self._compared(other)
        return NotImplemented if distance is None else distance > 0

    def __ge__(self, other):
        distance = self._compared(other)
        return NotImplemented if distance is None else distance >= 0


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
