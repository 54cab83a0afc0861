import threading

data = threading.local()
data.n = "main"
seen = {}


class Numbered(threading.local):
    def __init__(self, start):
        self.count = start


shared = Numbered(100)


def work(name):
    had = hasattr(data, "n")
    data.n = name
    for _ in range(3):
        shared.count += 1
    seen[name] = (had, data.n, shared.count)


threads = [threading.Thread(target=work, args=(n,)) for n in "abc"]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(seen.items()), data.n, shared.count)
