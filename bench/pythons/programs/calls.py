def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Counter:
    def __init__(self):
        self.total = 0

    def add(self, more):
        self.total += more
        return self


counter = Counter()
for i in range(200000):
    counter.add(i)
print(fib(25), counter.total)
