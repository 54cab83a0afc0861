import math

n, x = 1234567, 3.14159265
print(f"{n:,} {n:_} {n:x} {n:#X} {n:b} {n:o} {n:e} {n:15} {n:<15}| {n:^15}| {n:+}")
print(f"{x:.2f} {x:8.3f} {x:<8.1f}| {x:+.0f} {x:e} {x:.3g} {x:%} {x:.1%} {-x:08.2f} {x!r:>12}")
print(f"{1e10} {1e16} {1e-5} {123456789.123456789} {0.1 + 0.2} {1/3} {100.0} {-0.0} {1e300 * 10}")
print(f"{math.inf} {-math.inf} {math.nan} {math.inf:5} {5e-324} {2**0.5:.10f} {1e22} {1e21:.0f}")
width, precision = 10, 3
print(f"{x:{width}.{precision}}|{'mid':*^{width}}|{True:5}|{None!s:>6}|{'text':.2}")
print("{:>5}|{:<5}|{:^5}|{:05d}|{:+d}".format(1, 2, 3, 4, 5), "{0}{1}{0} {name!r}".format("a", "b", name="c"))
print("%5d|%-5d|%05d|%x|%o|%e|%.2f|%s|%r|%c|%%" % (1, 2, 3, 255, 8, 12345.678, 2.5, "s", "r", "c"))
print("%(a)s and %(b)03d" % {"a": 1, "b": 2}, "%s" % (None,), "%-6s|%6.2f" % ("ab", x))
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(-1.5), int(-3.9), 7 // -2, 7 % -3, divmod(-7, 2))
print(f"{n=} {x=:.1f} {n + 1 = }", f"{{literal}} {'nested ' + str({'a': 1}['a'])}")
for spec in ("q", ".2d", ",s"):
    try:
        print(format(5, spec))
    except ValueError as error:
        print(error)
