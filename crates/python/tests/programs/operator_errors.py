cases = [lambda: 1 + 'a', lambda: 'a' + 1, lambda: [1] + (2,), lambda: (1,) + [2], lambda: 'a' * 'b', lambda: [1] * 1.5, lambda: None + 1,
         lambda: 1 < 'a', lambda: [1] < [None], lambda: {} < {}, lambda: None > 0, lambda: 1 in 5, lambda: 5 in 'abc', lambda: 'a' in None,
         lambda: -[], lambda: ~1.5, lambda: 1 << -1, lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.5 // 0, lambda: 1.5 % 0,
         lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: divmod(1, 0), lambda: int(float('nan')), lambda: int(float('inf')), lambda: int('12a'),
         lambda: float('x.y'), lambda: int(None), lambda: float([]), lambda: int([]), lambda: complex('x'), lambda: 10 ** 400 * 1.0, lambda: 2.0 ** 5000,
         lambda: [1, 2].index(5), lambda: (1,).index(2), lambda: 'abc'.index('z'), lambda: [].pop(), lambda: [1].pop(5), lambda: {}.pop('k'), lambda: {}.popitem(),
         lambda: set().pop(), lambda: {1}.remove(2), lambda: [1].remove(3), lambda: list(5), lambda: tuple(None), lambda: set([[]]), lambda: dict([1]),
         lambda: dict([(1, 2, 3)]), lambda: sum(['a', 'b']), lambda: sum([1], 'a'), lambda: min([]), lambda: max(1), lambda: sorted(5), lambda: chr(-1), lambda: ord('ab'), lambda: ord(5),
         lambda: 'a'.join([1, 2]), lambda: ','.join(5), lambda: 'x'.split(''), lambda: '%d' % 'a', lambda: '%s %s' % 1, lambda: '%s' % (1, 2), lambda: '{} {}'.format(1),
         lambda: '{a}'.format(b=1), lambda: f'{1:s}', lambda: f'{"a":d}', lambda: f'{1.5:d}', lambda: format([], 'x'), lambda: 'a'.replace(1, 2), lambda: b'a' + 'b', lambda: 'é'.encode('ascii'),
         lambda: b'\xff'.decode(), lambda: bytes([256]), lambda: next(iter([])), lambda: next(5), lambda: iter(5), lambda: len(5), lambda: reversed(5), lambda: hash([]), lambda: abs('a'), lambda: round('a'),
         lambda: pow(2, -1, 4), lambda: pow(1, 2, 0), lambda: getattr(5, 'x'), lambda: setattr(5, 'x', 1), lambda: (5).x, lambda: object().x, lambda: object(1), lambda: type('X', 5, {}), lambda: 1,
         lambda: int('9' * 5000), lambda: str(10 ** 5000), lambda: [1, 2, 3][::0], lambda: 'abc'.center(10, 'xx'), lambda: bool(), lambda: zip([1], [1, 2], strict=True) and list(zip([1], [1, 2], strict=True)), lambda: enumerate(5), lambda: map(5), lambda: list(map(5, [1])), lambda: issubclass(1, int), lambda: super().x]
for n, case in enumerate(cases):
    try:
        print(n, case())
    except Exception as e:
        print(n, type(e).__name__, e)
