import threading, queue, time, logging
from concurrent.futures import ThreadPoolExecutor, as_completed
logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(message)s")
q = queue.Queue(maxsize=2)
def producer():
    for i in range(4):
        q.put(i); print("put", i)
    q.put(None)
def consumer():
    while True:
        item = q.get()
        if item is None: break
        print("got", item); time.sleep(0.1)
a = threading.Thread(target=producer); b = threading.Thread(target=consumer)
a.start(); b.start(); a.join(); b.join()
def sq(n):
    time.sleep(1/n); logging.info("n=%d", n)
    return n*n
with ThreadPoolExecutor(max_workers=3) as ex:
    print(list(ex.map(sq, [1,2,3,4])))
    fs = [ex.submit(sq, n) for n in (1,2,3)]
    for f in as_completed(fs): print(f.result())
def bad(): raise KeyError("x")
t = threading.Thread(target=bad); t.start(); t.join()
print(threading.currentThread().getName())
lock = threading.Lock(); print(lock.locked()); 
l = threading.local(); l.x = 1
def f():
    print(hasattr(l, "x")); l.x = 2; print(l.x)
t = threading.Thread(target=f, daemon=True); t.start(); t.join(); print(l.x)
e = threading.Event()
timer = threading.Timer(1, e.set); timer.start(); print(e.wait(5)); 
c = threading.Condition()
b = threading.Barrier(2)
def g():
    b.wait(); print("g")
t = threading.Thread(target=g); t.start(); b.wait(); t.join()
s = threading.Semaphore(2); 
with s: print(s._value)
f = ex.submit
try: ex.submit(sq, 1)
except RuntimeError as err: print(err)
print(threading.main_thread().name, threading.active_count())
def later():
    time.sleep(1); print("later")
threading.Thread(target=later).start()
print("end of main")
