import threading
import time

def slow():
    time.sleep(0.1)
    print("the thread ends all the same")

threading.Thread(target=slow).start()
raise KeyError("main")
