class Log:
    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        raise AttributeError(name)

    def __iadd__(self, other):
        self.calls.append(("+=", other))
        return self

    def __isub__(self, other):
        self.calls.append(("-=", other))
        return self

    def __imatmul__(self, other):
        self.calls.append(("@=", other))
        return self

    def __ilshift__(self, other):
        self.calls.append(("<<=", other))
        return self

    def __ior__(self, other):
        self.calls.append(("|=", other))
        return self


log = Log()
log += 1
log -= 2
log @= 3
log <<= 4
log |= 5
print(log.calls)
numbers = [1]
same = numbers
numbers += (2, 3)
print(same, same is numbers)
numbers = numbers + [4]
print(same, numbers)
a = 7
a //= 2; a **= 3; a %= 10; a <<= 2; a |= 1; a ^= 3; a &= 0xFE; a >>= 1
print(a)
pair = ([1], 2)
try:
    pair[0] += [2]
except TypeError as error:
    print(error, pair)
