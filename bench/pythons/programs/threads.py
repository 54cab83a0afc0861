import threading
import time


def work():
    for _ in range(100):
        time.sleep(0.001)


threads = [threading.Thread(target=work) for _ in range(1000)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("Done!!!")
