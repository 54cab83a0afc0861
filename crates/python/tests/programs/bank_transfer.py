import threading

class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()

def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.name)
    with first.lock, second.lock:
        if source.balance >= amount:
            source.balance -= amount
            target.balance += amount

a, b = Account("a", 100), Account("b", 100)
threads = [threading.Thread(target=transfer, args=pair) for pair in
           [(a, b, 30), (b, a, 50), (a, b, 10)] * 5]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a.balance + b.balance, a.balance >= 0, b.balance >= 0)
