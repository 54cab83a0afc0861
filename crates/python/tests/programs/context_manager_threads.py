import threading
from contextlib import contextmanager

lock = threading.Lock()

@contextmanager
def locked(what):
    lock.acquire()
    print("locks for", what)
    try:
        yield what.upper()
    finally:
        lock.release()
        print("unlocks")

def work(what):
    try:
        with locked(what) as shout:
            print(shout)
            if what == "bad":
                raise ValueError(what)
    except ValueError as error:
        print("caught", error)

for what in ("good", "bad"):
    t = threading.Thread(target=work, args=(what,))
    t.start()
    t.join()
