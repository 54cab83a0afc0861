import threading

forks = [threading.Lock() for _ in range(3)]


def dine(i):
    first, second = sorted((i, (i + 1) % 3))
    with forks[first]:
        with forks[second]:
            pass


threads = [threading.Thread(target=dine, args=(i,)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have dined")
