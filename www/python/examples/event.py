# Runners wait for one signal, and all start at the same
# moment.
import threading
import time

go = threading.Event()


def runner(name, seconds):
    go.wait()
    time.sleep(seconds)
    print(f"{name} arrives")


threads = [
    threading.Thread(target=runner, args=("hare", 1), name="hare"),
    threading.Thread(target=runner, args=("tortoise", 2), name="tortoise"),
]
for thread in threads:
    thread.start()
print("on your marks")
time.sleep(1)
go.set()
for thread in threads:
    thread.join()
