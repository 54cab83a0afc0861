import threading
import time

def fails():
    numbers = [1, 2, 3]
    print(numbers[5])

def works():
    time.sleep(0.1)
    print("the other one works")

a = threading.Thread(target=fails, name="Failing")
b = threading.Thread(target=works)
a.start()
b.start()
a.join()
b.join()
print("main goes on", a.is_alive())
