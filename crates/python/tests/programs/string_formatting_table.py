rows = [('apple', 3, 1.25), ('kiwi', 12, 0.5), ('watermelon', 1, 4)]
print(f"{'name':<12}|{'qty':>5}|{'price':>8}"); print('-' * 27)
for name, qty, price in rows: print(f'{name:<12}|{qty:>5}|{price:>8.2f}')
for name, qty, price in rows: print('{:<12}|{:>5}|{:>8.2f}'.format(name, qty, price)); print('%-12s|%5d|%8.2f' % (name, qty, price))
print('{0:*^20}'.format('mid'), '{:>{w}}'.format('r', w=6), '{!r:>8}'.format('q'), '{:,}'.format(1234567), '{:.1%}'.format(0.256), '{:08.3f}'.format(3.14159), '{:+}'.format(5), '{:x}'.format(255), '{:#b}'.format(5), '{:c}'.format(65))
print('total: %s' % sum(q * p for _, q, p in rows), '%(a)d-%(b)s' % {'a': 1, 'b': 'x'}, '%%', '%5.1f%%' % 12.345, '%r' % 'q', '%x' % 255, '%10s|' % 'r', '%-10s|' % 'l', '%*d' % (5, 3), '%.3s' % 'abcdef')
print('{a.x} {b[k]} {c[0]}'.format(a=type('T', (), {'x': 1}), b={'k': 2}, c=[3]), '{{}}'.format(), '{:{}}|'.format('a', 4), '{0}{1}{0}'.format('x', 'y'), 'a{}b'.format(''), '{:>5}'.format(True), '{}'.format(None), '{:s}'.format('s'))
