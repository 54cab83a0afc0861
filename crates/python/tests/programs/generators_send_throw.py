def averager():
    total = count = 0
    average = None
    try:
        while True:
            try:
                value = yield average
            except ValueError as error:
                print("thrown in", error)
                continue
            total += value
            count += 1
            average = total / count
    finally:
        print("closing", count)


a = averager()
next(a)
print(a.send(10), a.send(20), a.throw(ValueError("skip")), a.send(30))
a.close()
try:
    next(a)
except StopIteration as stop:
    print("stopped", stop.value)


def inner():
    received = yield 1
    print("inner got", received)
    return "result"


def outer():
    result = yield from inner()
    print("outer has", result)
    yield from "ab"
    yield from [3]


g = outer()
print(next(g), g.send("hi"), list(g))


def count():
    yield 1
    return 5


c = count()
next(c)
try:
    next(c)
except StopIteration as stop:
    print(stop.value, repr(stop))
print(sum(x * x for x in range(5)), list(zip(count(), "a")), [*count()])
