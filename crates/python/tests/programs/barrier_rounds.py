import threading
import time

barrier = threading.Barrier(3, action=lambda: print("all are there"))

def walker(n):
    for round in range(2):
        time.sleep(0.05 * (n + 1))
        barrier.wait()
    if n == 0:
        print(barrier.parties, barrier.n_waiting, barrier.broken)

threads = [threading.Thread(target=walker, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
broken = threading.Barrier(2)
try:
    broken.wait(timeout=0.05)
except threading.BrokenBarrierError as error:
    print("broken", broken.broken, repr(error))
