l = list(range(10)); print(l[2:5], l[:-3], l[-3:], l[::2], l[::-1], l[8:2:-2], l[100:], l[-100:3], l[5:2], slice(1, 5, 2), l[slice(1, 3)], slice(None, 5).indices(10))
l[2:4] = ['a', 'b', 'c']; print(l); l[::3] = [0, 0, 0, 0]; print(l); del l[1:3]; print(l); del l[::2]; print(l); l[1:1] = [7, 8]; print(l); l[:] = []; print(l)
t = tuple(range(6)); s = 'abcdefghij'; print(t[1:4], t[::-1], s[1:8:3], s[-1:-4:-1], range(10)[2:8:2], range(10)[::-1], range(0, 20, 3)[-1], len(range(10, 0, -3)), 6 in range(0, 10, 2), range(5) == range(0, 5, 1), range(3).index(2), 'héllo'[1:3], '한국어 문자'[::-1])
try: l[::2] = [1, 2, 3]
except ValueError as e: print(e)
