# Five downloads and a pool of two threads: never more than
# two at the same time.
import time
from concurrent.futures import ThreadPoolExecutor


def download(page):
    time.sleep(1)
    return f"page {page}: {page * 100} bytes"


start = time.time()
with ThreadPoolExecutor(max_workers=2) as pool:
    for result in pool.map(download, range(1, 6)):
        print(result)
print(f"{time.time() - start:.1f} s")
