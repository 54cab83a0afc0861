class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f'need {need}, have {have}')
        self.need, self.have = need, have
class Account:
    interest = 0.05
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []
    @property
    def balance(self): return self._balance
    def deposit(self, amount):
        if amount <= 0: raise ValueError('amount must be positive')
        self._balance += amount
        self.history.append(('deposit', amount))
        return self
    def withdraw(self, amount):
        if amount > self._balance: raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(('withdraw', amount))
        return self
    def __str__(self): return f'{self.owner}: {self._balance:,.2f}'
class Savings(Account):
    def add_interest(self): return self.deposit(self.balance * self.interest)
a = Savings('Kim', 1000); a.deposit(500).withdraw(200); a.add_interest(); print(a, a.history)
for action in (lambda: a.withdraw(1e6), lambda: a.deposit(-5), lambda: setattr(a, 'balance', 5)):
    try: action()
    except InsufficientFunds as e: print('insufficient:', e, e.need - e.have)
    except (ValueError, AttributeError) as e: print(type(e).__name__, e)
