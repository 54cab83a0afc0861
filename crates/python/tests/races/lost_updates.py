import threading
import time

total = 0


def add():
    global total
    for _ in range(3):
        now = total
        time.sleep(0.0001)
        total = now + 1


threads = [threading.Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
