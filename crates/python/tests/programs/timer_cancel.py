import threading
import time

def ring(what):
    print("ring", what)

a = threading.Timer(0.1, ring, args=("a",))
b = threading.Timer(0.1, ring, kwargs={"what": "b"})
a.start()
b.start()
b.cancel()
a.join()
b.join()
print(type(a).__name__, a.finished.is_set())
