name, n, x = 'world', 42, 3.14159
print(f'hello {name}', f'{n}', f'{n:5}|{n:<5}|{n:^5}|{n:05}', f'{x:.2f} {x:8.3f} {x:e}')
print(f'{n!r} {name!r} {name!s:>8}', f'{n=} {x=:.1f} {name = }', f'{{literal}}', f'{n + 1}')
width, digits = 10, 3
print(f'{x:{width}.{digits}f}|', f'{name:*^{width}}', f'{n:,} {1234567:,} {1234567.891:_.2f}', f'{n:b} {n:x} {n:#x} {n:o}')
print(f'{0.25:.0%} {n:+d} {-n: d} {n: d}', f'{"nested " + f"{n}"}', f'{[i for i in range(3)]}')
print(f'{True} {None} {[1, "a"]} {dict(a=1)}', f"{'a' if n > 1 else 'b'}", f'{name[0]}{name[-1]}')
print(f'a{1}b{2}c' f'{3}' 'd', f'', f'{""}', f'{n:>{width}}')
class P:
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
p = P()
print(f'{p} {p:abc} {p!s} {p!r} {p!s:>6}', '%s %r' % (p, p), '{} {!r} {:x}'.format(p, p, p))
print(f'{1e10} {1e22:.3g} {123456789:.3e} {0.1:.20f} {100:c}')
