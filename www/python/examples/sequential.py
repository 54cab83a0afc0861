# Three sums, one after the other. Each step waits for a
# second, as a request would.
import time


def add_up(name, low, high):
    total = 0
    for number in range(low, high):
        total += number
        time.sleep(1)
        print(f"[{name}] total={total}")


start = time.time()
add_up("A", 1, 5)
add_up("B", 5, 10)
add_up("C", 10, 15)
print(f"Done after {time.time() - start:.1f} s")
