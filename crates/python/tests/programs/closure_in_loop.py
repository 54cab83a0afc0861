import threading

threads = []
for i in range(3):
    t = threading.Thread(target=lambda i=i: print("number", i))
    t.start()
    t.join()
def make(n):
    def f():
        nonlocal n
        n += 1
        print("counts", n)
    return f
f = make(10)
for _ in range(2):
    t = threading.Thread(target=f)
    t.start()
    t.join()
