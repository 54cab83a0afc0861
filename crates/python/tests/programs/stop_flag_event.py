import threading
import time

stop = threading.Event()

def worker():
    n = 0
    while not stop.is_set():
        n += 1
        time.sleep(0.1)
    print("stopped after", n > 1)

t = threading.Thread(target=worker)
t.start()
time.sleep(0.35)
stop.set()
t.join()
print(t.is_alive())
