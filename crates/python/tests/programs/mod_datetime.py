from datetime import datetime, date, timedelta, time
d = datetime(2024, 2, 28, 13, 5, 9); print(d, repr(d), d.year, d + timedelta(days=2, hours=3), d.strftime('%Y/%m/%d %H-%M-%S %A %j'), d.isoformat(), d.weekday(), d.date(), d.time())
print(date(2024, 3, 1) - date(2024, 2, 1), timedelta(seconds=3661), timedelta(days=1, seconds=5).total_seconds(), repr(timedelta(minutes=90)), datetime.strptime('2021-05-06 07:08', '%Y-%m-%d %H:%M'), date.fromisoformat('2020-01-02').strftime('%d.%m.%y'))
print(datetime(2024, 1, 1) < datetime(2024, 1, 2), date(2023, 12, 25).isoweekday(), max(date(2020, 1, 1), date(2021, 1, 1)), d.replace(year=2000), timedelta(hours=5) / 2, timedelta(hours=5) * 3)
