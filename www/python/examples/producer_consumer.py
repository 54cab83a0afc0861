# A queue with room for two: who is too quick waits for the
# other.
import queue
import threading
import time

orders = queue.Queue(maxsize=2)


def take_orders():
    for number in range(1, 6):
        time.sleep(0.2)
        orders.put(number)
        print(f"order {number} taken")
    orders.put(None)


def cook():
    while True:
        number = orders.get()
        if number is None:
            break
        time.sleep(0.5)
        print(f"order {number} ready")


waiter = threading.Thread(target=take_orders, name="waiter")
kitchen = threading.Thread(target=cook, name="kitchen")
waiter.start()
kitchen.start()
waiter.join()
kitchen.join()
