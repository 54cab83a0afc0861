import threading

class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"only {self.balance} left")
        self.balance -= amount

def shop(account):
    account.withdraw(30)
    try:
        account.withdraw(100)
    except ValueError as error:
        raise RuntimeError("no money") from error

t = threading.Thread(target=shop, args=(Account(50),))
t.start()
t.join()
