from collections import deque


class Scheduler:
    """Coroutines by hand, as before asyncio."""

    def __init__(self):
        self.ready, self.time, self.sleeping = deque(), 0, []

    def add(self, task):
        self.ready.append(task)

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda pair: pair[0])
                self.time, task = self.sleeping.pop(0)
                self.ready.append(task)
            task = self.ready.popleft()
            try:
                wish = next(task)
            except StopIteration as stop:
                print(f"t={self.time} ended with {stop.value}")
                continue
            if wish is None:
                self.ready.append(task)
            else:
                self.sleeping.append((self.time + wish, task))


def worker(name, pauses):
    for n, pause in enumerate(pauses):
        print(name, n)
        yield pause
    return name.upper()


s = Scheduler()
s.add(worker("a", [3, None, 1]))
s.add(worker("b", [1, 1]))
s.add(worker("c", [None]))
s.run()
