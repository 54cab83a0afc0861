from concurrent.futures import ThreadPoolExecutor

def half(n):
    return 10 / n

with ThreadPoolExecutor() as pool:
    for result in pool.map(half, [2, 1, 0]):
        print(result)
