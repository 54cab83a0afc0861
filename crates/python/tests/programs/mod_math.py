import math
print(math.pi, math.sqrt(16), math.floor(2.7), math.ceil(2.1), math.factorial(10), math.gcd(12, 18), math.log(100, 10), math.log2(8), math.log10(1000))
print(math.sin(0), round(math.cos(math.pi), 5), math.hypot(3, 4), math.isnan(math.nan), math.inf > 1, math.trunc(-2.5), math.fsum([.1] * 10), math.comb(5, 2), math.perm(5, 2))
print(math.isqrt(17), math.prod([1, 2, 3]), math.copysign(1, -2), math.fmod(7, 3), math.modf(2.5), math.degrees(math.pi), math.isclose(0.1 + 0.2, 0.3), math.exp(1), math.e)
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt('x'), lambda: math.exp(1000)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
