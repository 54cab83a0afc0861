# bisect: places in sorted lists.


def _place(values, x, lo, hi, key, goes_left):
    if lo < 0:
        raise ValueError('lo must be non-negative')
    hi = len(values) if hi is None else hi
    while lo < hi:
        middle = (lo + hi) // 2
        value = values[middle] if key is None else key(values[middle])
        if goes_left(value, x):
            hi = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    return _place(a, x, lo, hi, key, lambda value, x: not value < x)


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    return _place(a, x, lo, hi, key, lambda value, x: x < value)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)


bisect = bisect_right
insort = insort_right
