# A lock around print: nobody writes into another one's line
# any more.
import threading
import time

printing = threading.Lock()


def add_up(name, low, high):
    total = 0
    for number in range(low, high):
        total += number
        time.sleep(1)
        with printing:
            print(f"[{name}] total={total}")


jobs = [("A", 1, 5), ("B", 5, 10), ("C", 10, 15)]
threads = [threading.Thread(target=add_up, args=job, name=job[0]) for job in jobs]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("Done")
