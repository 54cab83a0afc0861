"""`random.Random`: each line is a seed, a function, and the first numbers."""

import random

from cases import case

SEEDS = ["0", "1", "42", "-7", "4294967296", str(10**40), "-0.25", "text a", "text 한글", "text ", "bytes 00ff41"]


def seeded(seed):
    kind, _, rest = seed.partition(" ")
    if kind == "text":
        return random.Random(rest)
    if kind == "bytes":
        return random.Random(bytes.fromhex(rest))
    return random.Random(float(seed) if "." in seed else int(seed))


def draw(name, seed, *arguments):
    def call(seed, *arguments):
        generator = seeded(seed)
        return [getattr(generator, name)(*arguments) for _ in range(5)]
    case(name, call, seed, *arguments)


for seed in SEEDS:
    draw("random", seed)
    for count in [0, 1, 5, 32, 33, 64, 100]:
        draw("getrandbits", seed, count)
    draw("getrandbits", seed, -1)
    for stop in [1, 2, 3, 10, 2**31, 2**32, 2**33, 2**64 - 1, 2**64, 10**30, 0, -5]:
        draw("randrange", seed, stop)
    for range_ in [(1, 7, 1), (0, 10, 2), (10, 0, -3), (5, 5, 1), (0, 10, -1), (0, 10, 0), (-10**30, 10**30, 7), (5, 1, 1)]:
        draw("randrange", seed, *range_)
    for ends in [(1, 6), (0, 0), (-5, 5), (3, 1), (0, 10**25)]:
        draw("randint", seed, *ends)
    draw("randbytes", seed, 5)
    draw("uniform", seed, 1.5, -2.5)
    draw("triangular", seed, 1.0, 3.0, 1.5)
    draw("triangular", seed, 2.0, 2.0, 2.0)
    case("triangular", lambda seed, low, high: [r.triangular(low, high) for r in [seeded(seed)] for _ in range(5)], seed, 0.0, 1.0)
    draw("normalvariate", seed, 0.0, 1.0)
    draw("gauss", seed, 10.0, 2.0)
    draw("lognormvariate", seed, 0.0, 0.5)
    draw("expovariate", seed, 1.5)
    draw("expovariate", seed, 0.0)
    draw("vonmisesvariate", seed, 0.0, 4.0)
    for alpha in [0.5, 1.0, 2.5, -1.0]:
        draw("gammavariate", seed, alpha, 2.0)
    draw("betavariate", seed, 2.0, 3.0)
    draw("paretovariate", seed, 3.0)
    draw("weibullvariate", seed, 1.0, 1.5)
    for length in [0, 1, 5, 100]:
        case("choice", lambda seed, n: [r.choice(range(n)) for r in [seeded(seed)] for _ in range(5)], seed, length)
        case("choices", lambda seed, n: seeded(seed).choices(range(n), k=5), seed, max(length, 1))
    for length, count in [(5, 3), (5, 5), (22, 5), (100, 6), (1000, 20), (85, 6), (86, 6), (5, 6), (5, -1), (0, 0)]:
        case("sample", lambda seed, n, k: seeded(seed).sample(range(n), k), seed, length, count)
    case("sample counts", lambda seed, k, *counts: seeded(seed).sample(range(3), k, counts=counts), seed, 4, 2, 0, 5)
    case("sample counts", lambda seed, k, *counts: seeded(seed).sample(range(3), k, counts=counts), seed, 4, 2, 1)
    case("sample counts", lambda seed, k, *counts: seeded(seed).sample(range(3), k, counts=counts), seed, 0, 0, 0, 0)
    case("weighted", lambda seed, *w: seeded(seed).choices(range(len(w)), cum_weights=w, k=6), seed, 1.0, 1.5, 4.0)
    case("weighted", lambda seed, *w: seeded(seed).choices(range(len(w)), cum_weights=w, k=6), seed, 0.0, 0.0)
    case("shuffle", lambda seed, n: [(r.shuffle(x), x)[1] for r in [seeded(seed)] for x in [list(range(n))]][0], seed, 20)
    case("many", lambda seed: [r.random() for r in [seeded(seed)] for _ in range(2000)][-3:], seed)
