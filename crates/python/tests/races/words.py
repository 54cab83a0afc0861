import threading


def say(name, count):
    for n in range(count):
        print(name, n)


threads = [threading.Thread(target=say, args=(name, 2)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("end")
