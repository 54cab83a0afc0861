a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a, a >= {1, 2}, a < b, {1}.issubset(a), a.isdisjoint({9}), len(a), 3 in a)
a.add(10); a.discard(99); a.remove(1); a.update([7, 8], (9,))
print(sorted(a), set(), {*"aab"} == {"a", "b"}, frozenset([1, 2]) | {3}, {x % 3 for x in range(10)}, set(range(5)) == frozenset(range(5)))
a &= {7, 8, 9, 10}; a -= {10}; a ^= {1, 7}
print(sorted(a), a.pop() in {1, 8, 9}, len(a), sorted({"b", "a"}), {frozenset({1}): "x"}[frozenset([1])], {1, 1.0, True})
for action in ("{[1]}", "set().pop()", "{1}.remove(2)", "{1} + {2}", "{1} | [2]", "set(5)"):
    try:
        eval(action)
    except Exception as error:
        print(type(error).__name__, error)
print({1, 2}.union([3], "a") == {1, 2, 3, "a"}, {1, 2}.intersection([2, 3]), {1}.symmetric_difference([1, 2]), {1, 2}.difference({2}))
