import threading
import time


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.condition = threading.Condition()

    def put(self, item):
        with self.condition:
            self.condition.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.condition.notify_all()

    def get(self):
        with self.condition:
            while not self.items:
                self.condition.wait()
            item = self.items.pop(0)
            self.condition.notify_all()
            return item


buffer, got = Buffer(2), []


def produce():
    for n in range(6):
        buffer.put(n)
        time.sleep(0.01)


def consume():
    for _ in range(6):
        got.append(buffer.get())
        time.sleep(0.02)


threads = [threading.Thread(target=f) for f in (produce, consume)]
for t in threads: t.start()
for t in threads: t.join()
print(got, buffer.items)
