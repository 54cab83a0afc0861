import threading
import time

forks = [threading.Lock() for _ in range(3)]
meals = []

def philosopher(n):
    first, second = sorted((n, (n + 1) % 3))
    for _ in range(2):
        with forks[first]:
            time.sleep(0.01)
            with forks[second]:
                meals.append(n)

threads = [threading.Thread(target=philosopher, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(meals))
