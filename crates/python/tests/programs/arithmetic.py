print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1, 7 / 2)
print(1 << 70, (1 << 70) >> 68, -5 >> 1, ~7, 6 & 3, 6 | 3, 6 ^ 3)
print(10 ** 30, -(10 ** 30) // 7, 10 ** 30 % 7, 3 * 1.5, 7.5 // 2, -7.5 % 2)
print(divmod(17, 5), divmod(-17, 5), divmod(7.5, 2), pow(3, 4, 5), abs(-3), abs(-2.5))
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(-0.5))
x = 5
x += 2; x -= 1; x *= 3; x //= 2; x **= 2; x %= 50
print(x)
print(0.1 + 0.2, 1e16, 1e-5, 1e100, 123456789.123, float('inf'), float('nan'), -0.0)
print(int('42'), int('-0x1f', 16), int('0b101', 0), int(3.9), int(-3.9), float('1.5e3'))
print(True + True, True * 5, isinstance(True, int), bool(0), bool([]), bool('a'))
print(9007199254740993 * 3, 2 ** 63, -2 ** 63, 2 ** 63 - 1, 9223372036854775807 + 1)
print(1_000_000, 0xff, 0o17, 0b11, 3j * 2, (1 + 2j) * (3 - 1j))
print(5 == 5.0, 1 < 2 < 3, 1 < 3 < 2, 2 > 1 == True, not 3, 3 and 0, 0 or 'x')
