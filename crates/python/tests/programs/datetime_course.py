from datetime import date, datetime, time, timedelta, timezone

d = datetime(2024, 2, 28, 23, 59, 30)
print(d, d + timedelta(minutes=1), d.date(), d.time(), d.year, d.weekday(), d.isoformat(), repr(d))
print(d.strftime("%Y-%m-%d %H:%M:%S %A %j %p %y %B"), datetime.strptime("2024/03/01 05:06", "%Y/%m/%d %H:%M"), datetime.fromisoformat("2024-01-02T03:04:05"))
delta = datetime(2024, 3, 1) - datetime(2023, 3, 1)
print(delta, delta.days, delta.total_seconds(), timedelta(hours=25, seconds=1), -timedelta(days=1, hours=1), timedelta(1) * 2.5, timedelta(seconds=90) // timedelta(seconds=60), repr(timedelta(1, 2, 3)))
print(date(2024, 2, 29).replace(month=3), date(2000, 1, 1) < date(2024, 1, 1), date(2024, 12, 30).isocalendar(), date.fromordinal(738000), sorted([date(2024, 1, 2), date(2024, 1, 1)])[0])
print(time(5, 6), time(1, 2, 3, 4), datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=9))).isoformat(), d.replace(hour=0, microsecond=5))
for action in ("date(2023, 2, 29)", "datetime(2024, 13, 1)", "datetime.strptime('x', '%Y')"):
    try:
        eval(action)
    except Exception as error:
        print(type(error).__name__, error)
