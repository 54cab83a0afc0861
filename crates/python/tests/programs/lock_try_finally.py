import threading

lock = threading.Lock()
log = []

def careful(n):
    lock.acquire()
    try:
        log.append(n)
        if n == 2:
            raise ValueError(n)
    finally:
        lock.release()

for n in range(4):
    t = threading.Thread(target=careful, args=(n,))
    t.start()
    t.join()
print(log, lock.locked())
