import threading
import time

class ReadWriteLock:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0

    def acquire_read(self):
        with self._condition:
            self._readers += 1

    def release_read(self):
        with self._condition:
            self._readers -= 1
            if not self._readers:
                self._condition.notify_all()

    def acquire_write(self):
        self._condition.acquire()
        while self._readers:
            self._condition.wait()

    def release_write(self):
        self._condition.release()

lock, value = ReadWriteLock(), 0

def reader(n):
    lock.acquire_read()
    time.sleep(0.05)
    print("reads", value)
    lock.release_read()

def writer():
    global value
    time.sleep(0.02)
    lock.acquire_write()
    value = 7
    print("writes")
    lock.release_write()

threads = [threading.Thread(target=reader, args=(0,)), threading.Thread(target=writer)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(value)
