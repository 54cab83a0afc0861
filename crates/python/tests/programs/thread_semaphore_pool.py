import threading
import time

slots, inside, most = threading.BoundedSemaphore(2), 0, 0
guard = threading.Lock()


def visit(n):
    global inside, most
    with slots:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.01)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit, args=(n,)) for n in range(6)]
for t in threads: t.start()
for t in threads: t.join()
print(most, inside, slots.acquire(blocking=False), slots.acquire(timeout=0.01), slots.acquire(timeout=0.01))
slots.release(); slots.release()
s = threading.Semaphore(0)
print(s.acquire(False))
s.release(2)
print(s.acquire(), s.acquire(blocking=False), s.acquire(blocking=False))
