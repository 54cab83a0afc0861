import atexit
import threading
import time

atexit.register(print, "registered first")
@atexit.register
def second():
    print("registered second")

def slow():
    time.sleep(0.1)
    print("thread ends before")

threading.Thread(target=slow).start()
print("main ends")
