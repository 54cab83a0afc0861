a = list(range(10))
a[2:4] = ["x", "y", "z"]
print(a)
a[::3] = [0, 0, 0, 0]
print(a)
del a[1:3]
print(a)
del a[::2]
print(a)
a[1:1] = [7, 8]
a[len(a):] = [9]
print(a, a[-3:], a[::-1], a[5:1:-2], a[:-1], a[100:], a[-100:2])
try:
    a[::2] = [1]
except ValueError as error:
    print(error)
try:
    a[1:2] = 5
except TypeError as error:
    print(error)
text = "concurrency"
print(text[3:6], text[::-1], text[-3:], text[::2], text[8:2:-1], slice(1, 9, 2).indices(5))
matrix = [[1, 2, 3], [4, 5, 6]]
print([row[::-1] for row in matrix], [list(column) for column in zip(*matrix)])
a[:] = []
print(a)
