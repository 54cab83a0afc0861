# Nobody begins the second part before all have finished the
# first.
import threading
import time

meeting = threading.Barrier(3)


def hike(name, hours):
    time.sleep(hours)
    print(f"{name} is at the hut")
    meeting.wait()
    print(f"{name} goes on")


hikers = [("Ann", 1), ("Bo", 2), ("Cho", 3)]
threads = [threading.Thread(target=hike, args=hiker, name=hiker[0]) for hiker in hikers]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
