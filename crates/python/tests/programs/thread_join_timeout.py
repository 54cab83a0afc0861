import threading
import time

def slow():
    time.sleep(0.5)

t = threading.Thread(target=slow)
t.start()
begin = time.time()
t.join(timeout=0.1)
print("waited", round(time.time() - begin, 1), t.is_alive())
t.join()
print(t.is_alive())
