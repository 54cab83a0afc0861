import time
from concurrent.futures import ThreadPoolExecutor, as_completed

SIZES = {"a.txt": 0.3, "b.txt": 0.1, "c.txt": 0.2}


def download(name):
    time.sleep(SIZES[name])
    return name, int(SIZES[name] * 1000)


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="dl") as pool:
    futures = {pool.submit(download, name): name for name in SIZES}
    for future in as_completed(futures):
        print(futures[future], future.result())
    print(list(pool.map(download, sorted(SIZES))))
print(all(future.done() for future in futures), [f.running() for f in futures])
