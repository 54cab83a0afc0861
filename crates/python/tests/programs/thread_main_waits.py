import threading
import time

def slow(n):
    time.sleep(0.05 * n)
    print("thread", n, "ends")

for n in (3, 1, 2):
    threading.Thread(target=slow, args=(n,)).start()
print("main ends first")
