import functools
import threading
import time

def threaded(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        t = threading.Thread(target=func, args=args, kwargs=kwargs)
        t.start()
        return t
    return wrapper

@threaded
def hello(name, delay=0):
    """Says hello."""
    time.sleep(delay)
    print("hello", name)

handles = [hello("b", delay=0.1), hello("a")]
for handle in handles:
    handle.join()
print(hello.__name__, hello.__doc__, handles[0].name)
