import threading
import time

class Summer(threading.Thread):
    def __init__(self, low, high):
        super().__init__()
        self.low, self.high = low, high
        self.result = None

    def run(self):
        time.sleep(0.05 * self.low)
        self.result = sum(range(self.low, self.high))

threads = [Summer(1, 10), Summer(2, 20), Summer(0, 5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
    print(t.name, t.result, t.is_alive())
print(sum(t.result for t in threads))
