from concurrent.futures import ThreadPoolExecutor
import threading

own = threading.local()

def prepare(word):
    own.word = word

def use(n):
    return own.word * n

with ThreadPoolExecutor(2, initializer=prepare, initargs=("ab",)) as pool:
    print(list(pool.map(use, range(3))))
for wrong in (0, -1):
    try:
        ThreadPoolExecutor(max_workers=wrong)
    except ValueError as error:
        print(error)
