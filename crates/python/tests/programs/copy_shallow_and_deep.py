import copy

a = [1, [2, 3], {"k": [4]}]
shallow, deep = copy.copy(a), copy.deepcopy(a)
a[1].append(99)
a[2]["k"].append(5)
print(shallow, deep, shallow[1] is a[1], deep[1] is a[1], a[:] == a, list(a) is a)


class Node:
    def __init__(self, name):
        self.name, self.links = name, []


x, y = Node("x"), Node("y")
x.links.append(y)
y.links.append(x)
z = copy.deepcopy(x)
print(z.name, z.links[0].links[0] is z, z is x, copy.copy(x).links is x.links)


class Custom:
    def __init__(self): self.n = 1
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deeply"


print(copy.copy(Custom()), copy.deepcopy([Custom()]), copy.deepcopy((1, [2])), copy.copy("text"), copy.deepcopy({1: {2}}))
b = c = [0]
b += [1]
print(c, b is c)
def change(items, extra=None):
    items.append(1)
    items = [2]
    return items
print(change(b), b)
