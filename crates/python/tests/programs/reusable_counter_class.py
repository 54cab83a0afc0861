import threading

class Counter:
    def __init__(self):
        self._value = 0
        self._lock = threading.Lock()

    def increment(self, by=1):
        with self._lock:
            self._value += by
            return self._value

    @property
    def value(self):
        with self._lock:
            return self._value

counter = Counter()
threads = [threading.Thread(target=counter.increment, kwargs={"by": n}) for n in range(10)]
[t.start() for t in threads]
[t.join() for t in threads]
print(counter.value)
