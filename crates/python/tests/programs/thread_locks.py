import threading
import time


def started(function, *args):
    thread = threading.Thread(target=function, args=args)
    thread.start()
    return thread


lock = threading.Lock()
with lock:
    print(lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
print(lock.locked())

condition = threading.Condition()
items = []


def take(name):
    with condition:
        while not items:
            condition.wait()
        print(name, items.pop(0))


threads = []
for name in "ab":
    threads.append(started(take, name))
    time.sleep(0.05)
for item in (1, 2):
    with condition:
        items.append(item)
        condition.notify()
    time.sleep(0.05)
for thread in threads:
    thread.join()
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: False, 0.01), condition.wait_for(lambda: 7))

semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.01))
semaphore.release(2)
with semaphore:
    print("inside")

event = threading.Event()
print(event.is_set(), event.wait(0.01), event.isSet())
thread = started(lambda: print("woken", event.wait()))
time.sleep(0.05)
event.set()
thread.join()
event.clear()
print(event.is_set())

barrier = threading.Barrier(3, action=lambda: print("all are here"))
order = []


def come(number):
    time.sleep(number / 20)
    order.append((number, barrier.wait()))


threads = [started(come, number) for number in range(3)]
for thread in threads:
    thread.join()
print(sorted(order), barrier.parties, barrier.n_waiting, barrier.broken)


def come_and_fail():
    try:
        barrier.wait()
    except threading.BrokenBarrierError as error:
        print("broken", repr(error))


thread = started(come_and_fail)
time.sleep(0.05)
print(barrier.n_waiting)
barrier.abort()
thread.join()
print(barrier.broken)
barrier.reset()
print(barrier.broken)
try:
    barrier.wait(0.01)
except threading.BrokenBarrierError:
    print("timeout breaks it")

again = threading.RLock()
with again:
    with again:
        print("twice")
