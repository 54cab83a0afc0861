x = "outer"
print([x for x in range(3)], x, {x: y for x, y in zip("ab", [1, 2])}, [[y for y in range(x)] for x in range(4)])
print([(a, b) for a in range(3) if a for b in "xy" if b != "y"], sum(n for n in range(10) if n % 2), {n % 3 for n in range(9)})
functions = {name: (lambda v: lambda: v)(value) for name, value in {"a": 1, "b": 2}.items()}
print(functions["a"](), functions["b"](), list((n, n * n) for n in range(3)))


class C:
    size = 3
    items = [n for n in range(size)]


print(C.items, [*(n for n in range(2))], dict((n, str(n)) for n in range(2)), any(n > 2 for n in [1, 2, 3]))
gen = (print("lazy", n) or n for n in range(2))
print("before")
print(list(gen), list(gen))
