import threading

forks = [threading.Lock() for _ in range(3)]


def dine(i):
    with forks[i]:
        with forks[(i + 1) % 3]:
            pass


threads = [threading.Thread(target=dine, args=(i,)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have dined")
