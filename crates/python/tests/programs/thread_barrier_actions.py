import threading

log = []
barrier = threading.Barrier(3, action=lambda: log.append("all here"))


def work(n):
    for phase in range(2):
        barrier.wait()


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(log, barrier.parties, barrier.n_waiting, barrier.broken)
broken = threading.Barrier(2)
caught = []


def waits():
    try:
        broken.wait(timeout=0.05)
    except threading.BrokenBarrierError:
        caught.append("broken")


t = threading.Thread(target=waits)
t.start(); t.join()
print(caught, broken.broken)
broken.reset()
print(broken.broken)
broken.abort()
try:
    broken.wait()
except threading.BrokenBarrierError as error:
    print(repr(error))
