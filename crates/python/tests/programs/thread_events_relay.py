import threading

baton = [threading.Event() for _ in range(4)]
order = []


def runner(n):
    baton[n].wait()
    order.append(f"runner {n}")
    if n + 1 < len(baton):
        baton[n + 1].set()


threads = [threading.Thread(target=runner, args=(n,)) for n in (3, 1, 2, 0)]
for t in threads: t.start()
baton[0].set()
for t in threads: t.join()
print(order, [e.is_set() for e in baton], baton[0].wait(timeout=0))
baton[0].clear()
print(baton[0].wait(0.01))
