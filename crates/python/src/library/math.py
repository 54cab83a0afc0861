# math, on functions of the machine.

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float('inf')
nan = float('nan')

acos, acosh, asin, asinh, atan, atanh = (
    _math_acos, _math_acosh, _math_asin, _math_asinh, _math_atan, _math_atanh)
cbrt, cos, cosh, degrees, erf, erfc = (
    _math_cbrt, _math_cos, _math_cosh, _math_degrees, _math_erf, _math_erfc)
exp, exp2, expm1, fabs, gamma, lgamma = (
    _math_exp, _math_exp2, _math_expm1, _math_fabs, _math_gamma, _math_lgamma)
log1p, radians, sin, sinh, sqrt, tan, tanh, ulp = (
    _math_log1p, _math_radians, _math_sin, _math_sinh, _math_sqrt, _math_tan, _math_tanh, _math_ulp)
pow, fmod, remainder, atan2, copysign, nextafter = (
    _math_pow, _math_fmod, _math_remainder, _math_atan2, _math_copysign, _math_nextafter)
ldexp, frexp, modf, factorial, isqrt = (
    _math_ldexp, _math_frexp, _math_modf, _math_factorial, _math_isqrt)


def _log(x, function, name):
    if isinstance(x, int):
        return _math_log_of_int(x, name)
    return function(x)


def log(x, base=None, /):
    value = _log(x, _math_log, 'log')
    if base is None:
        return value
    return _math_log_to_base(value, _log(base, _math_log, 'log'))


def log2(x, /):
    return _log(x, _math_log2, 'log2')


def log10(x, /):
    return _log(x, _math_log10, 'log10')


def floor(x, /):
    method = getattr(type(x), '__floor__', None)
    if method is not None:
        return method(x)
    return x if isinstance(x, int) else _math_floor(x)


def ceil(x, /):
    method = getattr(type(x), '__ceil__', None)
    if method is not None:
        return method(x)
    return x if isinstance(x, int) else _math_ceil(x)


def trunc(x, /):
    return int(x)


def isnan(x, /):
    return float(x) != x


def isinf(x, /):
    return x in (inf, -inf)


def isfinite(x, /):
    return x - x == 0


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    return _math_isclose(a, b, rel_tol, abs_tol)


def gcd(*integers):
    result = 0
    for number in integers:
        result = _math_gcd(result, number)
    return result


def lcm(*integers):
    result = 1
    for number in integers:
        result = _math_lcm(result, number)
    return result


def comb(n, k, /):
    return _math_comb(n, k)


def perm(n, k=None, /):
    return factorial(n) if k is None else _math_perm(n, k)


def fsum(seq, /):
    return _math_fsum(list(seq))


def hypot(*coordinates):
    return _math_hypot(coordinates)


def dist(p, q, /):
    return _math_dist(tuple(p), tuple(q))


def prod(iterable, /, *, start=1):
    for value in iterable:
        start = start * value
    return start
