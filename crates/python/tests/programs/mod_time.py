import time
t = time.time(); time.sleep(0.01); d = time.time() - t
print(0.009 < d < 0.5, time.perf_counter() > 0, time.monotonic() > 0, isinstance(time.time_ns(), int))
print(time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(0)), time.gmtime(86400).tm_mday, time.strftime('%a %b %d', time.gmtime(1e9)))
try: time.sleep(-1)
except ValueError as e: print(e)
