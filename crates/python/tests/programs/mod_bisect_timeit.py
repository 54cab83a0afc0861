import bisect
import timeit
values = [1, 3, 3, 5]
print(bisect.bisect(values, 3), bisect.bisect_left(values, 3), bisect.bisect_right(values, 0))
bisect.insort(values, 4)
print(values, bisect.bisect_left([(1, "a"), (2, "b")], 2, key=lambda pair: pair[0]))
print(timeit.timeit("x = 1", number=10) >= 0, timeit.default_timer() >= 0, len(timeit.repeat(lambda: None, number=2, repeat=3)))
