import threading

data = threading.local()
data.value = "main"

class Typed(threading.local):
    kind = "typed"
    def __init__(self, start):
        self.numbers = [start]

typed = Typed(1)
typed.numbers.append(2)

def show(n):
    print(hasattr(data, "value"), typed.numbers, typed.kind)
    data.value = n
    typed.numbers.append(n)
    print(data.value, typed.numbers)

for n in (10, 20):
    t = threading.Thread(target=show, args=(n,))
    t.start()
    t.join()
print(data.value, typed.numbers)
try:
    data.other
except AttributeError as error:
    print(error)
