import queue
import threading

tasks = queue.Queue()
results = []

def worker():
    while True:
        item = tasks.get()
        if item is None:
            break
        results.append(item * item)
        tasks.task_done()

threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for n in range(8):
    tasks.put(n)
tasks.join()
for _ in threads:
    tasks.put(None)
for t in threads:
    t.join()
print(sorted(results), tasks.empty(), tasks.qsize())
