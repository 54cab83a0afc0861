import threading

def f():
    print(threading.currentThread().getName())

t = threading.Thread(target=f)
t.setName("old")
t.setDaemon(True)
t.start()
t.join()
print(t.isDaemon(), threading.activeCount())
event = threading.Event()
print(event.isSet())
condition = threading.Condition()
with condition:
    condition.notifyAll()
