a = [3, 1, 2]
a.append(5); a.extend([4, 4]); a.insert(0, 9); a.insert(-1, 8)
print(a, a.pop(), a.pop(0), a.index(2), a.count(4), 5 in a, len(a))
a.remove(1)
a.sort(); print(a); a.sort(key=lambda n: -n); print(a); a.reverse(); print(a, a.copy() is a)
print(sorted("bca"), sorted([(1, "b"), (1, "a")]), sorted(["bb", "a", "ccc"], key=len, reverse=True), min(a), max(a, key=lambda n: n % 4), sum(a, 100))
b = a; b += [1]; print(a is b, a == b, [1, 2] < [1, 3], [1] * 3, [[0] * 2 for _ in range(2)])
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid, list(range(10, 0, -3)), [x for x in range(10) if x % 3 == 0], [(x, y) for x in "ab" for y in range(2)], [[x * y for x in range(3)] for y in range(2)])
recursive = [1]
recursive.append(recursive)
print(recursive, a[-2:], a[::2], list("abc"), tuple([1]), (), (1,), (1, 2) + (3,), (1, 2) * 2, (1, 2).count(1))
for action in ("[].pop()", "[1].remove(5)", "[1][3]", "(1,)[0] = 2", "[1] + (2,)", "[3, 'a'].sort()", "max([])", "[1].index(9)", "sum(['a'])"):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error)
a.clear(); print(a, bool(a))
