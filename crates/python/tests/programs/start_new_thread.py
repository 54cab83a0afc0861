import _thread
import time

def f(n):
    print("in", n)

_thread.start_new_thread(f, (1,))
time.sleep(0.1)
lock = _thread.allocate_lock()
print(lock.acquire(), lock.locked())
