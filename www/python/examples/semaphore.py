# Four cars and two parking places: a semaphore counts how
# many are free.
import threading
import time

places = threading.Semaphore(2)


def park(car):
    with places:
        print(f"{car} parks")
        time.sleep(1)
    print(f"{car} leaves")


threads = [threading.Thread(target=park, args=(name,), name=name) for name in "ABCD"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
