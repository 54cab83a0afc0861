import threading
import time

lock = threading.Lock()

def holder():
    lock.acquire()
    print("held", lock.locked())
    time.sleep(0.2)
    lock.release()

t = threading.Thread(target=holder)
t.start()
time.sleep(0.05)
print(lock.acquire(blocking=False))
print(lock.acquire(timeout=0.05))
print(lock.acquire())
print(lock.locked())
lock.release()
print(lock.locked())
try:
    lock.release()
except RuntimeError as error:
    print(error)
t.join()
