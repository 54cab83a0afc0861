# Each philosopher needs two forks, and takes the left one
# first. Since all of them think for the same time, all take
# the left one at the same moment.
import threading
import time

COUNT = 3
forks = [threading.Lock() for _ in range(COUNT)]


def dine(place):
    left = forks[place]
    right = forks[(place + 1) % COUNT]
    time.sleep(1)
    with left:
        time.sleep(0.1)
        with right:
            print(f"{place} eats")


threads = [threading.Thread(target=dine, args=(place,), name=f"P{place}") for place in range(COUNT)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
