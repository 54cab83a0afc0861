from concurrent.futures import ThreadPoolExecutor


def job(n):
    print("job", n)
    return n * n


with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(job, range(2))))
