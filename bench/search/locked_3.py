import threading

value = 0
lock = threading.Lock()


def add():
    global value
    for _ in range(2):
        with lock:
            value += 1


threads = [threading.Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(value)
