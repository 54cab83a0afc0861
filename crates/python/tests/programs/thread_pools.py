import concurrent.futures
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def work(number):
    time.sleep(number / 20)
    return number * number


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(work, number) for number in (3, 1, 2)]
    for future in as_completed(futures):
        print(future.result())
    print(list(pool.map(work, [2, 1, 0])))
    print(futures[0].done(), futures[0].running(), futures[0].cancelled(), futures[0].exception())

with ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker") as pool:
    print(pool.submit(lambda: threading.current_thread().name).result())
    blocker = pool.submit(time.sleep, 0.1)
    waiting = pool.submit(work, 0)
    time.sleep(0.03)
    print(blocker.cancel(), waiting.cancel(), waiting.cancelled(), blocker.running())
    try:
        waiting.result()
    except concurrent.futures.CancelledError as error:
        print(repr(error))
    try:
        blocker.result(timeout=0.001)
    except TimeoutError as error:
        print(repr(error))
    failing = pool.submit(lambda: 1 / 0)
    print(repr(failing.exception()))
    try:
        failing.result()
    except ZeroDivisionError as error:
        print("raised again:", error)
    failing.add_done_callback(lambda future: print("called back", future.done()))
    later = pool.submit(work, 1)
    later.add_done_callback(lambda future: print("called back with", future.result()))
    done, not_done = wait([later, failing], timeout=5)
    print(len(done), len(not_done))
    first = [pool.submit(work, 1), pool.submit(work, 4)]
    done, not_done = wait(first, return_when=concurrent.futures.FIRST_COMPLETED)
    print(len(done), len(not_done))
    try:
        for future in as_completed([pool.submit(work, 4)], timeout=0.01):
            print(future)
    except TimeoutError as error:
        print(error)
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)
for wrong in [lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(initializer=3)]:
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

pool = ThreadPoolExecutor(2, initializer=lambda word: print("initialized", word), initargs=("x",))
print(pool.submit(work, 0).result())
pool.shutdown(wait=True, cancel_futures=True)
executor = ThreadPoolExecutor(3)
executor.submit(lambda: (time.sleep(0.1), print("at the end")))
print("main ends")
