import threading

def f():
    t = threading.current_thread()
    print(t.name, t.daemon, t is threading.main_thread())

class Mine(threading.Thread):
    def run(self):
        f()

for t in (threading.Thread(target=f), Mine(), threading.Thread(target=f, name="이름"),
          threading.Thread(target=lambda: f()), Mine(name="mine", daemon=True)):
    t.start()
    t.join()
f()
print(threading.active_count(), [t.name for t in threading.enumerate()])
