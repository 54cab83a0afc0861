import random
random.seed(42)
print(random.random(), random.randint(1, 6), random.choice('abc'), random.uniform(1, 2), random.randrange(0, 100, 5))
x = list(range(10)); random.shuffle(x); print(x, random.sample(range(100), 5), random.choices('ab', k=5), random.choices([1, 2, 3], weights=[1, 2, 3], k=4))
r = random.Random(7); print([r.randint(0, 9) for _ in range(10)], r.gauss(0, 1), r.getrandbits(16), r.expovariate(2))
random.seed('text'); print(random.random()); random.seed(1.5); print(random.random())
try: random.choice([])
except IndexError as e: print(e)
