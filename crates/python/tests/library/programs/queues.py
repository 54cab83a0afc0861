import queue
import threading
import time

items = queue.Queue(maxsize=2)


def produce():
    for number in range(5):
        items.put(number)
        print("put", number)
        time.sleep(0.02)
    items.put(None)


def consume():
    time.sleep(0.01)
    while True:
        item = items.get()
        items.task_done()
        if item is None:
            break
        print("got", item)


threads = [threading.Thread(target=each) for each in (produce, consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
items.join()
print(items.empty(), items.full(), items.qsize())
for wrong in [
    items.get_nowait,
    lambda: items.get(timeout=0.01),
    lambda: items.get(timeout=-1),
    items.task_done,
    lambda: [items.put_nowait(number) for number in range(3)],
    lambda: items.put(1, timeout=0.01),
]:
    try:
        wrong()
    except (queue.Empty, queue.Full, ValueError) as error:
        print(type(error).__name__, error)
best = queue.PriorityQueue()
for entry in [(3, "c"), (1, "a"), (2, "b")]:
    best.put(entry)
print([best.get() for _ in range(3)])
stack = queue.LifoQueue()
for number in range(3):
    stack.put(number)
print([stack.get() for _ in range(3)])
simple = queue.SimpleQueue()
simple.put(1)
print(simple.qsize(), simple.get(), simple.empty())
try:
    simple.get(timeout=0.01)
except queue.Empty:
    print("empty")
