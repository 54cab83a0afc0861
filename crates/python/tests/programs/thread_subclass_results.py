import threading


class Summer(threading.Thread):
    def __init__(self, low, high):
        super().__init__(name=f"sum {low}-{high}")
        self.low, self.high = low, high
        self.total = None

    def run(self):
        self.total = sum(range(self.low, self.high))


class ReturningThread(threading.Thread):
    _value = None

    def run(self):
        if self._target is not None:
            self._value = self._target(*self._args, **self._kwargs)

    def join(self, *args):
        super().join(*args)
        return self._value


parts = [Summer(n, n + 250) for n in range(0, 1000, 250)]
for part in parts: part.start()
for part in parts: part.join()
print([(part.name, part.total) for part in parts], sum(part.total for part in parts) == sum(range(1000)))
r = ReturningThread(target=pow, args=(2, 10))
r.start()
print(r.join(), r.is_alive())
