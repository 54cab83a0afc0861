# random, with CPython's own numbers for a seed.


class Random:
    """A generator of random numbers."""

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        # Without a seed there is one all the same: every run is the same.
        self._state = _random_new(_default_seed() if a is None else a)

    def getstate(self):
        return (3, _random_state(self._state), None)

    def setstate(self, state):
        self._state = _random_state(state[1])

    def random(self):
        return _random_random(self._state)

    def getrandbits(self, k, /):
        return _random_bits(self._state, k)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            start, stop = 0, start
        return _random_randrange(self._state, start, stop, step)

    def randint(self, a, b):
        return _random_randrange(self._state, a, b + 1, 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[_random_below(self._state, len(seq))]

    def shuffle(self, x):
        if isinstance(x, list):
            _random_shuffle(self._state, x)
        else:
            for i in reversed(range(1, len(x))):
                j = _random_below(self._state, i + 1)
                x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        if counts is not None:
            population = [value for value, count in zip(population, counts) for _ in range(count)]
        return [population[i] for i in _random_sample(self._state, len(population), k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        count = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[int(self.random() * count)] for _ in range(k)]
            total, cum_weights = 0, []
            for weight in weights:
                total += weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        return [population[i] for i in _random_choices(self._state, count, list(cum_weights), k)]

    def uniform(self, a, b):
        return _random_real(self._state, 'uniform', a, b)

    def triangular(self, low=0.0, high=1.0, mode=None):
        return _random_real(self._state, 'triangular', low, high, mode)

    def normalvariate(self, mu=0.0, sigma=1.0):
        return _random_real(self._state, 'normalvariate', mu, sigma)

    def gauss(self, mu=0.0, sigma=1.0):
        return _random_real(self._state, 'gauss', mu, sigma)

    def lognormvariate(self, mu, sigma):
        return _random_real(self._state, 'lognormvariate', mu, sigma)

    def expovariate(self, lambd):
        return _random_real(self._state, 'expovariate', lambd)

    def vonmisesvariate(self, mu, kappa):
        return _random_real(self._state, 'vonmisesvariate', mu, kappa)

    def gammavariate(self, alpha, beta):
        return _random_real(self._state, 'gammavariate', alpha, beta)

    def betavariate(self, alpha, beta):
        return _random_real(self._state, 'betavariate', alpha, beta)

    def paretovariate(self, alpha):
        return _random_real(self._state, 'paretovariate', alpha)

    def weibullvariate(self, alpha, beta):
        return _random_real(self._state, 'weibullvariate', alpha, beta)


def _default_seed():
    return 0


SystemRandom = Random
_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes
