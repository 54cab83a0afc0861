import itertools as it

print(list(it.chain("ab", [1])), list(it.chain.from_iterable([[1], [2, 3]])), list(it.islice(it.count(5, 2), 3)), list(it.islice("abcdef", 1, 5, 2)))
print(list(zip(it.cycle("ab"), range(3))), list(it.repeat("x", 2)), list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)))
print(list(it.combinations("abc", 2)), list(it.permutations([1, 2, 3], 2)), list(it.product("ab", repeat=2)), list(it.combinations_with_replacement("ab", 2)))
print([(k, list(g)) for k, g in it.groupby("aabbbc")], list(it.takewhile(lambda n: n < 3, [1, 2, 5, 1])), list(it.dropwhile(lambda n: n < 3, [1, 5, 1])))
print(list(it.zip_longest("ab", [1], fillvalue="-")), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.filterfalse(lambda n: n % 2, range(5))), list(it.compress("abc", [1, 0, 1])))
print(list(it.pairwise([1, 2, 3])), [list(t) for t in it.tee([1, 2])])


def batches(values, size):
    iterator = iter(values)
    while batch := list(it.islice(iterator, size)):
        yield batch


print(list(batches(range(7), 3)), sum(1 for _ in it.product(range(3), repeat=4)))
