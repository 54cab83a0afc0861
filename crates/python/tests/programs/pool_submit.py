from concurrent.futures import ThreadPoolExecutor
import time

def work(n):
    time.sleep(n * 0.05)
    if n == 3:
        raise ValueError("three")
    return n * 10

with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(work, n) for n in (1, 2, 3)]
    print(futures[0].result())
    print(futures[1].result(timeout=5))
    print(repr(futures[2].exception()))
    try:
        futures[2].result()
    except ValueError as error:
        print("raised", error)
    print([f.done() for f in futures], futures[0].running(), futures[0].cancelled())
