import threading

class Safe:
    def __init__(self, iterator):
        self.iterator = iter(iterator)
        self.lock = threading.Lock()
    def __iter__(self):
        return self
    def __next__(self):
        with self.lock:
            return next(self.iterator)

numbers = Safe(range(100))
taken = []
def take():
    for n in numbers:
        taken.append(n)
threads = [threading.Thread(target=take) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(taken) == list(range(100)))
