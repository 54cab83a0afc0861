import threading
import time

results = [None] * 4

def square(i):
    time.sleep(0.05 * (4 - i))
    results[i] = i * i

threads = []
for i in range(4):
    t = threading.Thread(target=square, args=(i,))
    threads.append(t)
    t.start()
for t in threads:
    t.join()
print(results, sum(results))
