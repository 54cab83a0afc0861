import threading
import time


def background():
    while True:
        time.sleep(10)
        print("never printed")


thread = threading.Thread(target=background, daemon=True, name="worker-bee")
thread.start()
print(thread.daemon, thread.name, thread.is_alive(), threading.active_count())
print(sorted(t.name for t in threading.enumerate()), threading.main_thread().name)
try:
    thread.daemon = False
except RuntimeError as error:
    print(error)
print("main ends")
