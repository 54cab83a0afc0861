import threading


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance
        self.lock = threading.RLock()
        self.history = []

    def deposit(self, amount):
        with self.lock:
            self.balance += amount
            self.history.append(amount)

    def withdraw(self, amount):
        with self.lock:
            if amount > self.balance:
                raise InsufficientFunds(f"{self.owner} has only {self.balance}")
            self.deposit(-amount)


def transfer(source, target, amount):
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        source.withdraw(amount)
        target.deposit(amount)


a, b = Account("kim", 100), Account("lee", 100)
threads = [threading.Thread(target=transfer, args=pair) for pair in [(a, b, 10), (b, a, 20)] * 5]
for t in threads: t.start()
for t in threads: t.join()
print(a.balance, b.balance, len(a.history), sum(a.history) + 100 == a.balance)
try:
    a.withdraw(1000)
except InsufficientFunds as error:
    print(error)
