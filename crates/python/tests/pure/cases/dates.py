"""The texts of `time` and `datetime`, in UTC."""

import os
import time

os.environ["TZ"] = "UTC"
time.tzset()

import calendar
import datetime

from cases import case, rng

SECONDS = [0, 1, -1, 86399, 86400, 1_000_000_000, 1_798_000_000, -2_208_988_800, 951_782_400, 1_709_164_800, 253_402_300_799,
           -62_135_596_800, 4_102_444_800] + [rng.randint(-6 * 10**10, 10**11) for _ in range(12)]
DIRECTIVES = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%"
FORMATS = ["", "plain", "%", "%Q", "%Y-%m-%d %H:%M:%S", "%y%m%d", "%-d/%-m", "%_d", "%0e", "%e", "%한글", "년 %Y월", "%-", "%-Q", "%E", "%5d", "%H:%M:%S.%f", "%-5d|", "%_5H|", "%05a|", "%12B|", "%8Y", "%1d", "%010e"]

for seconds in SECONDS:
    case("gmtime", lambda s: tuple(time.gmtime(s))[:8], seconds)
    case("asctime", lambda s: time.asctime(time.gmtime(s)), seconds)
    case("timegm", lambda s: calendar.timegm(time.gmtime(s)), seconds)
    case("isocalendar", lambda s: tuple((datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=s)).isocalendar())
         if 1 <= time.gmtime(s).tm_year <= 9999 else None, seconds)
    case("strftime", lambda s, f: time.strftime(f, time.localtime(s)), seconds, " ".join("%" + d for d in DIRECTIVES))
for format_ in FORMATS:
    case("strftime", lambda s, f: time.strftime(f, time.localtime(s)), 1_798_000_000, format_)
    case("datetime strftime", lambda s, f: datetime.datetime.fromtimestamp(s).strftime(f), 1_798_000_000, format_)
case("datetime strftime", lambda s, f: datetime.datetime.fromtimestamp(s).strftime(f), 0, "%z|%Z|%f|%%f")

FIELDS = [[2026, 11, 30, 13, 54, 3, 0, 334], [2026, 0, 0, 0, 0, 0, 0, 0], [2026, 13, 1, 0, 0, 0, 0, 1], [2026, 1, 32, 0, 0, 0, 0, 1], [2026, 1, 1, 24, 0, 0, 0, 1],
          [2026, 1, 1, 0, 60, 0, 0, 1], [2026, 1, 1, 0, 0, 62, 0, 1], [2026, 1, 1, 0, 0, 61, 7, 366], [2026, 1, 1, 0, 0, 0, -1, 1], [2026, 1, 1, 0, 0, 0, -2, 1],
          [2026, 1, 1, 0, 0, 0, 0, 367], [2026, 1, 1, 0, 0, 0, 0, -1], [2026, -1, 1, 0, 0, 0, 0, 1], [10**15, 1, 1, 0, 0, 0, 0, 1], [-44, 3, 15, 0, 0, 0, 0, 1]]


def spread(text):
    fields = (*map(int, text.split()), 0)
    return time.asctime(fields), time.strftime("%Y %m %d %H %M %S %w %j", fields)


for fields in FIELDS:
    case("fields", spread, " ".join(map(str, fields)))
for fields in ["2026 11 30 13 54 3", "2026 13 32 25 61 99", "2026 0 0 0 0 0", "2026 -5 -100 -1 -1 -1", "1969 12 31 23 59 58", "2026 1 100000 0 0 0"]:
    case("mktime", lambda t: int(time.mktime((*map(int, t.split()), 0, 0, 0))), fields)

PAIRS = [("2026-11-30", "%Y-%m-%d"), ("2026-11-30 13:54:03", "%Y-%m-%d %H:%M:%S"), ("30/11/26", "%d/%m/%y"), ("1/2/69", "%d/%m/%y"),
         ("Mon Nov 30 13:54:03 2026", "%a %b %d %H:%M:%S %Y"), ("Mon Nov 30 13:54:03 2026", "%c"), ("11/30/26", "%x"), ("13:54:03", "%X"),
         ("november 5 2020", "%B %d %Y"), ("NOV 5 2020", "%b %d %Y"), ("01:30 PM", "%I:%M %p"), ("12:30 am", "%I:%M %p"), ("12:30 PM", "%I:%M %p"),
         ("12:30", "%I:%M"), ("2020 60", "%Y %j"), ("2021 366", "%Y %j"), ("2020 10 1", "%Y %W %w"), ("2020 10 0", "%Y %U %w"), ("2020 0 3", "%Y %W %w"),
         ("2020 53 5", "%G %V %u"), ("2021 1 1", "%G %V %u"), ("2021 1", "%G %V"), ("2021", "%G"), ("5 3", "%V %u"), ("5", "%V"), ("2020 5 3", "%Y %V %u"),
         ("0.5", "%S.%f"), ("1.123456", "%S.%f"), ("12+0900", "%H%z"), ("12-03:30", "%H%z"), ("12Z", "%H%z"), ("12+09:00:30", "%H%z"), ("12+09:0030", "%H%z"),
         ("12 UTC", "%H %Z"), ("12 KST", "%H %Z"), ("111", "%m%d"), ("1111", "%m%d"), ("2020-02-30", "%Y-%m-%d"), ("2021-02-29", "%Y-%m-%d"), ("02-29", "%m-%d"),
         ("2020-13-01", "%Y-%m-%d"), ("2020-1-1x", "%Y-%m-%d"), ("", "%Y"), ("x", ""), ("", ""), ("100%", "100%%"), ("a", "%Q"), ("a", "%"), ("a", "% a"), ("a", "%."),
         ("2020년 3월", "%Y년 %m월"), ("a  b", "a b"), ("a b", "a  b"), ("ab", "a b"), (" 5", "%d"), ("20 20", "%H %M"), ("1 1", "%d%d"), ("24", "%H"), ("60", "%M"), ("61", "%S"), ("62", "%S"),
         ("0000", "%Y"), ("Sunday", "%A"), ("sun", "%a"), ("2020 Sun", "%Y %a"), ("it's", "%Y")]


def parse(text, format_):
    try:
        found, fraction, _ = __import__("_strptime")._strptime(text, format_)
    except Exception as error:
        if "redefinition" in str(error):
            raise ValueError("redefinition of group name 'd'") from None
        raise
    return (*found[:8], fraction, found[10], found[9])


for text, format_ in PAIRS:
    case("strptime", parse, text, format_)
