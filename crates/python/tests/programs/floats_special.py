import math
import sys

print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.fmod(-7, 3), -7 % 3, math.modf(3.25), math.frexp(8.0), math.ldexp(0.5, 4))
print(math.pi, math.e, math.tau, math.sqrt(2), math.hypot(3, 4), math.exp(1), math.log(100, 10), math.log2(8), math.log10(1000), math.log1p(0))
print(math.sin(1), math.cos(1), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), math.isclose(0.1 + 0.2, 0.3), math.prod([1, 2, 3]), math.dist((0, 0), (3, 4)))
print((2.5).is_integer(), (0.75).as_integer_ratio(), math.fsum([0.1] * 10), sum([0.1] * 10))
print(1e15, 1e16, 123456789012345680.0, 0.0001, 0.00001, 1.5e-7, 2.0, 1e100, 1 / 7, 22 / 7, 1e-320)
for action in ("1 / 0", "1.0 / 0", "1 % 0", "math.sqrt(-1)", "math.log(0)", "math.exp(1000)", "int(math.inf)", "int(math.nan)", "math.factorial(-1)", "0 ** -1", "divmod(1, 0)"):
    try:
        eval(action)
    except Exception as error:
        print(type(error).__name__, error)
print(math.copysign(1, -0.0), math.isnan(math.nan), math.nan in [math.nan], round(-0.4), 5 // 0.3, 2 ** -1, (-8) ** (1 / 3))
