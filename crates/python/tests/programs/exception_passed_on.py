import queue
import threading

errors = queue.Queue()

def risky(n):
    try:
        print(10 // n)
    except Exception as error:
        errors.put((n, error))

for n in (5, 0):
    t = threading.Thread(target=risky, args=(n,))
    t.start()
    t.join()
while not errors.empty():
    n, error = errors.get()
    print(n, type(error).__name__, error)
raise error
