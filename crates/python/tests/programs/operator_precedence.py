print(2 + 3 * 4 ** 2 // 5 % 3, -2 ** 2, (-2) ** 2, 2 ** 3 ** 2, 10 - 5 - 2, 100 / 10 / 2, not 1 == 2, 1 + 1 == 2 and 3 > 2 or 1 / 0)
print(5 & 3 | 8 ^ 2, 1 << 2 + 1, ~5 & 0xF, 6 >> 1 & 1, -7 // 2 * 2 + -7 % 2, 3 if 0 else 4 if 0 else 5, 1 < 2 == 2, (1 < 2) == True)
print([] or "default", 0 and 1 / 0, None or 0 or "", "a" "b" * 2, *[1, 2], not [] and not {}, 1 in [1] == True, "x" not in "abc")
print(lambda: 1 and 2, end="\n") if False else print((lambda x, y=2: x ** y)(3), (lambda *a: a)(1, 2), 0x1F, 0b101, 0o17, 1_000, 1e3, .5, 5., 1j * 1j)
a = b = 3
a += b * 2
print(a, b, a if a > b else b, {True: "yes", False: "no"}[a > b], [1, 2, 3][-1], "abc"[1], (1, 2)[0], {"a": 1}["a"], 7 .bit_length(), 1 .__add__(2))
