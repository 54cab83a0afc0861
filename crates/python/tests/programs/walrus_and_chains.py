numbers = [4, 8, 15, 16, 23, 42]
if (count := len(numbers)) > 5:
    print(count)
while (n := numbers.pop()) > 10:
    print(n, end=" ")
print(numbers)
print([half for x in range(6) if (half := x // 2) % 2], half)
x = 5
print(1 < x < 10, 1 < x > 10, 1 < 2 < 3 < 4, x == 5 != 6, not x is None)


def side(value):
    print("asked", value)
    return value


print(side(1) < side(5) < side(3) < side(100))
print(1 if x > 3 else 2 if x > 1 else 3, x and 0 or "none", None or [] or "last")
