import threading
import time

ended = []


def work(name):
    time.sleep(0.001)
    ended.append(name)


threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("".join(ended))
