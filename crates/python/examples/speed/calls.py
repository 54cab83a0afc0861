def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount, *, fee=1):
        self.balance += amount - fee
        return self.balance


def spread(*values, **named):
    return len(values) + len(named)


print(fib(22))
account = Account(100)
for amount in range(60_000):
    account.deposit(amount, fee=2)
print(account.balance)
print(sum(spread(1, 2, 3, last=n) for n in range(30_000)))
print(sum(map(lambda n: n * 2, range(60_000))))
