from itertools import product

SHAPE = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}


def step(alive):
    around = [d for d in product((-1, 0, 1), repeat=2) if d != (0, 0)]
    counts = {}
    for x, y in alive:
        for dx, dy in around:
            counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in alive)}


def show(alive, size=6):
    for y in range(size):
        print("".join("#" if (x, y) in alive else "." for x in range(size)))


cells = SHAPE
for generation in range(4):
    print("generation", generation, len(cells))
    show(cells)
    cells = step(cells)
print(cells == {(x + 1, y + 1) for x, y in SHAPE})
