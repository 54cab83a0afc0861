import queue
import threading

def stage(function, source, target):
    while True:
        item = source.get()
        if item is None:
            target.put(None)
            return
        target.put(function(item))

a, b, c = queue.Queue(), queue.Queue(), queue.Queue()
threads = [threading.Thread(target=stage, args=(lambda x: x + 1, a, b)),
           threading.Thread(target=stage, args=(lambda x: x * x, b, c))]
for t in threads:
    t.start()
for n in range(5):
    a.put(n)
a.put(None)
results = []
while (item := c.get()) is not None:
    results.append(item)
print(results)
