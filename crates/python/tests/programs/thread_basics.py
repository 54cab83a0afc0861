import threading
import time


def work(name, delay):
    time.sleep(delay)
    print(name, threading.current_thread().name)


threads = [threading.Thread(target=work, args=(number, number / 50)) for number in range(3)]
print([thread.is_alive() for thread in threads], threads[0].ident, threads[0])
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([thread.is_alive() for thread in threads], threads[0].ident is None)


class Worker(threading.Thread):
    def __init__(self, number):
        super().__init__(daemon=True)
        self.number = number

    def run(self):
        self.result = self.number * 2


worker = Worker(21)
worker.start()
worker.join(5)
print(worker.name, worker.result, worker.daemon, worker.isDaemon())


class NoInit(threading.Thread):
    def __init__(self):
        pass


named = threading.Thread(target=work, name="named", args=("n", 0), kwargs={})
for wrong in [
    named.join,
    lambda: NoInit().start(),
    lambda: worker.start(),
    lambda: threading.current_thread().join(),
    lambda: setattr(worker, "daemon", False),
    lambda: threading.Semaphore(-1),
    lambda: threading.BoundedSemaphore(1).release(),
    lambda: threading.Condition().notify(),
    lambda: threading.Condition().wait(),
    lambda: threading.Lock().release(),
    lambda: threading.RLock().release(),
]:
    try:
        wrong()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
named.start()
named.join()
named.setName("renamed")
print(named.getName(), named.name)
print(threading.currentThread().getName(), threading.active_count(), threading.main_thread().name)
print([thread.name for thread in threading.enumerate()])
print(threading.Thread(target=lambda: None).name, threading.Thread(target=str).name, threading.Thread().name)


def fails():
    raise ValueError("in a thread")


thread = threading.Thread(target=fails, name="failing")
thread.start()
thread.join()
exits = threading.Thread(target=lambda: exit(3))
exits.start()
exits.join()

data = threading.local()
data.value = 1


def other():
    print(hasattr(data, "value"))
    data.value = 2


thread = threading.Thread(target=other)
thread.start()
thread.join()
print(data.value)

timer = threading.Timer(0.05, print, ["timer", "fires"])
timer.start()
timer.join()
cancelled = threading.Timer(5, print, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
print("end")
