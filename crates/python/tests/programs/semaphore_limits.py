import threading
import time

semaphore = threading.Semaphore(2)
inside = 0
most = 0
lock = threading.Lock()

def visit(n):
    global inside, most
    with semaphore:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.05)
        with lock:
            inside -= 1

threads = [threading.Thread(target=visit, args=(n,)) for n in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most, inside)
bounded = threading.BoundedSemaphore(1)
bounded.acquire()
print(bounded.acquire(blocking=False), bounded.acquire(timeout=0.01))
bounded.release()
try:
    bounded.release()
except ValueError as error:
    print(error)
