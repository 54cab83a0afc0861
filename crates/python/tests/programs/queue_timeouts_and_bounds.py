import queue
import time

q = queue.Queue(maxsize=2)
q.put("a"); q.put("b", block=False)
print(q.full(), q.qsize(), q.maxsize)
for action in (lambda: q.put("c", timeout=0.05), lambda: q.put_nowait("d")):
    try:
        action()
    except queue.Full:
        print("full")
print(q.get(), q.get(timeout=1))
begin = time.monotonic()
try:
    q.get(timeout=0.1)
except queue.Empty:
    print("empty", 0.09 < time.monotonic() - begin < 1)
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)
p = queue.PriorityQueue()
for item in [(3, "c"), (1, "a"), (2, "b")]: p.put(item)
l = queue.LifoQueue()
for n in range(3): l.put(n)
s = queue.SimpleQueue()
s.put(1)
print([p.get()[1] for _ in range(3)], [l.get() for _ in range(3)], s.get(), s.empty())
