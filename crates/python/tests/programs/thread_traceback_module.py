import threading
import traceback
import sys

def work():
    try:
        int("x")
    except ValueError:
        print(traceback.format_exc())
        kind, error, tb = sys.exc_info()
        print(kind.__name__, error)

t = threading.Thread(target=work)
t.start()
t.join()
