# Two threads count to twenty together. With some seeds they
# arrive at less: one reads the counter, is interrupted, and
# writes a number that is too old.
import threading

counter = 0


def count():
    global counter
    for _ in range(10):
        seen = counter
        counter = seen + 1


threads = [threading.Thread(target=count, name=name) for name in ("A", "B")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("counter =", counter)
