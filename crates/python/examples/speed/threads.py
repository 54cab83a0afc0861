import threading
import time


def sleeper():
    for _ in range(100):
        time.sleep(0.01)


threads = [threading.Thread(target=sleeper) for _ in range(1000)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(threads))
