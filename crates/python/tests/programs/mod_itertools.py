import itertools as it
print(list(it.islice(it.count(5, 2), 4)), list(it.islice(it.cycle('ab'), 5)), list(it.repeat('x', 3)), list(it.chain([1], 'ab', (2,))), list(it.chain.from_iterable([[1], [2]])))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(it.takewhile(lambda x: x < 3, range(9))), list(it.dropwhile(lambda x: x < 3, range(5))))
print(list(it.product('ab', [1, 2])), list(it.permutations([1, 2, 3], 2)), list(it.combinations('abcd', 2)), list(it.combinations_with_replacement('ab', 2)), list(it.product([0, 1], repeat=2)))
print([(k, list(g)) for k, g in it.groupby('aaabbc')], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)], list(it.zip_longest('ab', [1], fillvalue='-')), list(it.pairwise([1, 2, 3])))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.compress('abc', [1, 0, 1])), list(it.filterfalse(None, [0, 1])), [list(t) for t in it.tee([1, 2])], list(it.islice('abcdefg', 2, None, 2)), list(it.islice(range(10), 3)))
