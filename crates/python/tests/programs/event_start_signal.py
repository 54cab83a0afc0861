import threading
import time

ready = threading.Event()

def runner(n):
    ready.wait()
    time.sleep(n * 0.05)
    print("runner", n)

threads = [threading.Thread(target=runner, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
print("on your marks", ready.is_set())
time.sleep(0.1)
ready.set()
for t in threads:
    t.join()
print(ready.wait(0.1), ready.is_set())
ready.clear()
print(ready.wait(0.01))
