import threading
import time

def forever():
    n = 0
    while True:
        n += 1
        time.sleep(0.1)
        if n == 2:
            print("still running")

t = threading.Thread(target=forever, daemon=True)
t.start()
print(t.daemon, t.is_alive())
time.sleep(0.35)
print("main ends")
