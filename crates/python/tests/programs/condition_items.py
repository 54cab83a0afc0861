import threading
import time

items = []
condition = threading.Condition()

def consumer():
    with condition:
        while not items:
            print("waits")
            condition.wait()
        print("takes", items.pop())

def producer():
    time.sleep(0.1)
    with condition:
        items.append("bread")
        print("puts")
        condition.notify()

threads = [threading.Thread(target=consumer), threading.Thread(target=producer)]
for t in threads:
    t.start()
for t in threads:
    t.join()
with condition:
    print(condition.wait(timeout=0.01))
    print(condition.wait_for(lambda: True), condition.wait_for(lambda: False, timeout=0.01))
try:
    condition.notify()
except RuntimeError as error:
    print(error)
try:
    condition.wait()
except RuntimeError as error:
    print(error)
