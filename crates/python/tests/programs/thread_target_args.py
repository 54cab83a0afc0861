import threading

def greet(name, times=1, *rest, punctuation="."):
    for _ in range(times):
        print("Hello,", name + punctuation)
    print(rest)

t = threading.Thread(target=greet, args=("Kim", 2, 3, 4), kwargs={"punctuation": "!"})
t.start()
t.join()
t = threading.Thread(target=greet, args=["Lee"])
t.start()
t.join()
try:
    t.start()
except RuntimeError as error:
    print(error)
