import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.choice("abc"), random.uniform(1, 2), random.randrange(0, 100, 5))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.sample(range(100), 5), random.choices(["a", "b"], weights=[1, 9], k=6), random.gauss(0, 1), random.getrandbits(16))
a, b = random.Random(7), random.Random(7)
print([a.randint(0, 9) for _ in range(5)] == [b.randint(0, 9) for _ in range(5)], a.random() == b.random())
random.seed("text")
print(random.randint(0, 10 ** 12), random.triangular(0, 1, 0.5), random.expovariate(1), random.betavariate(1, 2))
for action in ("random.choice([])", "random.randint(5, 1)", "random.sample([1], 2)"):
    try:
        eval(action)
    except Exception as error:
        print(type(error).__name__, error)
state = random.getstate()
first = random.random()
random.setstate(state)
print(first == random.random())
