import queue

p = queue.PriorityQueue()
for item in [(3, "three"), (1, "one"), (2, "two")]:
    p.put(item)
print([p.get() for _ in range(3)])
l = queue.LifoQueue()
for n in range(3):
    l.put(n)
print([l.get() for _ in range(3)])
s = queue.SimpleQueue()
s.put(1)
print(s.get(), s.empty(), s.qsize())
p.put((1, {}))
p.put((2, {}))
try:
    p.put((1, {}))
except TypeError as error:
    print(error)
