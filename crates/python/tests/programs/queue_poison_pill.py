import queue
import threading

tasks, results = queue.Queue(), queue.Queue()


def worker():
    while True:
        n = tasks.get()
        if n is None:
            tasks.task_done()
            break
        results.put((n, n ** 2))
        tasks.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads: t.start()
for n in range(10): tasks.put(n)
for _ in threads: tasks.put(None)
tasks.join()
for t in threads: t.join()
print(sorted(results.queue), results.qsize(), tasks.empty(), tasks.unfinished_tasks)
try:
    tasks.task_done()
except ValueError as error:
    print(error)
try:
    tasks.get_nowait()
except queue.Empty as error:
    print(repr(error), isinstance(error, Exception))
