# The same three sums, a thread for each: they wait at the
# same time. Look for a line into which another thread has
# written.
import threading
import time


class Summer(threading.Thread):
    def __init__(self, name, low, high):
        super().__init__(name=name)
        self.low = low
        self.high = high

    def run(self):
        total = 0
        for number in range(self.low, self.high):
            total += number
            time.sleep(1)
            print(f"[{self.name}] total={total}")


start = time.time()
summers = [Summer("A", 1, 5), Summer("B", 5, 10), Summer("C", 10, 15)]
for summer in summers:
    summer.start()
for summer in summers:
    summer.join()
print(f"Done after {time.time() - start:.1f} s")
