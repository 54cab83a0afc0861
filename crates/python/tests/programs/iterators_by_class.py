class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        self.now = self.start
        return self

    def __next__(self):
        if self.now == 0:
            raise StopIteration
        self.now -= 1
        return self.now + 1


print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)), 2 in Countdown(3), tuple(Countdown(1)))
iterator = iter(Countdown(2))
print(next(iterator), next(iterator), next(iterator, "end"))
values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)), list(values))
print(list(enumerate("ab", start=1)), list(zip([1, 2], "xy", (True, False))), list(map(pow, [2, 3], [3, 2])))
print(list(filter(None, [0, 1, "", "a"])), any([]), all([]), list(reversed(range(3))))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
for wrong in (5, None):
    try:
        iter(wrong)
    except TypeError as error:
        print(error)
