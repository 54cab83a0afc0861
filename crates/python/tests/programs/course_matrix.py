def matmul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
m = [[1, 2], [3, 4]]; print(matmul(m, m), [list(r) for r in zip(*m)], [[1 if i == j else 0 for j in range(3)] for i in range(3)])
for row in m: print(' '.join(f'{v:4d}' for v in row))
def det(a): return a[0][0] if len(a) == 1 else sum((-1) ** j * a[0][j] * det([r[:j] + r[j + 1:] for r in a[1:]]) for j in range(len(a)))
print(det([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
def hanoi(n, a='A', b='B', c='C'): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(hanoi(3), len(hanoi(6)))
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms('abc'), [bin(i)[2:].zfill(3) for i in range(8)])
def queens(n, row=0, cols=()): return 1 if row == n else sum(queens(n, row + 1, cols + (c,)) for c in range(n) if all(c != k and abs(c - k) != row - i for i, k in enumerate(cols)))
print(queens(6))
grid = ['#..#', '....', '.##.']; print(*[''.join('X' if c == '#' else ' ' for c in r) for r in grid], sep='\n')
