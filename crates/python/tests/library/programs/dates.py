import os
import random
import time

os.environ["TZ"] = "UTC"
time.tzset()

import datetime
from datetime import date, timedelta, timezone


def show(call, *arguments):
    try:
        print(repr(call(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


rng = random.Random(18)

print(timedelta(), timedelta(1), timedelta(-1, 5), timedelta(hours=-3), timedelta(days=400, microseconds=3))
for arguments in [{}, {"days": 1}, {"days": -1}, {"seconds": 1.5}, {"milliseconds": 0.0005}, {"milliseconds": 0.0015},
                  {"weeks": 1, "days": -7}, {"hours": 25, "minutes": -1}, {"days": 10**10}, {"days": 999999999, "hours": 24},
                  {"days": 10**9}, {"seconds": "1"}, {"days": 0.1, "hours": 0.1, "seconds": 1e-6}, {"microseconds": 0.5}, {"microseconds": 1.5}]:
    show(lambda: timedelta(**arguments))
    show(lambda: str(timedelta(**arguments)))
    show(lambda: timedelta(**arguments).total_seconds())
for turn in range(200):
    a = timedelta(rng.randint(-999, 999), rng.randint(-10**6, 10**6), rng.randint(-10**7, 10**7))
    b = rng.choice([timedelta(0), timedelta(seconds=1), timedelta(rng.randint(-9, 9), rng.randint(0, 99))])
    n = rng.choice([0, 1, -3, 7, 10**12])
    x = rng.choice([0.0, 0.5, -1.25, 1 / 3, 1e-3, float("inf"), float("nan")])
    for call in [lambda: a + b, lambda: a - b, lambda: -a, lambda: abs(a), lambda: a * n, lambda: n * a, lambda: a * x, lambda: a / b,
                 lambda: a / n, lambda: a / x, lambda: a // b, lambda: a // n, lambda: a % b, lambda: divmod(a, b),
                 lambda: (a < b, a <= b, a == b, a > b, a >= b, bool(a)), lambda: str(a), lambda: a == 1, lambda: hash(a) == hash(a + timedelta())]:
        show(call)
show(lambda: timedelta.max + timedelta.resolution)
print(timedelta.min, timedelta.max, timedelta.resolution)

for fields in [(2026, 11, 30), (2024, 2, 29), (2023, 2, 29), (0, 1, 1), (10000, 1, 1), (2020, 13, 1), (2020, 4, 31), (1, 1, 1), (9999, 12, 31), ("2020", 1, 1), (2020.0, 1, 1)]:
    show(lambda: date(*fields))
for turn in range(200):
    day = date.fromordinal(rng.randint(1, 3_652_059))
    print(day, repr(day), day.weekday(), day.isoweekday(), day.isocalendar(), day.toordinal(), day.ctime(), day.timetuple().tm_yday)
    print(day.strftime("%a %A %b %B %d %j %m %U %V %W %y %x %%z %z|%Z|%f"), f"{day:%d/%m} {day}", date.fromisoformat(str(day)) == day)
    print(date.fromisocalendar(*day.isocalendar()) == day)
    show(lambda: day + timedelta(rng.randint(-10**6, 10**6), rng.randint(-10**6, 10**6)))
    other = date.fromordinal(rng.randint(1, 3_652_059))
    print(day - other, day < other, day <= other, day == other, day.replace(day=1), hash(day) == hash(day.replace()))
for text in ["20261130", "2026-1-30", "", "2026-13-01", "2026-02-30", "2026/11/30", "nonsense"]:
    show(date.fromisoformat, text)
show(date.fromordinal, 0)
show(lambda: date(2020, 1, 1) - timedelta(10**6))
show(lambda: date(2020, 1, 1) == datetime.datetime(2020, 1, 1))
show(lambda: date(2020, 1, 1) < datetime.datetime(2020, 1, 1))
show(lambda: datetime.datetime(2020, 1, 1) < date(2020, 1, 1))
print(date.min, date.max, date.resolution, date.fromtimestamp(1_798_000_000.9))

kst = timezone(timedelta(hours=9))
for zone in [timezone.utc, kst, timezone(timedelta(hours=-3, minutes=-30)), timezone(timedelta(hours=9), "KST"), timezone(timedelta(0)), timezone(timedelta(seconds=30))]:
    print(zone, repr(zone), zone.utcoffset(None), zone.tzname(None), zone.dst(None), zone == kst)
show(lambda: timezone(timedelta(1)))
show(lambda: timezone(9))

for fields in [(), (23, 59, 59, 999999), (24,), (0, 60), (0, 0, 60), (0, 0, 0, 10**6), (-1,), (12, 30), (12, 30, 15), (12, 0, 0, 5), (1, 2, 3, 4, kst)]:
    show(lambda: datetime.time(*fields))
    show(lambda: str(datetime.time(*fields)))
print(datetime.time(1, 2) < datetime.time(1, 3), datetime.time(1, 2) == datetime.time(1, 2), f"{datetime.time(13, 5):%I:%M %p}", datetime.time(9).replace(minute=5))
show(lambda: datetime.time(1) < datetime.time(1, tzinfo=kst))
for text in ["12:30", "12", "12:30:15.25", "12:30+09:00", "12:30Z", "25:00", "1:30", "T10:00", "x"]:
    show(datetime.time.fromisoformat, text)

Point = datetime.datetime
for turn in range(200):
    a = Point.fromtimestamp(rng.uniform(-6e10, 2e11))
    b = Point.fromtimestamp(rng.randint(0, 2 * 10**9), rng.choice([None, kst, timezone.utc]))
    print(a, repr(a), a.timestamp(), b, repr(b), b.timestamp(), b.isoformat(), a.isoformat(" ", "milliseconds"))
    print(a.strftime("%Y-%m-%d %H:%M:%S.%f|%z|%Z|%p|%I|%c|%%f"), b.strftime("%z %Z"), a.ctime(), a.date(), a.time(), b.timetz())
    show(lambda: a - b)
    show(lambda: a < b)
    show(lambda: a == b)
    show(lambda: a + timedelta(rng.randint(-10**6, 10**6), rng.randint(0, 10**5), rng.randint(0, 10**6)))
    print(b.astimezone(kst), b.astimezone(timezone.utc), b.replace(microsecond=7, tzinfo=None), b.utctimetuple()[:6], tuple(b.timetuple()))
    print(Point.fromisoformat(a.isoformat()) == a, Point.fromisoformat(b.isoformat()) == b, Point.combine(a.date(), a.time()) == a, hash(a) == hash(a.replace()))
for stamp in [0, 1.5, -0.5, 0.0000005, 0.0000015, 0.9999999, 1_798_000_000.123456, float("nan"), float("inf"), 1e12]:
    show(Point.fromtimestamp, stamp)
for pair in [("2026-11-30 13:54:03", "%Y-%m-%d %H:%M:%S"), ("30/11/26 01:05 PM", "%d/%m/%y %I:%M %p"), ("12:00:01.5 +0900", "%H:%M:%S.%f %z"), ("2026", "%d"),
             ("2026-11-30x", "%Y-%m-%d"), ("2026-02-30", "%Y-%m-%d"), ("a", "%Q"), ("1 UTC +0000", "%d %Z %z")]:
    show(Point.strptime, *pair)
for text in ["2026-11-30", "2026-11-30T13", "2026-11-30 13:54:03.123456789", "2026-11-30T25:00", "20261130T13:54", "2026-11-30T13:54+09:00", "2026-11-30T", "nonsense here"]:
    show(Point.fromisoformat, text)
show(lambda: Point(2026, 11))
show(lambda: Point(2026, 11, 30, 24))
show(lambda: Point(2026, 11, 30, tzinfo=9))
show(lambda: Point.max + timedelta(1))
print(Point.min, Point.max, Point(2026, 1, 1) == date(2026, 1, 1), isinstance(Point(2026, 1, 1), date), abs((Point.now() - Point.today()).total_seconds()) < 60)
