"""The module `math`."""

import math

from cases import case, rng

FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 3.0, 10.0, 100.0, 1000.0, 1e10, 1e-10, 1e300, 1e-300, 700.0, 710.0, -750.0, 5e-324, 22.5,
          -22.5, 171.0, 172.0, 23.0, 24.0, -1.5, -170.5, -200.5, 1024.0, 0.1, 1e5, math.pi, math.e, math.inf, -math.inf, math.nan]
FUNCTIONS = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "degrees", "erf", "erfc", "exp", "exp2", "expm1", "fabs",
             "gamma", "lgamma", "log", "log10", "log1p", "log2", "radians", "sin", "sinh", "sqrt", "tan", "tanh", "ulp"]

for name in FUNCTIONS:
    for x in FLOATS:
        case(name, getattr(math, name), x)
    for turn in range(12):
        reach = 1 if name in ("acos", "asin", "atanh") else 30
        x = rng.choice([rng.uniform(-reach, reach), rng.uniform(0, 1), rng.randint(-reach, reach) / 4])
        case(name, getattr(math, name), x)
for name in ["floor", "ceil", "trunc", "frexp", "modf"]:
    for x in FLOATS:
        case(name, getattr(math, name), x)
for name in ["atan2", "pow", "fmod", "remainder", "copysign", "nextafter", "isclose"]:
    for turn in range(30):
        case(name, getattr(math, name), rng.choice(FLOATS), rng.choice(FLOATS))
    for turn in range(20):
        case(name, getattr(math, name), rng.uniform(0, 20), rng.uniform(-9, 9))
for x in FLOATS:
    case("ldexp", math.ldexp, x, rng.choice([0, 1, -1, 1000, -1100, 5000, 10**15, -10**15]))
case("isclose to", lambda a, b, r, s: math.isclose(a, b, rel_tol=r, abs_tol=s), 1.0, 1.1, -1.0, 0.0)
case("isclose to", lambda a, b, r, s: math.isclose(a, b, rel_tol=r, abs_tol=s), 1.0, 1.1, 0.1, 0.0)
case("isclose to", lambda a, b, r, s: math.isclose(a, b, rel_tol=r, abs_tol=s), 0.0, 1e-10, 0.1, 1e-9)

INTS = [0, 1, 2, 5, 10, 25, 100, 170, -1, -5, 48, 360, 10**18, 2**64, 3**80, 10**30, 10**400, 2**1200 + 1]
for n in INTS:
    for name in ["log", "log2", "log10"]:
        case("int " + name, getattr(math, name), n)
    case("isqrt", math.isqrt, n)
    if n < 10**18:
        case("factorial", math.factorial, n)
case("factorial", math.factorial, 10**30)
for turn in range(100):
    a, b = rng.choice(INTS), rng.choice(INTS)
    case("gcd", math.gcd, a, b)
    case("lcm", math.lcm, a, b)
    n, k = rng.randint(-2, 80), rng.randint(-2, 80)
    case("comb", math.comb, n, k)
    case("perm", math.perm, n, k)
case("comb", math.comb, 10**20, 3)
case("comb", math.comb, 10**20, 10**20 - 2)
case("comb", math.comb, 10**40, 10**30)
case("comb", math.comb, 1000, 500)
case("perm", math.perm, 10**40, 10**30)

for turn in range(60):
    scale = rng.choice([1.0, 1e200, 1e-200, 1e-5])
    values = [rng.choice([rng.uniform(-1, 1) * scale, rng.uniform(-1, 1), rng.choice(FLOATS) if turn % 3 else 1e16])
              for _ in range(rng.randint(0, 6))]
    case("fsum", lambda *values: math.fsum(values), *values)
    case("hypot", math.hypot, *values)
for values in [[0.1] * 10, [1e308, 1e308], [1e308, 1e308, -1e308], [math.inf, -math.inf], [math.inf, math.nan], [1e16, 1.0, 1e-16],
               [1e16, 1.0, -1e-16], [2.0**53, 1.0, 2.0**-60], [-1e16, 1.0, 1e-16, 1e16]]:
    case("fsum", lambda *values: math.fsum(values), *values)
case("dist", lambda a, b, c, d: math.dist((a, b), (c, d)), 1.0, 2.0, 4.0, 6.0)
case("dist", lambda a, b, c, d: math.dist((a, b), (c, d)), 0.1, 0.2, 0.7, -0.9)
