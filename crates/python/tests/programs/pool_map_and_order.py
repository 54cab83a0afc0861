import concurrent.futures
import time

def slow(n):
    time.sleep(0.3 - n * 0.1)
    return n

with concurrent.futures.ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(slow, range(3))))
    futures = {pool.submit(slow, n): n for n in range(3)}
    for future in concurrent.futures.as_completed(futures):
        print(futures[future], future.result())
    done, rest = concurrent.futures.wait([pool.submit(slow, n) for n in range(3)],
                                         return_when=concurrent.futures.FIRST_COMPLETED)
    print(len(done), len(rest))
    print(list(pool.map(pow, [2, 3], [3, 2])))
