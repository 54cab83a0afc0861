import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future, ThreadPoolExecutor, TimeoutError, wait


def job(n):
    time.sleep(n / 10)
    if n == 2:
        raise ValueError(f"job {n}")
    return n


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(job, n) for n in (1, 2, 3)]
    done, pending = wait(futures, return_when=FIRST_COMPLETED)
    print(len(done), len(pending))
    try:
        futures[2].result(timeout=0.01)
    except TimeoutError:
        print("not yet")
    done, pending = wait(futures, return_when=FIRST_EXCEPTION)
    print(sorted(futures.index(f) for f in done))
print(repr(futures[1].exception()), futures[0].exception(), futures[2].result())
try:
    futures[1].result()
except ValueError as error:
    print("raised", error)
with ThreadPoolExecutor(1) as pool:
    slow = pool.submit(job, 1)
    waiting = pool.submit(job, 0)
    print(waiting.cancel(), waiting.cancelled(), slow.cancel())
try:
    waiting.result()
except CancelledError as error:
    print(type(error).__name__)
f = Future()
f.add_done_callback(lambda f: print("callback", f.result()))
f.set_result(5)
try:
    pool.submit(job, 1)
except RuntimeError as error:
    print(error)
try:
    ThreadPoolExecutor(0)
except ValueError as error:
    print(error)
