import threading


def total():
    print("Subthread", sum(range(100)))


thread = threading.Thread(target=total)
thread.start()
print("Main Thread")
thread.join()
