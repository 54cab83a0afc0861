def kind(x):
    match x:
        case 0: return 'zero'
        case 1 | 2 | 3: return 'small'
        case int(n) if n < 0: return f'negative {n}'
        case str() as s: return f'text {s}'
        case []: return 'empty'
        case [a]: return f'one {a}'
        case [a, b, *rest]: return f'many {a} {b} {rest}'
        case {'type': 'circle', 'r': r}: return f'circle {r}'
        case {'type': t, **others}: return f'{t} {others}'
        case None: return 'none'
        case True: return 'true'
        case (1.5): return 'float'
        case _: return 'other'
for v in [0, 2, -5, 'hi', [], [1], [1, 2], (1, 2, 3, 4), {'type': 'circle', 'r': 3}, {'type': 'sq', 'w': 1, 'h': 2}, None, 1.5, 3.7, {1}]: print(kind(v))
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def where(p):
    match p:
        case Point(0, 0): return 'origin'
        case Point(x=0, y=y): return f'y axis {y}'
        case Point(x, 0): return f'x axis {x}'
        case Point(x, y) if x == y: return 'diagonal'
        case Point(): return 'somewhere'
        case _: return 'no point'
for p in [Point(0, 0), Point(0, 3), Point(4, 0), Point(2, 2), Point(1, 2), 5]: print(where(p))
match 'go north'.split():
    case ['go', ('north' | 'south') as d]: print('going', d)
match [[1, 2], 3]:
    case [[a, b], c]: print(a, b, c)
import math
match 3.14:
    case math.pi: print('pi')
    case x: print('captured', x)
