import threading

lock = threading.RLock()

def count(n):
    with lock:
        if n:
            print("deeper", n)
            count(n - 1)

count(3)
t = threading.Thread(target=count, args=(2,))
t.start()
t.join()
try:
    lock.release()
except RuntimeError as error:
    print(error)
